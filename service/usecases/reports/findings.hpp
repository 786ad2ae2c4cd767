// Everything that stops or weakens a report: what a status says is missing, how complete the report is, and what gates
// ask all come from here. The kinds are rows of domain/report/finding_kind.hpp.
#pragma once

#include <string_view>

#include "usecases/reports/status.hpp"

namespace usecases {

// Fills findings and completeness_percent of a status from the rest of it. The order: by sections as in the outline,
// then the report as a whole, then promises, then the plan.
// 100 percent: every required section (or optional one that was begun) is approved, and every other language has a
// current, confirmed translation of it. The source text with its approval weighs as much as one translation.
// A promise of the last report without an answer is found as well, and weighs nothing: percents tell about texts.
void judge_findings(ReportStatus& status);

// Whether the status names it among what is missing: what it always told there, and what stops a final edition.
bool is_missing(const ReportFinding& finding);
// Its code there.
std::string_view missing_code(const ReportFinding& finding);

}  // namespace usecases
