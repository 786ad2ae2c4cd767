// Who writes a section, until when, and under which title: the coordinator's part.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "usecases/reports/sections.hpp"

namespace usecases {

struct SectionChange {
  std::optional<std::string> lead;  // empty: nobody
  std::optional<std::vector<std::string>> contributors;
  std::optional<std::optional<std::string>> due_on;  // set to nothing: the default again
  std::optional<std::string> due_reason;
  std::optional<domain::LocalizedText> title;                               // an empty text removes the correction
  std::map<std::string, std::optional<std::string>> agency_deadlines = {};  // nothing: takes the agency's day away
};

SectionView update_section(const Write& context, const std::string& report, const std::string& section,
                           const SectionChange& change, const Expected& expected);

// Writes the row as it is now, with its event.
void save_assignment(const Write& context, const OpenReport& report, const domain::Section& row,
                     const domain::Author& by);

// Errors: invalid where the day would leave the calendar.
void move_with_forum(std::string& day, int days);

// Moves the days that sections and agencies have of their own. report: as it is by now. Errors: invalid where one would
// leave the calendar.
void move_own_deadlines(const Write& context, const OpenReport& report, int days, const domain::Author& by);

}  // namespace usecases
