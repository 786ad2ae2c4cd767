// What waits for somebody in the preparation: tasks, help that has not come, meetings.
#pragma once

#include <vector>

#include "domain/preparation/inbox_item.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// For everybody who works on the report. Tasks that are due later than in 30 days are nobody's yet; those without a day
// are.
std::vector<domain::InboxItem> find_plan_duties(const Read& context, const OpenReport& report);

}  // namespace usecases
