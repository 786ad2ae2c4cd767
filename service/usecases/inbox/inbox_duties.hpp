// What waits for somebody in a report now: taken from its findings, so that nothing is judged twice.
#pragma once

#include <vector>

#include "domain/preparation/inbox_item.hpp"
#include "usecases/reports/status.hpp"

namespace usecases {

// For everybody who works on the report.
std::vector<domain::InboxItem> find_duties(const Read& context, const ReportStatus& status);

// The agencies that write a section, the lead first.
std::vector<std::string> agencies_of(const domain::Section& section);

}  // namespace usecases
