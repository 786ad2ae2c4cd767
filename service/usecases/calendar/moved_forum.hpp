// The forum moves, and the preparation of the report with it.
#pragma once

#include <string>

#include "usecases/reports/reports.hpp"

namespace usecases {

// As update_report; where deadlines move with the forum, days that tasks and requests for assistance were given do,
// too, each as a change of its own. Meetings stay on the day for which people were called.
ReportView update_report_and_plan(const Write& context, const std::string& id, const ReportChange& change,
                                  const Expected& expected);

}  // namespace usecases
