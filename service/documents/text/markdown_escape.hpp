// Text as Markdown that shows exactly this text, whatever stands in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace documents {

// Appends a text to a line (or several) of Markdown; what it may mean there depends on what stands before it.
void append_markdown(std::string& out, std::string_view text);

// One line: line breaks become spaces.
std::string markdown_line(std::string_view text);

// The identifier that GitHub and pandoc give a heading: "1.1 Main messages" -> "11-main-messages".
std::string heading_anchor(std::string_view heading);

// How a character counts for emphasis beside it. Symbols beyond ASCII (a currency sign, an arrow) are letters to some
// readers, cmark-gfm among them, and punctuation to those that follow a newer CommonMark.
enum class CharacterClass { space, punctuation, symbol, letter };
CharacterClass classify(std::int32_t code_point);
bool is_letter(std::int32_t code_point);  // of an alphabet or a script; no digit

// The first and the last code point; -1 where the text is empty.
struct CodePoint {
  std::int32_t value = -1;
  std::size_t length = 0;
};
CodePoint first_beyond_ascii(std::string_view text);
inline CodePoint first_of(std::string_view text) {
  if (!text.empty() && static_cast<unsigned char>(text.front()) < 0x80) return {text.front(), 1};
  return first_beyond_ascii(text);
}
CodePoint last_of(std::string_view text);

// "&#1234;"
std::string numeric_entity(std::int32_t code_point);

}  // namespace documents
