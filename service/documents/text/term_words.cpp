#include "documents/text/term_words.hpp"

#include <utf8proc.h>

#include <array>
#include <vector>

#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

using Sort = TermWords::Sort;

constexpr std::int32_t kSoftHyphen = 0xAD;
constexpr std::int32_t kApostrophe = 0x2019;

Sort sort_of_other(std::int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
      return Sort::space;
    case UTF8PROC_CATEGORY_PD:  // hyphens and dashes
    case UTF8PROC_CATEGORY_PI:  // quotes
    case UTF8PROC_CATEGORY_PF:
      return Sort::joint;
    case UTF8PROC_CATEGORY_CF:
      return Sort::letter;
    default:
      return classify(c) == CharacterClass::letter ? Sort::letter : Sort::end;
  }
}

Sort sort_of(std::int32_t c) {
  const bool digit = c >= '0' && c <= '9';
  if (digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sort::letter;
  if (c == ' ' || c == '\n' || c == '\t') return Sort::space;
  if (c == '-' || c == ',' || c == '"' || c == '\'' || c == kApostrophe) return Sort::joint;
  if (c < 0x80) return Sort::end;
  return sort_of_other(c);
}

void append_code_point(std::string& out, std::int32_t c) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(c, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

// In one case, and "ё" as "е", which many write for it.
std::string fold(std::int32_t c) {
  std::string out;
  if (c == kSoftHyphen) return out;
  std::array<utf8proc_int32_t, 4> folded{};
  int last_class = 0;
  const auto count = utf8proc_decompose_char(c, folded.data(), static_cast<utf8proc_ssize_t>(folded.size()),
                                             UTF8PROC_CASEFOLD, &last_class);
  for (utf8proc_ssize_t i = 0; i < count && i < 4; ++i) {
    const auto one = folded.at(static_cast<std::size_t>(i));
    append_code_point(out, one == 0x451 ? 0x435 : one);
  }
  return out;
}

struct Character {
  Sort sort = Sort::end;
  std::string folded;
};

Character look_up(std::int32_t c) { return {sort_of(c), fold(c)}; }

// Latin, Greek and Cyrillic letters, of which most texts are made, are looked up once.
constexpr std::size_t kFrequent = 0x530;

std::vector<Character> look_up_frequent() {
  std::vector<Character> characters;
  for (std::size_t c = 0; c < kFrequent; ++c) characters.push_back(look_up(static_cast<std::int32_t>(c)));
  return characters;
}

class Characters {
 public:
  // Stays until the next one is asked for.
  const Character& at(std::int32_t c) {
    const auto index = static_cast<std::size_t>(c);
    if (index < kFrequent) return frequent_[index];
    return rare_ = look_up(c);
  }

 private:
  static const std::vector<Character>& frequent() {
    static const std::vector<Character> known = look_up_frequent();
    return known;
  }

  const Character* frequent_ = frequent().data();
  Character rare_;
};

// Of the letters that a text begins with. Returns their bytes.
std::size_t fold_letters(std::string_view text, Characters& characters, std::string& out) {
  std::size_t bytes = 0;
  for (;;) {
    const CodePoint point = first_of(text.substr(bytes));
    if (point.length == 0) return bytes;
    const auto& [sort, folded] = characters.at(point.value);
    if (sort != Sort::letter) return bytes;
    out += folded;
    bytes += point.length;
  }
}

int start_line(cmark_node* node) {
  while (node != nullptr && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
  return node == nullptr ? 0 : cmark_node_get_start_line(node);
}

}  // namespace

TermWords::TermWords(const SyntaxTree& tree) {
  int line = 0;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool entering) {
    if (!stands_in_line(kind)) {
      separate();
      if (entering) line = start_line(node);
      return true;
    }
    if (kind == NodeKind::text) add(cmark_node_get_literal(node), line);
    if (kind == NodeKind::code) separate();
    if (kind == NodeKind::picture) add_apart({alternative_of(node), cmark_node_get_title(node)}, line);
    if (kind == NodeKind::soft_break || kind == NodeKind::line_break) add(" ", line);
    const bool breaks_source = kind == NodeKind::soft_break || cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
    if (breaks_source && line > 0) ++line;
    return true;
  });
  list_words();
}

TermWords::TermWords(std::string_view shown) {
  add(shown, 0);
  list_words();
}

void TermWords::list_words() {
  separate();
  words_.reserve(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const std::size_t end = i + 1 < places_.size() ? places_[i + 1].folded : folded_.size();
    words_.push_back(std::string_view(folded_).substr(places_[i].folded, end - places_[i].folded));
  }
}

void TermWords::add(std::string_view text, int line) {
  Characters characters;
  while (!text.empty()) {
    const CodePoint point = first_of(text);
    if (point.length == 0) return separate();
    const auto& [sort, folded] = characters.at(point.value);
    if (sort == Sort::end || (sort == Sort::letter && !in_word_)) {
      places_.push_back({written_.size(), 0, folded_.size(), line});
    }
    in_word_ = sort == Sort::letter;
    std::size_t length = point.length;
    if (sort == Sort::end) folded_ += folded;
    if (sort == Sort::letter) length = fold_letters(text, characters, folded_);
    append_written(sort, text.substr(0, length));
    if (sort == Sort::letter || sort == Sort::end) places_.back().length = written_.size() - places_.back().begin;
    text.remove_prefix(length);
  }
}

void TermWords::append_written(Sort sort, std::string_view characters) {
  if (sort != Sort::space) {
    written_ += characters;
  } else if (!written_.ends_with(' ')) {
    written_ += ' ';
  }
}

void TermWords::add_apart(std::initializer_list<std::string> texts, int line) {
  separate();
  for (const auto& text : texts) {
    add(text, line);
    separate();
  }
}

void TermWords::separate() {
  in_word_ = false;
  const bool separated = places_.empty() || places_.back().length == 0;
  if (!separated) places_.push_back({written_.size(), 0, folded_.size(), 0});
}

std::string TermWords::written(std::size_t first, std::size_t count) const {
  const Place& last = places_.at(first + count - 1);
  const std::size_t begin = places_.at(first).begin;
  return written_.substr(begin, last.begin + last.length - begin);
}

domain::Phrase phrase_of(std::string_view form) {
  domain::Phrase phrase;
  std::size_t words = 0;  // up to the last one; marks behind it are none of the phrase
  bool in_word = false;
  Characters characters;
  while (!form.empty()) {
    const CodePoint point = first_of(form);
    if (point.length == 0) break;
    const auto& [sort, folded] = characters.at(point.value);
    const bool letter = sort == Sort::letter;
    const bool stem = in_word && point.value == '*';
    if (stem) phrase.back().stem = true;
    if ((letter && !in_word) || (sort == Sort::end && !stem && words > 0)) phrase.emplace_back();
    if (letter || (sort == Sort::end && !stem && words > 0)) phrase.back().text += folded;
    if (letter) words = phrase.size();
    in_word = letter;
    form.remove_prefix(point.length);
  }
  phrase.resize(words);
  return phrase;
}

}  // namespace documents
