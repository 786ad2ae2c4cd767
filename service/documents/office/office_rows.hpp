// Tables of Word on pages.
#pragma once

#include <pugixml.hpp>

namespace documents {

// No row is divided, and neither the head with one row ends a page nor does a row alone begin one.
void keep_rows_together(pugi::xml_node table);

}  // namespace documents
