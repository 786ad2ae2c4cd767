// Findings of the preparation plan.
#pragma once

#include "usecases/reports/status.hpp"

namespace usecases {

// Fills overdue_tasks and unanswered_requests of a status: of the agency that it is about, or of all.
void look_at_plan(const Read& context, ReportStatus& status);

// What was seen there, behind the other findings.
void find_in_plan(ReportStatus& status);

}  // namespace usecases
