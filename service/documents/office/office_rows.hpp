// Tables on pages.
#pragma once

#include <pugixml.hpp>

namespace documents {

// A table of so many rows, its head among them, stands on one page where it can.
constexpr std::size_t kRowsOnOnePage = 9;

// No row is divided. Of a longer table neither the head with one row ends a page nor does a row alone begin one. Words
// are not hyphenated, as the columns are wide enough and a date stays in one line; a text behind it keeps away.
void set_on_pages(pugi::xml_node table);

}  // namespace documents
