#include "documents/text/raised_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace documents {
namespace {

struct Letter {
  std::string_view plain;
  std::string_view raised;   // empty: Unicode has none
  std::string_view lowered;  // likewise
};

// A raised minus is written in three ways; read back, it is the first of them.
constexpr auto kLetters = std::to_array<Letter>(
    {{"0", "⁰", "₀"}, {"1", "¹", "₁"}, {"2", "²", "₂"}, {"3", "³", "₃"}, {"4", "⁴", "₄"}, {"5", "⁵", "₅"},
     {"6", "⁶", "₆"}, {"7", "⁷", "₇"}, {"8", "⁸", "₈"}, {"9", "⁹", "₉"}, {"+", "⁺", "₊"}, {"-", "⁻", "₋"},
     {"−", "⁻", "₋"}, {"–", "⁻", ""},  {"=", "⁼", "₌"}, {"(", "⁽", "₍"}, {")", "⁾", "₎"}, {" ", " ", " "},
     {"a", "ᵃ", "ₐ"}, {"b", "ᵇ", ""},  {"c", "ᶜ", ""},  {"d", "ᵈ", ""},  {"e", "ᵉ", "ₑ"}, {"f", "ᶠ", ""},
     {"g", "ᵍ", ""},  {"h", "ʰ", "ₕ"}, {"i", "ⁱ", "ᵢ"}, {"j", "ʲ", "ⱼ"}, {"k", "ᵏ", "ₖ"}, {"l", "ˡ", "ₗ"},
     {"m", "ᵐ", "ₘ"}, {"n", "ⁿ", "ₙ"}, {"o", "ᵒ", "ₒ"}, {"p", "ᵖ", "ₚ"}, {"r", "ʳ", "ᵣ"}, {"s", "ˢ", "ₛ"},
     {"t", "ᵗ", "ₜ"}, {"u", "ᵘ", "ᵤ"}, {"v", "ᵛ", "ᵥ"}, {"w", "ʷ", ""},  {"x", "ˣ", "ₓ"}, {"y", "ʸ", ""},
     {"z", "ᶻ", ""}});

std::string in_form(std::string_view text, std::string_view Letter::*form) {
  std::string out;
  while (!text.empty()) {
    const auto character = first_character_of(text);
    const auto* const found = std::ranges::find(kLetters, character, &Letter::plain);
    if (found == kLetters.end() || ((*found).*form).empty()) return "";
    out += (*found).*form;
    text.remove_prefix(character.size());
  }
  return out;
}

}  // namespace

std::string raised(std::string_view text) { return in_form(text, &Letter::raised); }
std::string lowered(std::string_view text) { return in_form(text, &Letter::lowered); }

std::string_view at_ordinary_height(std::string_view character) {
  const auto* const found = std::ranges::find_if(
      kLetters, [&](const Letter& one) { return one.raised == character || one.lowered == character; });
  return found == kLetters.end() ? character : found->plain;
}

std::string_view first_character_of(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return text.substr(0, size);
}

}  // namespace documents
