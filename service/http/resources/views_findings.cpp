#include <algorithm>
#include <array>
#include <stdexcept>

#include "http/contract/contract.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

using domain::FindingLevel;

const Operation& operation_named(std::string_view id) {
  const auto& operations = Contract::instance().operations();
  const auto found = std::ranges::find(operations, id, &Operation::operation_id);
  if (found == operations.end()) throw std::logic_error("a finding is mended by an operation that is not there");
  return *found;
}

void fill_in(std::string& address, std::string_view name, const std::string& value) {
  const auto at = address.find(name);
  if (at != std::string::npos) address.replace(at, name.size(), value);
}

// What is known of the finding is filled in; the name of a picture is not.
std::string address_of(std::string path, const domain::Report& report, const usecases::ReportFinding& finding) {
  fill_in(path, "{report}", report.id);
  fill_in(path, "{section}", finding.section);
  fill_in(path, "{language}", finding.language.empty() ? report.source_language : finding.language);
  fill_in(path, "{promise}", std::to_string(finding.promise));
  fill_in(path, "{task}", std::to_string(finding.task));
  fill_in(path, "{request}", std::to_string(finding.assistance));
  return path;
}

Json mend_json(const domain::Report& report, const usecases::ReportFinding& finding) {
  const usecases::Mend& mend = finding.mend;
  const Operation& operation = operation_named(mend.remedy.operation);
  return {{"who", {{"role", mend.role}, {"agency", or_null(mend.agency)}, {"step", or_null(mend.step)}}},
          {"operation", operation.operation_id},
          {"action", or_null(std::string(mend.remedy.action))},
          {"method", operation.method},
          {"href", address_of(operation.path, report, finding)}};
}

Json finding_json(const domain::Report& report, const usecases::ReportFinding& finding, const Speech& speech) {
  return {{"code", finding.kind->code},
          {"level", domain::to_string(finding.level)},
          {"section", or_null(finding.section)},
          {"language", or_null(finding.language)},
          {"promise", finding.promise == 0 ? Json() : Json(finding.promise)},
          {"task", finding.task == 0 ? Json() : Json(finding.task)},
          {"assistance", finding.assistance == 0 ? Json() : Json(finding.assistance)},
          {"message", speech(finding.message)},
          {"mend", mend_json(report, finding)},
          {"gates", list_json(finding.gates)}};
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
