// A calendar as programs for calendars read it: iCalendar (RFC 5545); libical escapes and folds it. All entries are
// whole days, so that no time zone is needed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"

namespace documents {

struct CalendarEvent {
  std::string uid;          // for ever the same, and no other calendar's
  std::string summary;      // one line
  std::string description;  // may be empty
  std::string starts_on;    // ISO days, both of them included
  std::string ends_on;
  bool cancelled = false;
  std::int64_t sequence = 0;  // grows with every change
  domain::Millis changed_at = 0;
};

struct CalendarFile {
  std::string name;
  std::vector<CalendarEvent> events;
};

// UTF-8, lines of at most 75 bytes that end with CR LF. The same bytes for the same calendar.
std::string to_icalendar(const CalendarFile& calendar);

}  // namespace documents
