#include "usecases/reports/findings_csv.hpp"

#include <algorithm>
#include <cstdint>

#include "documents/csv/csv.hpp"
#include "usecases/frame/told.hpp"

namespace usecases {
namespace {

std::string listed(const std::vector<std::string>& gates) {
  std::string text;
  for (const auto& gate : gates) text += (text.empty() ? "" : " ") + gate;
  return text;
}

std::string number_or_none(std::int64_t number) { return number == 0 ? "" : std::to_string(number); }

void write_place(documents::CsvWriter& csv, const ReportStatus& status, const ReportFinding& finding) {
  const auto section = std::ranges::find(status.sections, finding.section,
                                         [](const SectionStatus& candidate) { return candidate.row.id; });
  const bool there = section != status.sections.end();
  csv.cell(finding.section);
  csv.cell(there ? section->number : "");
  csv.cell(there ? title_in(section->title, status.report.row.source_language) : "");
  csv.cell(finding.language);
  csv.cell(number_or_none(finding.promise));
}

void write_mend(documents::CsvWriter& csv, const Mend& mend) {
  csv.cell(mend.role);
  csv.cell(mend.agency);
  csv.cell(mend.step);
  csv.cell(mend.remedy.operation);
  csv.cell(mend.remedy.action);
}

}  // namespace

std::string findings_csv(const ReportStatus& status, bool marked, const std::string& language) {
  documents::CsvWriter csv;
  for (const char* name : {"level", "code", "section", "number", "title", "language", "promise", "message", "role",
                           "agency", "step", "operation", "action", "gates", "task", "assistance"}) {
    csv.cell(name);
  }
  csv.end_line();
  for (const auto& finding : status.findings) {
    csv.cell(domain::to_string(finding.level));
    csv.cell(finding.kind->code);
    write_place(csv, status, finding);
    csv.cell(told(finding.message, language));
    write_mend(csv, finding.mend);
    csv.cell(listed(finding.gates));
    csv.cell(number_or_none(finding.task));
    csv.cell(number_or_none(finding.assistance));
    csv.end_line();
  }
  return (marked ? std::string(documents::kByteOrderMark) : "") + csv.take();
}

}  // namespace usecases
