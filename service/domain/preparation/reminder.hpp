// A reminder to an agency of what it has to write for a report: made by the rhythm of the format, or by the
// coordinator.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

// One section of which an agency is reminded.
struct RemindedSection {
  std::string section;
  std::string due_on;  // ISO day, of the agency in this section
  int days = 0;        // from that day to the reminder: -3 is three days before
};

struct Reminder {
  std::int64_t event = 0;  // its id too
  std::string report;
  std::string agency;
  std::string on;        // ISO day in the report's time zone
  bool by_hand = false;  // the coordinator's own
  std::optional<std::string> note;
  std::vector<RemindedSection> sections;  // in outline order, at least one
  Author by;                              // of the service itself: nobody
  Millis at = 0;
};

}  // namespace domain
