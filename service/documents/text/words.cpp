#include "documents/text/words.hpp"

#include <algorithm>
#include <string_view>

#include "documents/text/characters.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/placed_pictures.hpp"

namespace documents {
namespace {

class Counter {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      const auto first = static_cast<unsigned char>(text.front());
      if (first >= 0x80) {
        text.remove_prefix(other(text));
        continue;
      }
      letter(first == ' ' || (first >= '\t' && first <= '\r'));
      text.remove_prefix(1);
    }
  }
  void end_word() { in_word_ = false; }
  std::uint64_t words() const { return words_; }

 private:
  // Beyond ASCII. Returns its bytes.
  std::size_t other(std::string_view text) {
    const CodePoint point = first_of(text);
    const bool alone = is_ideograph(point.value) || is_ideographic_mark(point.value);
    if (alone) end_word();
    letter(!alone && is_white_space(point.value));
    if (alone) end_word();
    return std::max<std::size_t>(point.length, 1);
  }

  void letter(bool space) {
    if (!space && !in_word_) ++words_;
    in_word_ = !space;
  }

  std::uint64_t words_ = 0;
  bool in_word_ = false;
};

}  // namespace

std::uint64_t count_words(const SyntaxTree& tree) {
  Counter counter;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool) {
    if (!stands_in_line(kind) || kind == NodeKind::soft_break || kind == NodeKind::line_break) counter.end_word();
    if (kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block) {
      counter.add(cmark_node_get_literal(node));
    }
    if (kind == NodeKind::picture && is_figure(node)) counter.add(cmark_node_get_title(node));
    return true;
  });
  return counter.words();
}

bool says_nothing(const SyntaxTree& tree) {
  bool nothing = true;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool) {
    const bool text = kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::code_block;
    if (kind == NodeKind::picture || (text && !shows_nothing(cmark_node_get_literal(node)))) nothing = false;
    return nothing;
  });
  return nothing;
}

}  // namespace documents
