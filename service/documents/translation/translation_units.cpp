#include "documents/translation/translation_units.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>

#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

// Reads the inside of a block.
class UnitReader {
 public:
  UnitReader(TextUnit& unit, const std::vector<std::string>& note_names) : unit_(unit), note_names_(note_names) {}

  void read() {
    walk(unit_.node, [&](NodeKind kind, cmark_node* node, bool entering) {
      return node == unit_.node || visit(kind, node, entering);
    });
  }

 private:
  bool visit(NodeKind kind, cmark_node* node, bool entering) {
    switch (kind) {
      case NodeKind::text:
        text(cmark_node_get_literal(node));
        break;
      case NodeKind::soft_break:
        text(" ");
        break;
      case NodeKind::line_break:
        single(node, "break", "<br>");
        break;
      case NodeKind::code:
        single(node, std::string("code ") + cmark_node_get_literal(node),
               "`" + std::string(cmark_node_get_literal(node)) + "`");
        break;
      case NodeKind::picture:
        picture(node);
        break;
      case NodeKind::note_reference: {
        const std::string& name = note_names_.at(SyntaxTree::note_index(node));
        single(node, "note " + name, "[^" + name + "]");
        break;
      }
      case NodeKind::emphasis:
      case NodeKind::strong:
      case NodeKind::strikethrough:
      case NodeKind::link:
        entering ? open(kind, node) : close();
        break;
      default:
        break;
    }
    return true;
  }

  void text(std::string_view literal) {
    if (unit_.parts.empty() || unit_.parts.back().kind != PartKind::text)
      unit_.parts.push_back({PartKind::text, "", 0});
    unit_.parts.back().text += literal;
  }

  void single(cmark_node* node, std::string key, std::string markdown) {
    unit_.parts.push_back({PartKind::single, "", unit_.codes.size()});
    unit_.codes.push_back({kind_of(node), false, std::move(key), std::move(markdown), "", node});
  }

  void open(NodeKind kind, cmark_node* node) {
    unit_.parts.push_back({PartKind::open, "", unit_.codes.size()});
    open_.push_back(unit_.codes.size());
    if (kind == NodeKind::link || kind == NodeKind::picture) {
      const std::string begin = kind == NodeKind::link ? "[" : "![";
      const std::string end = "](" + std::string(cmark_node_get_url(node)) + title_of(kind, node) + ")";
      unit_.codes.push_back({kind, true, begin + end, begin, end, node});
      return;
    }
    const std::string mark = kind == NodeKind::strong ? "**" : kind == NodeKind::emphasis ? "*" : "~~";
    unit_.codes.push_back({kind, true, mark, mark, mark, node});
  }

  // The title of a picture is its caption, a unit of its own.
  static std::string title_of(NodeKind kind, cmark_node* node) {
    const std::string title = kind == NodeKind::link ? cmark_node_get_title(node) : "";
    return title.empty() ? "" : " \"" + title + "\"";
  }

  void picture(cmark_node* node) {
    open(NodeKind::picture, node);
    if (const std::string alternative = alternative_of(node); !alternative.empty()) {
      unit_.parts.push_back({PartKind::text, alternative, 0});
    }
    close();
  }

  void close() {
    unit_.parts.push_back({PartKind::close, "", open_.back()});
    open_.pop_back();
  }

  TextUnit& unit_;
  const std::vector<std::string>& note_names_;
  std::vector<std::size_t> open_;  // codes
};

void free_children(cmark_node* node) {
  while (auto* child = cmark_node_first_child(node)) {
    cmark_node_unlink(child);
    cmark_node_free(child);
  }
}

void append(cmark_node* parent, cmark_node* child) {
  if (cmark_node_append_child(parent, child) == 0) throw std::logic_error("a block does not take this markup");
}

cmark_node* new_text(const std::string& text) {
  cmark_node* node = new_node(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  return node;
}

}  // namespace

TextUnits::TextUnits(const std::string& markdown) : pieces_(markdown) {
  const SyntaxTree& tree = pieces_.tree();
  for (std::size_t i = 0; i < tree.notes().size(); ++i) {
    const std::string& label = pieces_.label(i);
    note_names_.push_back(label.empty() ? std::to_string(i + 1) : label);
  }
  for (auto* node = cmark_node_first_child(tree.root()); node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) != NodeKind::note) add_block(node);
  }
  std::vector<std::size_t> order(tree.notes().size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return cmark_node_get_start_line(tree.notes()[i]); });
  for (const std::size_t i : order) {
    skeleton_ += "[^" + note_names_[i] + "]";
    add_block(tree.notes()[i]);
  }
}

void TextUnits::add_block(cmark_node* block) {
  places_[block] = blocks_.size();
  blocks_.push_back(block);
  codes_.emplace_back();
  walk(block, [&](NodeKind kind, cmark_node* node, bool entering) { return visit(kind, node, entering); });
}

bool TextUnits::visit(NodeKind kind, cmark_node* node, bool entering) {
  note_structure(kind, node, entering);
  if (kind == NodeKind::code_block) {
    codes_.back().append(cmark_node_get_fence_info(node)).append("\n").append(cmark_node_get_literal(node));
    codes_.back() += '\0';
  }
  const bool leaf = kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::cell;
  if (!leaf) return true;
  if (entering && shows_something(node)) {
    skeleton_ += '+';
    add_unit(kind, node);
    add_captions(units_.size() - 1);
  }
  return false;
}

void TextUnits::note_structure(NodeKind kind, cmark_node* node, bool entering) {
  constexpr std::string_view letters = "dqlicphrtHRxn";  // a letter a kind of block
  if (!entering) {
    skeleton_ += ')';
    return;
  }
  skeleton_ += letters.at(static_cast<std::size_t>(kind));
  if (kind == NodeKind::heading) skeleton_ += std::to_string(cmark_node_get_heading_level(node));
  if (kind == NodeKind::list) skeleton_ += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? '1' : '-';
  if (kind == NodeKind::table) skeleton_ += std::to_string(cmark_gfm_extensions_get_table_columns(node));
}

void TextUnits::add_unit(NodeKind kind, cmark_node* node) {
  TextUnit unit;
  unit.node = node;
  unit.block = blocks_.size() - 1;
  const NodeKind parent = kind_of(cmark_node_parent(node));
  if (kind == NodeKind::heading) unit.kind = UnitKind::heading;
  if (kind == NodeKind::cell) unit.kind = UnitKind::cell;
  if (kind == NodeKind::paragraph && parent == NodeKind::item) unit.kind = UnitKind::item;
  if (kind == NodeKind::paragraph && parent == NodeKind::note) unit.kind = UnitKind::note;
  UnitReader(unit, note_names_).read();
  units_.push_back(std::move(unit));
}

void TextUnits::add_captions(std::size_t unit) {
  for (std::size_t i = 0; i < units_[unit].codes.size(); ++i) {
    const InlineCode& code = units_[unit].codes[i];
    const std::string caption = code.kind == NodeKind::picture ? cmark_node_get_title(code.node) : "";
    if (is_blank(caption)) continue;
    skeleton_ += '"';
    units_.push_back({UnitKind::caption, {{PartKind::text, caption, 0}}, {}, units_[unit].block, code.node});
  }
}

void TextUnits::replace(std::size_t index, const UnitParts& parts) {
  const TextUnit& unit = units_.at(index);
  if (unit.kind == UnitKind::caption) {
    cmark_node_set_title(unit.node, text_of(parts).c_str());
    return;
  }
  for (const auto& code : unit.codes) cmark_node_unlink(code.node);
  free_children(unit.node);
  for (const auto& code : unit.codes) {
    if (code.pair) free_children(code.node);
  }
  std::vector<cmark_node*> open{unit.node};
  for (const auto& part : parts) {
    if (part.kind == PartKind::close) {
      open.pop_back();
      continue;
    }
    cmark_node* node = part.kind == PartKind::text ? new_text(part.text) : unit.codes.at(part.code).node;
    append(open.back(), node);
    if (part.kind == PartKind::open) open.push_back(node);
  }
}

std::string text_of(const UnitParts& parts) {
  std::string text;
  for (const auto& part : parts) text += part.text;
  return text;
}

bool has_words(const TextUnit& unit) {
  const std::string words = text_of(unit.parts);
  for (std::string_view text = words; !text.empty();) {
    const CodePoint point = first_of(text);
    if (is_letter(point.value)) return true;
    text.remove_prefix(std::max<std::size_t>(point.length, 1));
  }
  return false;
}

std::string content_key(const TextUnit& unit) {
  std::string key = std::to_string(static_cast<int>(unit.kind));
  for (const auto& part : unit.parts) {
    key += '\n';
    key += std::to_string(static_cast<int>(part.kind));
    key += part.kind == PartKind::text ? part.text : unit.codes.at(part.code).key;
  }
  return key;
}

std::optional<UnitParts> renumber(const TextUnit& unit, const UnitParts& parts, const TextUnit& other) {
  if (unit.codes.size() != other.codes.size()) return std::nullopt;
  std::multimap<std::string_view, std::size_t> free;  // those of one key in their order
  for (std::size_t i = 0; i < other.codes.size(); ++i) free.emplace(other.codes[i].key, i);
  std::vector<std::size_t> numbers;
  for (const auto& code : unit.codes) {
    const auto found = free.lower_bound(code.key);
    if (found == free.end() || found->first != code.key) return std::nullopt;
    numbers.push_back(found->second);
    free.erase(found);
  }
  UnitParts renumbered = parts;
  for (auto& part : renumbered) {
    if (part.kind != PartKind::text) part.code = numbers.at(part.code);
  }
  return renumbered;
}

}  // namespace documents
