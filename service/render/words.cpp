#include "render/words.hpp"

#include <string_view>

#include "render/characters.hpp"
#include "render/placed_pictures.hpp"

namespace render {
namespace {

// Bytes of the white space at this place (Unicode's White_Space), 0 where there is none.
std::size_t space_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (first < 0xC2) return 0;
  if (text.starts_with("\u00A0") || text.starts_with("\xC2\x85")) return 2;
  if (text.starts_with("\u1680") || text.starts_with("\u205F") || text.starts_with("\u3000")) return 3;
  if (!text.starts_with("\xE2\x80") || text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  const bool space = last <= 0x8A || last == 0xAF;  // U+2000 to U+200A, U+202F
  return space || last == 0xA8 || last == 0xA9 ? 3 : 0;
}

class Counter {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      if (const std::size_t space = space_length(text)) {
        in_word_ = false;
        text.remove_prefix(space);
        continue;
      }
      if (!in_word_) ++words_;
      in_word_ = true;
      text.remove_prefix(1);
    }
  }
  void end_word() { in_word_ = false; }
  std::uint64_t words() const { return words_; }

 private:
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

}  // namespace render
