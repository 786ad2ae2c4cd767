// The list of contents for word processors: their own field, filled beforehand, so that it stands there before
// anybody updates it. Page numbers are the word processor's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/report/report.hpp"

namespace documents {

struct ContentsEntry {
  std::string id;  // of the heading
  int level = 1;   // 1: a chapter
  std::string_view language;
  std::string name;  // "1.1 "
  std::string_view title;
};

// Every section, the annex of contributions, and that of charts where there are any.
std::vector<ContentsEntry> contents_of(const Report& report);

// The list, on a page of its own, which begins the pages with header and footer.
pandoc::Json contents_block(const Report& report, const std::vector<ContentsEntry>& entries, OfficeFormat format);

// The inlines of a heading, so that the entry (as its index) leads there.
pandoc::Json contents_target(std::size_t entry, pandoc::Json inlines, OfficeFormat format);

}  // namespace documents
