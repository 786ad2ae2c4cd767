// The letters of one paragraph of Word's own XML, and parts of it by them.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>

namespace documents {

// As they are read: without what was deleted, and without what stands in text boxes.
std::string letters_of_line(const pugi::xml_node& paragraph);

// Leaves of a paragraph what stands between two places of its letters, in bytes. What has no letters (a comment's
// beginning, a note's mark, a picture) is kept from no_letters_from on, before the end; at the paragraph's own end,
// too.
struct LinePart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t no_letters_from = 0;
};
void keep_of_line(pugi::xml_node paragraph, const LinePart& part);

// Whether there is anything in it but what says how it looks.
bool holds_anything(const pugi::xml_node& paragraph);

}  // namespace documents
