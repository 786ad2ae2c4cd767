// Texts whose markup no person writes: the parser would take time in the square of their length, or give a
// tree of millions of nodes.
#pragma once

#include <string_view>

namespace documents {

// False: show the text as it was typed, without reading markup in it. The limits are far beyond any real
// text: 64 quotes or list markers on one line, a list marker behind 256 columns, 1,000 columns in a table or
// 200,000 cells more than were written, and in one block (lines without an empty one between) 500 images or
// 200 unusual HTML tags.
bool has_readable_markup(std::string_view text);

}  // namespace documents
