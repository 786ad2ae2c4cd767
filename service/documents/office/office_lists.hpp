// Behind the contents: the lists of tables and figures, which word processors update as the contents, and that of
// abbreviations.
#pragma once

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

// Blocks; none where there is nothing to list.
pandoc::Json numbered_list(const Report& report, CaptionKind kind, OfficeFormat format);
pandoc::Json abbreviations_list(const Report& report, OfficeFormat format);

// Blocks that belong at the beginning of an OpenDocument text (office_beginning.hpp): what its numbers are counted
// under.
pandoc::Json sequence_declarations(const Report& report);

}  // namespace documents
