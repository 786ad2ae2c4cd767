// What happens when, until the forum and after it: its first day, the stages of the format, every deadline, and what
// of the preparation plan is still to be done.
#pragma once

#include <string>
#include <vector>

#include "domain/preparation/calendar_entry.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct CalendarFilter {
  std::string kind;    // empty: any
  std::string agency;  // deadlines that this agency has to keep; empty: of all
  std::string from;    // ISO day: entries that end on it or later; empty: any
  std::string until;   // ISO day: entries that begin on it or before; empty: any
};

struct Calendar {
  OpenReport report;
  std::string identity;                        // of this database: no other has it
  std::vector<domain::CalendarEntry> entries;  // by day, then by name
};

// For every participant. Errors: not_found (report, agency of the filter), invalid (no day of the calendar).
Calendar get_calendar(const Read& context, const std::string& report, const CalendarFilter& filter);

}  // namespace usecases
