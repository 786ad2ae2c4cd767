#include "documents/text/text_check.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "domain/basis/error.hpp"
#include "domain/basis/heavy_work.hpp"

namespace documents {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Message;
using domain::say;

// The limit of Unicode's stream-safe format (UAX 15). No script needs more on one letter, and putting them in
// order takes time in the square of their number.
constexpr int kMostCombiningMarks = 30;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string code_point(utf8proc_int32_t c) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) text += kDigits[(c >> shift) & 0xF];
  return "U+" + text;
}

bool is_control(utf8proc_int32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F); }
bool is_noncharacter(utf8proc_int32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }
bool turns_direction(utf8proc_int32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Characters that normal form C leaves alone wherever they stand, and that most texts are made of: Latin,
// Cyrillic, punctuation, currency signs. A text of these alone need not be normalised.
bool is_stable(utf8proc_int32_t c) {
  return c < 0x300 || (c >= 0x400 && c <= 0x482) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20C0);
}

// Whether a text may not hold this character.
bool is_refused(utf8proc_int32_t c) {
  if (c < 0x7F && c >= 0x20) return false;
  return is_control(c) || turns_direction(c) || is_noncharacter(c);
}

// Why a refused character is refused: "a control character (U+0085)".
Message objection(utf8proc_int32_t c) {
  const Message what = is_control(c)        ? say("a control character")
                       : turns_direction(c) ? say("an invisible mark that turns the direction of the text")
                                            : say("a code point that is not a character");
  return say("{0} ({1})", what, code_point(c));
}

// What is wrong at this byte of the text.
[[noreturn]] void refuse(const char* kind, std::string_view text, std::size_t at, const Message& what) {
  const auto line = 1 + std::ranges::count(text.substr(0, at), '\n');
  throw Error(ErrorCode::invalid, kind, say("Line {0} contains {1}.", line, what));
}

// Bytes of a break at this place, 0 where there is none.
struct Break {
  std::size_t length = 0;
  bool ends_paragraph = false;
  bool plain = false;  // as keyboards make it
};

bool may_begin_break(char c) { return c == '\r' || c == '\v' || c == '\f' || c == '\xC2' || c == '\xE2'; }

Break break_at(std::string_view text) {
  switch (text.front()) {
    case '\r':
      return {text.starts_with("\r\n") ? 2U : 1U, false, true};
    case '\v':
      return {1, false, false};
    case '\f':
      return {1, true, false};
    case '\xC2':
      return {text.starts_with("\xC2\x85") ? 2U : 0U, false, false};
    case '\xE2':
      if (text.starts_with("\u2028")) return {3, false, false};
      return {text.starts_with("\u2029") ? 3U : 0U, true, false};
    default:
      return {};
  }
}

// Of a heading or a row of a table, which a line break would end.
bool is_one_line(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && (line[first] == '#' || line[first] == '|');
}

std::string_view spelling_of(const Break& found, Breaks breaks, std::string_view before) {
  if (found.plain) return "\n";
  if (breaks == Breaks::spaces) return " ";
  if (breaks == Breaks::lines) return found.ends_paragraph ? "\n\n" : "\n";
  if (is_one_line(before.substr(before.rfind('\n') + 1))) return "<br>";
  return found.ends_paragraph ? "\n\n" : "  \n";
}

// Bytes of ASCII at the head of the text that nothing is to be said about, a block at a time.
std::size_t plain_length(std::string_view text) {
  constexpr std::size_t kBlock = 32;
  const auto is_plain = [](unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; };
  std::size_t length = 0;
  for (; length + kBlock <= text.size(); length += kBlock) {
    bool plain = true;  // without a way out of the loop, so that it becomes a few instructions
    for (std::size_t i = 0; i < kBlock; ++i) plain &= is_plain(static_cast<unsigned char>(text[length + i]));
    if (!plain) break;
  }
  return length;
}

// Returns whether normalising can change the text.
bool check_characters(const std::string& text) {
  int marks = 0;
  bool stable = true;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t plain = plain_length(std::string_view(text).substr(i)); plain > 0) {
      marks = 0;
      i += plain;
      continue;
    }
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (length <= 0) refuse("invalid_utf8", text, i, say("bytes that are not UTF-8"));
    if (is_refused(c)) refuse("invalid_text", text, i, objection(c));
    i += static_cast<std::size_t>(length);
    if (is_stable(c)) {
      marks = 0;
      continue;
    }
    stable = false;
    marks = utf8proc_get_property(c)->combining_class == 0 ? 0 : marks + 1;
    if (marks > kMostCombiningMarks) refuse("invalid_text", text, i, say("more than 30 combining marks on one letter"));
  }
  return !stable;
}

std::string to_nfc(const std::string& text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, std::free);
  if (size < 0)
    throw Error(ErrorCode::invalid, "invalid_text", say("The text cannot be brought into Unicode's normal form C."));
  return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size)};
}

}  // namespace

std::string plain_breaks(std::string_view text, Breaks breaks) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const auto ordinary = static_cast<std::size_t>(std::ranges::find_if(text, may_begin_break) - text.begin());
    plain += text.substr(0, ordinary);
    text.remove_prefix(ordinary);
    if (text.empty()) break;
    const Break found = break_at(text);
    plain += found.length == 0 ? text.substr(0, 1) : spelling_of(found, breaks, plain);
    text.remove_prefix(std::max<std::size_t>(found.length, 1));
  }
  return plain;
}

std::string without_refused_characters(const std::string& with_breaks) {
  const std::string text = plain_breaks(with_breaks, Breaks::spaces);
  std::string clean;
  clean.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    const std::size_t step = length > 0 ? static_cast<std::size_t>(length) : 1;
    if (length > 0 && !is_refused(c)) clean.append(text, i, step);
    i += step;
  }
  return clean;
}

Message refused_character(const std::string& text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (length <= 0) return say("bytes that are not UTF-8");
    if (is_refused(c)) return objection(c);
    i += static_cast<std::size_t>(length);
  }
  return {};
}

std::string check_text(const std::string& text, Breaks breaks) {
  constexpr std::size_t kLong = 65'536;
  if (text.size() > kLong) domain::note_heavy_work("the check of a text");
  std::string_view whole = text;
  while (whole.starts_with(kByteOrderMark)) whole.remove_prefix(kByteOrderMark.size());
  std::string lines = plain_breaks(whole, breaks);
  if (check_characters(lines)) lines = to_nfc(lines);
  if (lines.size() > kLongestText) {
    throw Error(ErrorCode::invalid, "text_too_long",
                say("The text has {0} bytes; at most {1} (1 MiB) are allowed.", lines.size(), kLongestText));
  }
  return lines;
}

}  // namespace documents
