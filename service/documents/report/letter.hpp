// A letter to an agency: what is expected of it, by when, and whom to turn to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/report/document.hpp"

namespace documents {

struct ReminderLine {
  std::string number;  // of the section: "7.4.3"
  std::string title;
  std::string due_on;  // ISO day
  int days_left = 0;   // negative: the day has passed
  std::string state;   // "draft"
};

struct ReminderLetter {
  std::string language;  // BCP 47
  std::string country;   // ISO 3166-1 alpha-3
  LocalText report;      // its title
  std::string forum_date;
  LocalText addressee;  // title of the agency
  std::string written_on;
  std::vector<ReminderLine> lines;  // in outline order; none: nothing is expected
  LocalText publisher, contact;
  std::optional<DocumentPicture> emblem;
  std::string as_of;  // as in a Document
  std::int64_t sequence = 0;
};

// Its words are those of the language, or English; all that is put in is shown as it is.
Document compose_letter(const ReminderLetter& letter);

}  // namespace documents
