// The one way by which a text gets into Typst's source: as a string between quotes, which Typst never reads as markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace documents {

// A word of more letters than this may be broken anywhere: it does not fit on a line.
constexpr std::size_t kLineLetters = 70;

// Between quotes, with white space as it is. A character that no font of ours shows becomes U+FFFD: Typst refuses a
// file of the archives that shows something else than it says.
std::string typst_string(std::string_view text);

// In a line of text: white space is one space. longest: letters of a word that fit where it stands.
std::string typst_words(std::string_view text, std::size_t longest = kLineLetters);

// What numbers a heading, without the space behind it: "Annex A. " -> "Annex A.".
std::string typst_name(std::string_view name);

// `lang: "ru", region: "RU"` for a language tag, as far as Typst takes it.
std::string typst_language(std::string_view tag);

}  // namespace documents
