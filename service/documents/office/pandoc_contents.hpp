// The list of contents for word processors: their own field, filled beforehand, so that it stands there before anybody
// updates it. Page numbers are the word processor's business: Word asks when it opens the file, LibreOffice fills in
// those of an OpenDocument file by itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/office/heading_numbers.hpp"
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
  std::optional<NumberedHeading> numbered;
};

// Every section, the annexes that are made, and the signatures, where there are any. Their headings are added to
// `numbers`.
std::vector<ContentsEntry> contents_of(const Report& report, HeadingNumbers& numbers);

// The list, on a page of its own, which begins the pages with header and footer.
pandoc::Json contents_block(const Report& report, const std::vector<ContentsEntry>& entries, OfficeFormat format);

// Blocks: the heading that an entry (by its index) leads to; inlines: its title.
pandoc::Json contents_heading(const std::vector<ContentsEntry>& entries, std::size_t index, pandoc::Json inlines,
                              OfficeFormat format);

// Markup of an inline: the number of an entry's heading, taken from there. Of a section, as annexes have words in
// front.
std::string section_reference(const std::vector<ContentsEntry>& entries, std::size_t index, const std::string& number,
                              OfficeFormat format);

}  // namespace documents
