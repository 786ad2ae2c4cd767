// Tables for word processors.
#pragma once

#include <string_view>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// text: what the inlines show.
pandoc::TableCell text_cell(pandoc::Json inlines, std::string_view text);

// Blocks. Pandoc draws the tables of an ODT without lines, whatever the reference document says: there the table is
// written out, with the styles of db/documents/report.opendocument.
pandoc::Json office_table(pandoc::Table table, OfficeFormat format);

}  // namespace documents
