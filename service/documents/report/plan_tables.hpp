// The preparation plan and the assistance requested as tables: those of the papers that are laid before a meeting, and
// of the annexes of a report.
#pragma once

#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/report/plan_lines.hpp"
#include "documents/report/word_table.hpp"

namespace documents {

WordTable plan_table(const Labels& labels, const std::vector<PlannedTask>& tasks);
WordTable assistance_table(const Labels& labels, const std::vector<RequestedHelp>& requests);

}  // namespace documents
