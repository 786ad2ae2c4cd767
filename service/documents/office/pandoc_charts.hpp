// Charts for word processors.
#pragma once

#include "documents/office/office_captions.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

// Blocks: the picture, and a link to its numbers. Where the table cannot be drawn, only a remark for the author, and
// that in a draft only.
pandoc::Json chart_blocks(const Report& report, const ReportChart& chart, const PandocLanguage& language,
                          OfficePictures& pictures);

// Blocks: what stands above the table of its numbers in the annex.
pandoc::Json chart_numbers_caption(const Report& report, const ReportChart& chart, const PandocLanguage& language);

// A block: what leads from there back to the chart, by its number.
pandoc::Json chart_back_link(const Report& report, const ReportChart& chart, const OfficeCaptions& captions);

}  // namespace documents
