// The fixed words of the document, in the languages it knows: English, Russian, Turkmen. Another language of
// a report gets the English words, marked as English.
#pragma once

#include <string>
#include <string_view>

namespace documents {

struct Labels {
  std::string_view language;
  // title page
  std::string_view forum_date, as_of, selection, latest, approved, words, limit;
  std::string_view draft_gaps, draft_unapproved;  // followed by a count: "3 / 40"
  // parts
  std::string_view skip, contents, annex, notes, back_to_reference, contributions;
  // in place of a text
  std::string_view no_text, no_approved_text, state, waits_for, lead, not_assigned, withheld, nothing, reason;
  std::string_view empty, draft, in_review, returned, approved_state;
  // on a text
  std::string_view fallback, stale, unconfirmed, carried_over;
  // annex of contributions
  std::string_view section, contributors, revisions, last_saved, approvals, own_text;
  // pictures: "Figure 3. Caption", "[picture missing: map.png]"
  std::string_view figure, picture_missing;
  // printed pages: "Page 3 of 40", and the word across each page of a draft
  std::string_view page, of_pages, watermark;
  char thousands;  // groups of digits; ' ' stands for a no-break space
};

const Labels& labels_for(std::string_view language);

// "approved" -> the word for it in the document.
std::string_view state_label(const Labels& labels, std::string_view state);

}  // namespace documents
