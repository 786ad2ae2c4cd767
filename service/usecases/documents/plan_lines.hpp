// The preparation plan and the assistance requested, as papers and annexes tell them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "documents/report/plan_lines.hpp"
#include "domain/preparation/assistance.hpp"
#include "domain/preparation/task.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

using AgencyTitle = std::function<std::string(const std::string& agency)>;

// By their days, those without one last. What came of a task is the note of one that is done, and the reason of one
// that was dropped; which are overdue is told where the report knows what day it is.
std::vector<documents::PlannedTask> plan_lines(const OpenReport& report, const std::vector<domain::Task>& tasks,
                                               const AgencyTitle& title);

// Without drafts, which nobody was asked for yet, and without what was withdrawn.
std::vector<documents::RequestedHelp> assistance_lines(const std::vector<domain::Assistance>& requests);

}  // namespace usecases
