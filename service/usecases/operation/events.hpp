// The audit trail and changes feed, as the caller may see it.
#pragma once

#include <string>
#include <vector>

#include "usecases/frame/access.hpp"
#include "usecases/operation/told_events.hpp"

namespace usecases {

// As many as were asked for, or fewer where their data are as much as one answer has (store::kMostDataOfPage).
struct EventListPage {
  std::vector<EventView> events;
  bool more = false;  // there may be others behind them
};

// Events of a report after an id, oldest first. Errors: not_found.
EventListPage list_events(const Read& context, const std::string& report, std::int64_t after, int limit);
// Events of everything, for the admin.
EventListPage list_all_events(const Read& context, std::int64_t after, int limit);

}  // namespace usecases
