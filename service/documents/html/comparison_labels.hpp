// The fixed words of a comparison, in the languages of labels.hpp.
#pragma once

#include <string_view>

#include "documents/html/comparison.hpp"

namespace documents {

struct ComparisonLabels {
  std::string_view language;
  std::string_view title, older, newer, as_it_is_now, edition, final_edition, draft_edition, withdrawn;
  std::string_view how_to_read, inserted, deleted;  // "In the texts, INSERTED words are underlined ..."
  std::string_view overview, result, words_before, words_after, in_all;
  std::string_view same, changed, added, removed, gap, withheld;
  std::string_view title_was, unchanged_paragraphs;
  std::string_view revision, approved_text, newest_text, saved;
};

const ComparisonLabels& comparison_labels_for(std::string_view language);
std::string_view outcome_label(const ComparisonLabels& labels, Outcome outcome);

}  // namespace documents
