#include "usecases/reports/status_csv.hpp"

#include "documents/csv/csv.hpp"

namespace usecases {
namespace {

std::string spaced(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : " ") + item;
  return text;
}

std::string waiting_name(const WaitingFor& waiting) {
  std::string name = waiting.role;
  if (!waiting.step.empty()) name += " " + waiting.step;
  if (!waiting.agency.empty()) name += " " + waiting.agency;
  return name;
}

void write_heading(documents::CsvWriter& csv, const OpenReport& report) {
  for (const char* name : {"section", "number", "title", "lead", "contributors", "state", "step", "waiting_for",
                           "waiting_since", "due_on", "overdue", "words", "limit", "carried_over"}) {
    csv.cell(name);
  }
  for (const auto& language : report.row.languages) {
    csv.cell(language + "_state");
    csv.cell(language + "_revision");
  }
  csv.end_line();
}

void write_languages(documents::CsvWriter& csv, const OpenReport& report, const SectionStatus& section) {
  for (const auto& language : report.row.languages) {
    const TextView* found = nullptr;
    for (const auto& text : section.texts) {
      if (text.revision.language == language) found = &text;
    }
    csv.cell(domain::to_string(found == nullptr ? domain::TranslationState::missing : found->translation));
    csv.cell(found == nullptr ? "" : std::to_string(found->revision.revision));
  }
}

void write_section(documents::CsvWriter& csv, const OpenReport& report, const SectionStatus& section) {
  csv.cell(section.row.id);
  csv.cell(section.number);
  csv.cell(title_in(section.title, report.row.source_language));
  csv.cell(section.row.lead);
  csv.cell(spaced(section.row.contributors));
  csv.cell(domain::to_string(section.row.state));
  csv.cell(section.step);
  csv.cell(section.waiting_for ? waiting_name(*section.waiting_for) : "");
  csv.cell(section.waiting_for ? domain::format_time(section.waiting_for->since) : "");
  csv.cell(section.due_on);
  csv.cell(section.overdue ? "yes" : "no");
  csv.cell(section.words);
  csv.cell(section.node->limit.words == 0 ? "" : std::to_string(section.node->limit.words));
  csv.cell(section.carried_over.empty() ? "no" : "yes");
  write_languages(csv, report, section);
  csv.end_line();
}

}  // namespace

std::string status_csv(const ReportStatus& status, bool marked) {
  documents::CsvWriter csv;
  write_heading(csv, status.report);
  for (const auto& section : status.sections) write_section(csv, status.report, section);
  return (marked ? std::string(documents::kByteOrderMark) : "") + csv.take();
}

}  // namespace usecases
