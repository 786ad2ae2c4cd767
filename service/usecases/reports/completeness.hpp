// How complete a report is, and what is missing.
#pragma once

#include "usecases/reports/status.hpp"

namespace usecases {

// Fills completeness_percent and missing from the sections and languages of the status.
// 100 percent: every required section (or optional one that was begun) is approved, and every other language has a
// current, confirmed translation of it. The source text with its approval weighs as much as one translation.
// A promise of the last report without an answer is missing as well, and weighs nothing: percents tell about texts.
void judge_completeness(ReportStatus& status);

}  // namespace usecases
