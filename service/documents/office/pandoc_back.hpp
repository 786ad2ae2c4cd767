// What the report itself adds behind its sections.
#pragma once

#include <vector>

#include "documents/office/office_words.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_contents.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// Blocks: the table of who contributed what, for a page that is turned. contents: leads to the sections.
pandoc::Json contributions_table(const OfficeWords& words, const std::vector<ContentsEntry>& contents,
                                 OfficeFormat format);

// Blocks: a line for each who signs.
pandoc::Json signatures_table(const OfficeWords& words, OfficeFormat format);

}  // namespace documents
