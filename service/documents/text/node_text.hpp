// The bare text of a part of the tree.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>

namespace documents {

// What a node shows, without its markup: line breaks as spaces, footnote marks left out.
std::string text_of(cmark_node* node);

// What an image says to who cannot see it.
std::string alternative_of(cmark_node* image);

// Nothing but white space.
bool is_blank(std::string_view text);

// Whether a paragraph is one of a list that is set closely, without space between its items.
bool stands_closely(cmark_node* paragraph);

// Whether a heading or a paragraph shows anything at all.
bool shows_something(cmark_node* node);

}  // namespace documents
