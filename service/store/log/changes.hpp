// When something was changed last.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "store/database/database.hpp"

namespace store {

struct LastChange {
  std::int64_t event = 0;
  domain::Millis at = 0;
};

// Of the report itself: its title, days and imprint.
LastChange last_report_change(ReadTx& tx, const std::string& report);
// Of each section: its assignment, title, deadlines and state.
std::map<std::string, LastChange> last_section_changes(ReadTx& tx, const std::string& report);

// The deadline of an agency that it no longer has.
struct DroppedDeadline {
  std::string section;
  std::string agency;
  std::string day;        // ISO, the last that it had
  LastChange dropped_by;  // when it was taken away
};
// Those taken away at this time or later, of one agency and section the last. As far as the newest 100 changes of a
// section tell.
std::vector<DroppedDeadline> dropped_deadlines(ReadTx& tx, const std::string& report, const std::string& section,
                                               domain::Millis since);

}  // namespace store
