#include "usecases/reports/get_findings.hpp"

#include <algorithm>
#include <string_view>

#include "usecases/reports/gates.hpp"

namespace usecases {
namespace {

bool fits(const ReportFinding& finding, const FindingFilter& filter) {
  if (filter.level && finding.level < *filter.level) return false;
  if (!filter.code.empty() && finding.kind->code != filter.code) return false;
  if (!filter.section.empty() && finding.section != filter.section) return false;
  if (!filter.language.empty() && finding.language != filter.language) return false;
  return filter.gate.empty() || finding.stops(filter.gate);
}

// A stage that is not over yet stops nothing, and is there.
void require_gate(const domain::Format& format, const std::string& name) {
  const std::string key = name.substr(name.find(':') + 1);
  if (name.starts_with("step:") &&
      std::ranges::find(format.review_steps, key, &domain::ReviewStep::key) == format.review_steps.end()) {
    throw_not_found(domain::say("review step"), key);
  }
  if (name.starts_with("stage:") && std::ranges::find(format.stages, key, &domain::Stage::key) == format.stages.end()) {
    throw_not_found(domain::say("stage"), key);
  }
}

}  // namespace

ReportStatus get_findings(const Read& context, const std::string& report, const FindingFilter& filter) {
  ReportStatus status = get_status(context, report, filter.agency, Depth::all_findings);
  if (!filter.section.empty()) open_section(context, report, filter.section);
  if (!filter.language.empty()) require_language(status.report, filter.language);
  require_gate(*status.report.format, filter.gate);
  std::erase_if(status.findings, [&](const ReportFinding& finding) { return !fits(finding, filter); });
  return status;
}

}  // namespace usecases
