// What stands before the first chapter, below the title that pandoc writes itself.
#pragma once

#include <vector>

#include "documents/office/office_pages.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/office_words.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_contents.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// Blocks: emblem, facts, and place and day of issue at the foot of the title page; the page behind it; contents and
// lists, which a part of a report has not.
pandoc::Json front_blocks(const OfficeWords& words, const std::vector<ContentsEntry>& contents, OfficeFormat format,
                          OfficePages& pages, OfficePictures& pictures);

}  // namespace documents
