// The audit trail and changes feed, as the caller may see it.
#pragma once

#include <string>
#include <vector>

#include "usecases/frame/access.hpp"
#include "usecases/operation/told_events.hpp"

namespace usecases {

// Events of a report after an id, oldest first. Errors: not_found.
std::vector<EventView> list_events(const Read& context, const std::string& report, std::int64_t after, int limit);
// Events of everything, for the admin.
std::vector<EventView> list_all_events(const Read& context, std::int64_t after, int limit);

}  // namespace usecases
