#include "documents/text/bare_letters.hpp"

#include "documents/text/raised_letters.hpp"

namespace documents {
namespace {

bool is_letter(std::string_view character) {
  const char c = character.front();
  if (character.size() == 1) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const bool latin_sign = character >= "\u0080" && character <= "\u00BF";
  const bool punctuation = character >= "\u2000" && character <= "\u206F";
  return !latin_sign && !punctuation;
}

}  // namespace

std::string bare_letters(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto character = first_character_of(text);
    text.remove_prefix(character.size());
    if (character.size() > 1) character = at_ordinary_height(character);
    if (is_letter(character)) out += character;
  }
  return out;
}

}  // namespace documents
