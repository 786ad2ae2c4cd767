#include "documents/form/word_symbols.hpp"

#include <utf8proc.h>

#include <array>
#include <charconv>
#include <sstream>

#include "documents/text/ascii.hpp"

namespace documents {
namespace {

constexpr unsigned kOfFonts = 0xE000;  // the first and last number without a meaning of its own
constexpr unsigned kLastOfFonts = 0xF8FF;
constexpr unsigned kWordsFirst = 0xF000;

std::string utf8_of(unsigned code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto point = static_cast<utf8proc_int32_t>(code);
  if (code < ' ' || !utf8proc_codepoint_valid(point)) return "";
  const auto size = utf8proc_encode_char(point, bytes.data());
  return {bytes.begin(), bytes.begin() + size};
}

// `"a"`, with a backslash before a quotation mark or a backslash.
std::string unquoted(std::string_view text) {
  if (text.size() < 2) return "";
  text = text.substr(1, text.size() - 2);
  if (text.starts_with('\\')) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace

WordSymbols::WordSymbols(std::string_view data) {
  std::istringstream lines{std::string(data)};
  std::map<unsigned, std::string>* font = nullptr;
  for (std::string line; std::getline(lines, line);) {
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == std::string::npos) continue;
    if (!line.starts_with(' ')) {
      font = &fonts_[line.substr(0, colon)];
    } else if (font != nullptr && colon > 2 && colon + 2 < line.size()) {
      unsigned code = 0;
      std::from_chars(line.data() + 2, line.data() + colon, code, 16);
      (*font)[code] = unquoted(std::string_view(line).substr(colon + 2));
    }
  }
}

bool WordSymbols::is_font(std::string_view font) const { return fonts_.contains(lower_ascii(font)); }

std::string WordSymbols::unicode(std::string_view font, unsigned code) const {
  const auto found = fonts_.find(lower_ascii(font));
  if (found == fonts_.end()) return code >= kOfFonts && code <= kLastOfFonts ? "" : utf8_of(code);
  if (code >= kWordsFirst && code <= kLastOfFonts) code -= kWordsFirst;
  if (code == ' ') return " ";
  const auto sign = found->second.find(code);
  if (sign != found->second.end()) return sign->second;
  return code > 0xFF ? utf8_of(code) : "";  // a character that the font does not have itself
}

}  // namespace documents
