// The status as a table: a line for each section.
#pragma once

#include <string>

#include "usecases/reports/status.hpp"

namespace usecases {

// With a heading line. marked: with a byte order mark, without which Excel spoils letters that are not Latin.
std::string status_csv(const ReportStatus& status, bool marked);

}  // namespace usecases
