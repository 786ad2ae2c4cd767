// What pandoc reads otherwise than Word shows it, or not at all, made plain text where that says the same, and told
// where it does not.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "documents/form/word_styles.hpp"
#include "documents/form/word_symbols.hpp"

namespace documents {

// Signs of picture fonts become Unicode's; line breaks of another kind, text struck out twice and columns that a row of
// a table leaves free become what pandoc knows; equations become lines of text. Left out are hidden text, pictures,
// charts, objects and text boxes. Gives what its writer has to know, a sentence for each kind with the first place;
// empty: all is kept.
std::vector<std::string> make_plain(pugi::xml_node document, const WordStyles& styles, const WordSymbols& symbols);

}  // namespace documents
