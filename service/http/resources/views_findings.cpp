#include <algorithm>

#include "http/resources/operation_address.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

using domain::FindingLevel;

// What is known of the finding is filled in; the name of a picture is not.
Json mend_json(const domain::Report& report, const usecases::ReportFinding& finding) {
  const usecases::Mend& mend = finding.mend;
  Json json{{"who", {{"role", mend.role}, {"agency", or_null(mend.agency)}, {"step", or_null(mend.step)}}}};
  json.update(operation_address(mend.remedy.operation, mend.remedy.action,
                                {{"report", report.id},
                                 {"section", finding.section},
                                 {"language", finding.language.empty() ? report.source_language : finding.language},
                                 {"promise", std::to_string(finding.promise)},
                                 {"task", std::to_string(finding.task)},
                                 {"request", std::to_string(finding.assistance)}}));
  return json;
}

Json finding_json(const domain::Report& report, const usecases::ReportFinding& finding, const Speech& speech) {
  return object({{"code", finding.kind->code},
                 {"level", domain::to_string(finding.level)},
                 {"section", or_null(finding.section)},
                 {"language", or_null(finding.language)},
                 {"promise", finding.promise == 0 ? Json() : Json(finding.promise)},
                 {"task", finding.task == 0 ? Json() : Json(finding.task)},
                 {"assistance", finding.assistance == 0 ? Json() : Json(finding.assistance)},
                 {"message", speech(finding.message)},
                 {"mend", mend_json(report, finding)},
                 {"gates", list_json(finding.gates)}});
}

Json counts_json(const std::vector<usecases::ReportFinding>& findings) {
  Json counts;
  for (const auto level : {FindingLevel::blocker, FindingLevel::error, FindingLevel::warning, FindingLevel::info}) {
    counts[std::string(domain::to_string(level))] =
        std::ranges::count(findings, level, &usecases::ReportFinding::level);
  }
  return counts;
}

}  // namespace

Json findings_json(const usecases::ReportStatus& status, const Speech& speech) {
  const domain::Report& report = status.report.row;
  Json found = Json::array();
  for (const auto& finding : status.findings) found.push_back(finding_json(report, finding, speech));
  return {{"report", report.id},
          {"sequence", status.sequence},
          {"today", status.report.today},
          {"percent", status.completeness_percent},
          {"counts", counts_json(status.findings)},
          {"findings", std::move(found)}};
}

}  // namespace http
