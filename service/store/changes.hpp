// When something was changed last.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "domain/calendar.hpp"
#include "store/database.hpp"

namespace store {

struct LastChange {
  std::int64_t event = 0;
  domain::Millis at = 0;
};

// Of the report itself: its title, days and imprint.
LastChange last_report_change(ReadTx& tx, const std::string& report);
// Of each section: its assignment, title, deadlines and state.
std::map<std::string, LastChange> last_section_changes(ReadTx& tx, const std::string& report);

}  // namespace store
