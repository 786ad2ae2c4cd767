// What pandoc cannot be told about a paragraph stands in its text as a mark, and is taken up when pandoc is done.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// An inline. properties: of the paragraph that it stands in, and instead of those that it has.
// DOCX: elements of w:pPr. ODT: attributes of the paragraph or heading.
pandoc::Json paragraph_mark(const std::string& properties, OfficeFormat format);

// To be called with every element of the text.
void take_up_marks(pugi::xml_node element, OfficeFormat format);

}  // namespace documents
