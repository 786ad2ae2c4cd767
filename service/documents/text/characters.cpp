#include "documents/text/characters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "documents/text/markdown_escape.hpp"

namespace documents {
namespace {

struct Range {
  std::int32_t first, last;
};

template <std::size_t size>
bool lies_in(const std::array<Range, size>& ranges, std::int32_t c) {
  return std::ranges::any_of(ranges, [&](const Range& range) { return c >= range.first && c <= range.last; });
}

// Letters and symbols by their category, of which nothing is seen.
constexpr std::array<Range, 8> kFillers{{{0x034F, 0x034F},
                                         {0x115F, 0x1160},
                                         {0x17B4, 0x17B5},
                                         {0x180B, 0x180F},
                                         {0x2800, 0x2800},
                                         {0x3164, 0x3164},
                                         {0xFE00, 0xFE0F},
                                         {0xFFA0, 0xFFA0}}};
constexpr Range kMoreVariations{0xE0100, 0xE01EF};
constexpr Range kNumberSigns{0x600, 0x605};  // Arabic; format characters by their category, but seen

// Han with its extensions and radicals, kana, bopomofo.
constexpr std::array<Range, 9> kIdeographs{{{0x2E80, 0x2FDF},
                                            {0x3005, 0x3007},
                                            {0x3021, 0x3029},
                                            {0x3031, 0x312F},
                                            {0x31A0, 0x31FF},
                                            {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF},
                                            {0xF900, 0xFAFF},
                                            {0x20000, 0x3FFFD}}};

constexpr std::array<Range, 5> kWideMarks{
    {{0x3001, 0x303F}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}}};

constexpr std::array<Range, 4> kRunTogether{{{0x0E01, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0xAA60, 0xAA7F}}};

}  // namespace

bool is_white_space(std::int32_t c) {
  if (c < 0x1680) return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xA0;
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_unseen(std::int32_t c) {
  if (is_white_space(c)) return true;
  if (c >= kNumberSigns.first && c <= kNumberSigns.last) return false;
  if (utf8proc_category(c) == UTF8PROC_CATEGORY_CF) return true;
  return lies_in(kFillers, c) || (c >= kMoreVariations.first && c <= kMoreVariations.last);
}

bool shows_nothing(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first_of(text);
    if (point.length == 0 || !is_unseen(point.value)) return false;
    text.remove_prefix(point.length);
  }
  return true;
}

bool is_ideograph(std::int32_t c) { return c >= kIdeographs.front().first && lies_in(kIdeographs, c); }

bool is_ideographic_mark(std::int32_t c) { return c >= kWideMarks.front().first && lies_in(kWideMarks, c); }

bool runs_words_together(std::int32_t c) { return c >= kRunTogether.front().first && lies_in(kRunTogether, c); }

bool may_break_behind(std::int32_t c) {
  return is_white_space(c) || c == '-' || c == 0x200B || (c >= 0x2010 && c <= 0x2014) || is_ideograph(c) ||
         runs_words_together(c);
}

}  // namespace documents
