#include "render/bare_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace render {
namespace {

struct Script {
  std::string_view plain;
  std::string_view raised;
  std::string_view lowered;
};

constexpr std::array<Script, 16> kScripts{{{"0", "⁰", "₀"},
                                           {"1", "¹", "₁"},
                                           {"2", "²", "₂"},
                                           {"3", "³", "₃"},
                                           {"4", "⁴", "₄"},
                                           {"5", "⁵", "₅"},
                                           {"6", "⁶", "₆"},
                                           {"7", "⁷", "₇"},
                                           {"8", "⁸", "₈"},
                                           {"9", "⁹", "₉"},
                                           {"+", "⁺", "₊"},
                                           {"-", "⁻", "₋"},
                                           {"−", "⁻", "₋"},
                                           {"(", "⁽", "₍"},
                                           {")", "⁾", "₎"},
                                           {"n", "ⁿ", "ₙ"}}};

// The first character of a text that is not empty, as bytes.
std::string_view first_character_of(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

bool is_letter(std::string_view character) {
  const char c = character.front();
  if (character.size() == 1) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const bool latin_sign = character >= "\u0080" && character <= "\u00BF";
  const bool punctuation = character >= "\u2000" && character <= "\u206F";
  return !latin_sign && !punctuation;
}

std::string with(std::string_view text, std::string_view Script::*form) {
  std::string out;
  while (!text.empty()) {
    const auto character = first_character_of(text);
    const auto found = std::ranges::find(kScripts, character, &Script::plain);
    if (found == kScripts.end()) return "";
    out += (*found).*form;
    text.remove_prefix(character.size());
  }
  return out;
}

}  // namespace

std::string bare_letters(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto character = first_character_of(text);
    text.remove_prefix(character.size());
    if (character.size() > 1) {
      const auto* const found = std::ranges::find_if(
          kScripts, [&](const Script& one) { return one.raised == character || one.lowered == character; });
      if (found != kScripts.end()) character = found->plain;
    }
    if (is_letter(character)) out += character;
  }
  return out;
}

std::string raised(std::string_view text) { return with(text, &Script::raised); }
std::string lowered(std::string_view text) { return with(text, &Script::lowered); }

}  // namespace render
