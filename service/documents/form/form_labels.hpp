// The fixed words of a form, in the languages it knows: English, Russian, Turkmen. Others get the English words.
#pragma once

#include <array>
#include <string_view>

namespace documents {

struct FormLabels {
  std::string_view title;                 // followed by the agency
  std::string_view how;                   // heading of what follows
  std::array<std::string_view, 5> rules;  // what may be edited and what must stay
  std::string_view due, limit;            // before a value
  std::string_view words;                 // behind a number
  std::string_view overdue;               // behind the day on which it was due
  std::string_view returned;              // before the reason
  std::string_view reopened;              // before the reason
  std::string_view nothing_to_write;      // instead of sections
  std::string_view not_here;              // before the list of sections that cannot be written now
  std::string_view source;                // before the number of its revision
  std::string_view stale;                 // before the revision that was translated and the newest
};

const FormLabels& form_labels_for(std::string_view language);

}  // namespace documents
