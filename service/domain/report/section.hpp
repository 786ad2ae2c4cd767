// A section of a report: who writes it, and where its review stands.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"
#include "domain/report/workflow.hpp"

namespace domain {

struct Section {
  std::string report;
  std::string id;
  int position = 0;  // in the outline
  State state = State::empty;
  int step = 0;  // in_review: 0-based
  Millis state_since = 0;
  std::string lead;  // empty: not assigned
  std::vector<std::string> contributors;
  std::optional<std::string> due_on;  // ISO day; none: the format's default
  std::optional<std::string> due_reason;
  std::map<std::string, std::string> agency_deadlines;  // contributing agency -> ISO day, where it has its own
  LocalizedText title;                                  // corrections of the format's title
  std::optional<std::int64_t> nothing_event;            // transition that declared "nothing to report", while in force
  std::int64_t version = 1;
};

}  // namespace domain
