#include "documents/pdf/typst_string.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "documents/text/ascii.hpp"
#include "documents/text/characters.hpp"

namespace documents {
namespace {

constexpr std::int32_t kReplacement = 0xFFFD;
constexpr std::int32_t kByteOrderMark = 0xFEFF;
constexpr std::int32_t kMayBreak = 0x200B;  // a space without width

struct GlyphGap {
  std::int32_t first, last;
};
// Assigned, but in no font of Debian's that the service wants: cuneiform, hieroglyphs, old Bamum, Tangut and Khitan,
// rare ideographs.
constexpr std::array<GlyphGap, 4> kWithoutFont{
    {{0x12000, 0x1467F}, {0x16800, 0x16A3F}, {0x17000, 0x18DFF}, {0x20000, 0x3FFFF}}};

bool has_glyph(std::int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CC:
      return c == '\n' || c == '\t';
    default:
      return std::ranges::none_of(kWithoutFont,
                                  [&](const GlyphGap& range) { return c >= range.first && c <= range.last; });
  }
}

// What is shown of a text.
std::vector<std::int32_t> shown_characters(std::string_view text) {
  std::vector<std::int32_t> shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    std::int32_t c = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &c);
    if (c == '\r') c = '\n';
    if (length < 1 || c != kByteOrderMark) shown.push_back(length < 1 || !has_glyph(c) ? kReplacement : c);
    text.remove_prefix(length < 1 ? 1 : static_cast<std::size_t>(length));
  }
  return shown;
}

void append_escaped_character(std::string& out, std::int32_t c) {
  if (c == '\n') {
    out += "\\n";
    return;
  }
  if (c == '\t') {
    out += "\\t";
    return;
  }
  if (c == '"' || c == '\\') out += '\\';
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(c, bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_plain_space(std::int32_t c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_letter(std::int32_t c) {
  const auto category = utf8proc_category(c);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

using Character = std::vector<std::int32_t>::const_iterator;

// Where a line cannot end within, as Typst knows it.
Character end_of_word(Character begin, Character end) {
  const auto last = std::find_if(begin, end, [](std::int32_t c) { return is_plain_space(c) || may_break_behind(c); });
  return last == end || is_plain_space(*last) ? last : last + 1;
}

// Words of letters alone are hyphenated where they do not fit.
bool needs_breaks(Character begin, Character end, std::size_t longest) {
  constexpr std::size_t kLongestHyphenated = 24;
  const auto length = static_cast<std::size_t>(end - begin);
  if (length <= longest) return false;
  return length > kLongestHyphenated || !std::all_of(begin, end, is_letter);
}

// How many letters stand between two places where a word may be broken. Typst weighs each place against all others on a
// line: a word of 100,000 letters would take it a quarter of a minute.
std::size_t letters_between_breaks(std::size_t length, std::size_t longest) {
  constexpr std::size_t kNoWord = 2'000;
  return length < kNoWord ? 1 : std::max<std::size_t>(1, longest / 7);
}

void append_word(std::string& out, Character begin, Character end, std::size_t longest) {
  const bool broken = needs_breaks(begin, end, longest);
  const std::size_t step = letters_between_breaks(static_cast<std::size_t>(end - begin), longest);
  std::size_t letters = 0;
  std::int32_t state = 0;
  for (auto at = begin; at != end; ++at) {
    const bool new_letter = at != begin && utf8proc_grapheme_break_stateful(*(at - 1), *at, &state);
    if (broken && new_letter && ++letters % step == 0) append_escaped_character(out, kMayBreak);
    append_escaped_character(out, *at);
  }
}

}  // namespace

std::string typst_string(std::string_view text) {
  std::string out = "\"";
  for (const auto c : shown_characters(text)) append_escaped_character(out, c);
  return out + "\"";
}

std::string typst_words(std::string_view text, std::size_t longest) {
  const auto shown = shown_characters(text);
  std::string out = "\"";
  for (auto at = shown.begin(); at != shown.end();) {
    if (is_plain_space(*at)) {
      out += ' ';
      at = std::find_if_not(at, shown.end(), is_plain_space);
      continue;
    }
    const auto end = end_of_word(at, shown.end());
    append_word(out, at, end, longest);
    at = end;
  }
  return out + "\"";
}

std::string typst_name(std::string_view name) {
  return typst_string(name.substr(0, name.empty() ? 0 : name.size() - 1));
}

std::string typst_language(std::string_view tag) {
  const auto subtag = [&] {
    const auto end = std::min(tag.find('-'), tag.size());
    const std::string_view taken = tag.substr(0, end);
    tag.remove_prefix(std::min(end + 1, tag.size()));
    return taken;
  };
  const auto of_letters = [](std::string_view part) { return std::ranges::all_of(part, is_ascii_letter); };
  const std::string_view language = subtag();
  if (language.size() < 2 || language.size() > 3 || !of_letters(language)) return "lang: \"und\"";
  std::string out = "lang: " + typst_string(language);
  while (!tag.empty()) {
    const std::string_view region = subtag();
    if (region.size() != 2 || !of_letters(region)) continue;
    return out + ", region: " + typst_string(region);
  }
  return out;
}

}  // namespace documents
