// A day or some days in the calendar of a report.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"

namespace domain {

enum class EntryKind {
  forum,       // its first day
  stage,       // of the format
  section,     // its text is due
  agency,      // an agency that contributes to a section has to be done
  task,        // of the plan, is due
  assistance,  // asked of a partner, is needed
  meeting,     // of the working group
};

inline constexpr std::array kEntryKinds{EntryKind::forum, EntryKind::stage,      EntryKind::section, EntryKind::agency,
                                        EntryKind::task,  EntryKind::assistance, EntryKind::meeting};

std::string_view to_string(EntryKind kind);
std::optional<EntryKind> parse_entry_kind(std::string_view text);

struct CalendarEntry {
  EntryKind kind = EntryKind::stage;
  std::string key;  // of the stage or the section, number of what the plan has; empty: the report itself
  LocalizedText title;
  std::string number;     // of the section: "7.4.3"
  std::string note;       // of the meeting: "10:00, State Migration Service"
  std::string agency;     // that has to be done; empty: none yet
  std::string starts_on;  // ISO days, both of them included
  std::string ends_on;
  bool done = false;  // what was due is delivered
  bool overdue = false;
  bool cancelled = false;  // called off, and shown a while longer
  std::int64_t event = 0;  // the last that may have moved or changed it
  Millis changed_at = 0;   // when that was

  // For ever the same, in its report: "section.obj-07".
  std::string name() const;
};

}  // namespace domain
