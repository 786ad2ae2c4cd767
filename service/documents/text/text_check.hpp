// What a text may be made of, whatever its script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/basis/message.hpp"

namespace documents {

constexpr std::size_t kLongestText = 1024 * 1024;  // bytes of the text as it is kept

// What becomes of the breaks of word processors: line breaks (U+2028, U+0085, vertical tab), paragraph and page breaks
// (U+2029, form feed). lines: LF, or two of them. markdown: so that the line breaks there, too (two spaces before LF;
// <br> in headings and tables). spaces: a space.
enum class Breaks { lines, markdown, spaces };

// The text as it is kept: UTF-8 in NFC, lines ended by LF, no byte order mark at its head.
// Errors: invalid, of the kinds
//   invalid_utf8  bytes that are no UTF-8
//   invalid_text  a character that a text may not hold: control characters but tab and line break
//                 and those above, noncharacters, and the marks that turn the direction of what follows (U+202A-202E,
//                 U+2066-2069): with those a text reads otherwise than it is stored and approved. Arabic and Hebrew
//                 need none of them; the direction marks U+200E, U+200F and U+061C are allowed.
//   text_too_long more than kLongestText bytes
std::string check_text(const std::string& text, Breaks breaks = Breaks::lines);

// The text with word processors' breaks as above, and LF for CR and CRLF.
std::string plain_breaks(std::string_view text, Breaks breaks);

// The text without the characters that check_text refuses: Markdown can bring them back as entities
// ("&#8238;"). In the place of a break is a space.
std::string without_refused_characters(const std::string& text);
// The first of them in words, "a control character (U+0085)"; empty: there is none.
domain::Message refused_character(const std::string& text);

}  // namespace documents
