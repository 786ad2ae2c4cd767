// The findings of a report as a list of their own.
#pragma once

#include <optional>
#include <string>

#include "usecases/reports/status.hpp"

namespace usecases {

// What is asked of the list; what is empty admits all.
struct FindingFilter {
  std::optional<domain::FindingLevel> level;  // this one and those above
  std::string code;
  std::string section;
  std::string agency;  // leads the section, contributes to it, answers for the promise, has the task or needs the help
  std::string language;
  std::string gate;  // that it stops: "final"
};

// The status of the report, or of an agency's part of it, with those findings only. Errors: not_found, of the report
// and of what the filter names.
ReportStatus get_findings(const Read& context, const std::string& report, const FindingFilter& filter);

}  // namespace usecases
