#include "documents/text/shown_size.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "documents/text/ascii.hpp"
#include "documents/text/characters.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/syntax_tree.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::uint64_t kOfNode = 32;        // the tags of a block, a cell, an emphasis
constexpr std::uint64_t kOfLink = 64;        // besides its address
constexpr std::uint64_t kOfReference = 240;  // the mark of a footnote and the way back to it
constexpr std::uint64_t kOfPicture = 128;    // besides its words

// Every character that is escaped somewhere.
constexpr std::array<bool, 256> mark_table() {
  std::array<bool, 256> marks{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    const char ascii = static_cast<char>(c);
    marks.at(c) = !is_ascii_letter(ascii) && !is_digit(ascii) && ascii != ' ';
  }
  return marks;
}
constexpr auto kMarks = mark_table();

// Every mark as an entity or behind a backslash, whichever is longer.
std::uint64_t escaped_size(std::string_view text) {
  std::uint64_t marks = 0;
  for (const char c : text) marks += kMarks[static_cast<unsigned char>(c)] ? 1 : 0;
  return text.size() + 5 * marks;
}

// Every letter beyond ASCII is percent-encoded.
std::uint64_t address_size(std::string_view address) { return 3 * address.size() + escaped_size(address); }

class Sizes {
 public:
  void visit(NodeKind kind, cmark_node* node, bool entering) {
    if (!stands_in_line(kind)) block(kind, node, entering);
    if (!entering) return;
    const std::uint64_t size = kOfNode + in_line(kind, node);
    whole_ += size;
    if (in_cell_) cell_ += size;
    largest_cell_ = std::max(largest_cell_, cell_);
  }

  std::uint64_t whole() const { return whole_; }
  std::uint64_t largest_cell() const { return largest_cell_; }

 private:
  // In Markdown each line of a block begins with what stands around it: "> ", and the indents of lists.
  void block(NodeKind kind, cmark_node* node, bool entering) {
    const std::uint64_t indent = kind == NodeKind::quote                                                   ? 2
                                 : kind == NodeKind::note                                                  ? 4
                                 : kind != NodeKind::item                                                  ? 0
                                 : cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST ? 11
                                                                                                           : 2;
    indent_ += entering ? indent : 0 - indent;
    whole_ += indent_;
    if (kind != NodeKind::cell) return;
    in_cell_ = entering;
    cell_ = 0;
  }

  std::uint64_t in_line(NodeKind kind, cmark_node* node) const {
    switch (kind) {
      case NodeKind::text:
      case NodeKind::code:
        return escaped_size(cmark_node_get_literal(node));
      case NodeKind::code_block: {
        const std::string_view code = cmark_node_get_literal(node);
        return escaped_size(code) + indent_ * static_cast<std::uint64_t>(std::ranges::count(code, '\n'));
      }
      case NodeKind::soft_break:
      case NodeKind::line_break:
        return indent_;
      case NodeKind::link:
        return kOfLink + address_size(cmark_node_get_url(node));
      case NodeKind::picture:
        return kOfPicture + escaped_size(cmark_node_get_title(node));
      case NodeKind::note_reference:
        return kOfReference;
      default:
        return 0;
    }
  }

  std::uint64_t whole_ = 0;
  std::uint64_t indent_ = 0;
  std::uint64_t cell_ = 0;
  std::uint64_t largest_cell_ = 0;
  bool in_cell_ = false;
};

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; }

// The text with a place to break at in every word that is too long.
std::string broken(std::string_view text, std::size_t& longest) {
  std::string out;
  std::size_t letters = 0;
  while (!text.empty()) {
    const CodePoint point = first_of(text);
    const std::size_t length = std::max<std::size_t>(point.length, 1);
    letters = may_break_behind(point.value) ? 0 : letters + 1;
    longest = std::max(longest, letters);
    if (letters > 1 && letters % kLongestWord == 1) out += "\u200B";
    out += text.substr(0, length);
    text.remove_prefix(length);
  }
  return out;
}

void break_words_of(cmark_node* node, std::size_t& longest) {
  const char* literal = cmark_node_get_literal(node);
  if (literal == nullptr) return;
  const std::string_view text = literal;
  if (text.size() <= kLongestWord) {
    longest = std::max(longest, text.size());
    return;
  }
  if (const std::string out = broken(text, longest); out.size() != text.size())
    cmark_node_set_literal(node, out.c_str());
}

}  // namespace

domain::Message objection_to_size(cmark_node* root) {
  Sizes sizes;
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) {
    sizes.visit(kind, node, entering);
    return true;
  });
  if (sizes.largest_cell() > kLargestCell) {
    return say(
        "A cell of a table takes {0} bytes when it is shown; at most {1} are allowed. Put long texts below the table.",
        sizes.largest_cell(), kLargestCell);
  }
  if (sizes.whole() <= kLargestShown) return {};
  return say(
      "Shown, this text would take up to {0}; at most {1} are allowed. Look for long addresses that are mentioned very "
      "often, for thousands of footnote marks, and for short lines deep in lists.",
      megabytes(sizes.whole()), megabytes(kLargestShown));
}

std::size_t break_long_words(cmark_node* root) {
  std::size_t longest = 0;
  walk(root, [&](NodeKind kind, cmark_node* node, bool) {
    if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block) break_words_of(node, longest);
    if (kind == NodeKind::picture) {
      if (auto* alternative = cmark_node_first_child(node)) break_words_of(alternative, longest);
      const std::string title = cmark_node_get_title(node);
      if (const std::string out = broken(title, longest); out != title) cmark_node_set_title(node, out.c_str());
    }
    return true;
  });
  return longest;
}

}  // namespace documents
