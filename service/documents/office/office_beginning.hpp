// What stands above the title, which pandoc puts above all that it is given.
#pragma once

#include <pugixml.hpp>

#include "documents/office/pandoc.hpp"

namespace documents {

// To be called with the body of the text: the emblem comes first, and a title below one has a style of its own. In an
// OpenDocument text the declarations of sequences come before both.
void put_beginning_first(pugi::xml_node body, OfficeFormat format);

}  // namespace documents
