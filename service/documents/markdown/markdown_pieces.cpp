#include "documents/markdown/markdown_pieces.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "documents/text/node_text.hpp"

namespace documents {
namespace {

// Where each line begins, and the end.
std::vector<std::size_t> line_starts(const std::string& text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  if (starts.back() != text.size()) starts.push_back(text.size());
  return starts;
}

bool shown_nothing(const std::string& text) {
  if (is_blank(text)) return true;
  return cmark_node_first_child(SyntaxTree(text).root()) == nullptr;
}

bool become_one(cmark_node* before, cmark_node* node) {
  const NodeKind kind = kind_of(node);
  if (kind_of(before) != kind) return false;
  if (kind == NodeKind::list) return cmark_node_get_list_type(before) == cmark_node_get_list_type(node);
  return kind == NodeKind::quote || kind == NodeKind::code_block;
}

// "[^1]: See there." -> "1"
std::string label_in(std::string_view source) {
  const auto begin = source.find("[^");
  const auto end = source.find("]:");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return "";
  return std::string(source.substr(begin + 2, end - begin - 2));
}

std::vector<std::size_t> notes_in(cmark_node* node) {
  std::vector<std::size_t> notes;
  walk(node, [&](NodeKind kind, cmark_node* part, bool) {
    if (kind == NodeKind::note_reference) notes.push_back(SyntaxTree::note_index(part));
    return true;
  });
  return notes;
}

std::vector<cmark_node*> nodes_as_written(const SyntaxTree& tree) {
  std::vector<cmark_node*> nodes;
  for (auto* node = cmark_node_first_child(tree.root()); node != nullptr; node = cmark_node_next(node))
    nodes.push_back(node);
  std::ranges::stable_sort(nodes, {}, cmark_node_get_start_line);
  return nodes;
}

}  // namespace

MarkdownPieces::MarkdownPieces(const std::string& markdown) : tree_(markdown), labels_(tree_.notes().size()) {
  cut(markdown);
}

void MarkdownPieces::cut(const std::string& markdown) {
  const auto nodes = nodes_as_written(tree_);
  const auto starts = line_starts(markdown);
  const auto start_of = [&](std::size_t line) { return starts[std::min(line, starts.size() - 1)]; };
  const bool placed =
      std::ranges::all_of(nodes, [](cmark_node* node) { return cmark_node_get_start_line(node) > 0; }) &&
      std::ranges::adjacent_find(nodes, {}, cmark_node_get_start_line) == nodes.end();
  if (nodes.empty() || !placed) {
    // Shown as it was typed: one piece, or none.
    if (nodes.empty()) head_ = markdown;
    if (!nodes.empty()) pieces_.push_back({nodes, false, "", markdown, "", {}});
    return;
  }
  head_ = markdown.substr(0, start_of(static_cast<std::size_t>(cmark_node_get_start_line(nodes.front())) - 1));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::size_t begin = start_of(static_cast<std::size_t>(cmark_node_get_start_line(nodes[i])) - 1);
    const std::size_t next = i + 1 == nodes.size()
                                 ? markdown.size()
                                 : start_of(static_cast<std::size_t>(cmark_node_get_start_line(nodes[i + 1])) - 1);
    // The parser is not always right about where a block ends: what shows something belongs to it.
    std::size_t end = std::clamp(start_of(static_cast<std::size_t>(cmark_node_get_end_line(nodes[i]))), begin, next);
    if (!shown_nothing(markdown.substr(end, next - end))) end = next;
    std::string source = markdown.substr(begin, end - begin);
    const auto last = source.find_last_not_of(" \t\n");
    const auto cut_at = last == std::string::npos ? std::string::npos : source.find('\n', last);
    std::string behind;
    if (cut_at != std::string::npos) {
      behind = source.substr(cut_at + 1);
      source.resize(cut_at + 1);
    }
    add(nodes[i], std::move(source), behind + markdown.substr(end, next - end));
  }
}

void MarkdownPieces::add(cmark_node* node, std::string source, std::string behind) {
  const bool note = kind_of(node) == NodeKind::note;
  MarkdownPiece piece{{node}, note, "", std::move(source), std::move(behind), notes_in(node)};
  if (note) {
    piece.label = label_in(piece.source);
    const auto found = std::ranges::find(tree_.notes(), node);
    labels_.at(static_cast<std::size_t>(found - tree_.notes().begin())) = piece.label;
  }
  // With the notes that were written between both.
  std::size_t place = pieces_.size();
  while (!note && place > 0 && pieces_[place - 1].note) --place;
  const bool joins = !note && place > 0 && become_one(pieces_[place - 1].nodes.back(), node);
  pieces_.push_back(std::move(piece));
  if (joins) join_from(place - 1);
}

void MarkdownPieces::join_from(std::size_t first) {
  MarkdownPiece& whole = pieces_[first];
  for (std::size_t i = first + 1; i < pieces_.size(); ++i) {
    const MarkdownPiece& piece = pieces_[i];
    whole.source += whole.behind + piece.source;
    whole.behind = piece.behind;
    if (piece.note) continue;
    whole.nodes.insert(whole.nodes.end(), piece.nodes.begin(), piece.nodes.end());
    whole.notes.insert(whole.notes.end(), piece.notes.begin(), piece.notes.end());
  }
  pieces_.resize(first + 1);
}

}  // namespace documents
