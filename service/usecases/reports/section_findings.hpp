// What there is to find in one section.
#pragma once

#include <vector>

#include "usecases/reports/gates.hpp"

namespace usecases {

// Appends them in the order in which they are told. Of an optional section that nobody began there is but one.
// gates: gates_of() the report.
void find_in_section(const OpenReport& report, const std::vector<NamedGate>& gates, const SectionStatus& section,
                     std::vector<ReportFinding>& findings);

}  // namespace usecases
