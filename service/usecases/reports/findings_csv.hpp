// The findings as a table: a line for each.
#pragma once

#include <string>

#include "usecases/reports/status.hpp"

namespace usecases {

// With a heading line. marked: with a byte order mark, without which Excel spoils letters that are not Latin. language:
// of the sentences, as message_language() gives it.
std::string findings_csv(const ReportStatus& status, bool marked, const std::string& language);

}  // namespace usecases
