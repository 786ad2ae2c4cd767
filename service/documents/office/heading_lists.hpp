// The lists that number headings, in the word processors' own words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/office/heading_numbers.hpp"
#include "documents/office/pandoc.hpp"

namespace documents {

// labels: say what stands before the letter of an annex.
// DOCX: what word/numbering.xml holds; the list at index i is the numbering i + 1.
std::string word_heading_lists(const std::vector<HeadingList>& lists, const Labels& labels);

// ODT: among the styles of styles.xml. The first is that of the outline, which every heading has that is in no other;
// the one at index i is called open_document_list(i).
std::string open_document_heading_lists(const std::vector<HeadingList>& lists, const Labels& labels);
std::string open_document_list(std::size_t index);

// What stands around a number in a pattern of the labels: "Annex " and "" for "Annex {number}".
struct AroundNumber {
  std::string before;
  std::string after;
};
AroundNumber around_number(std::string_view pattern);

}  // namespace documents
