#include "documents/pdf/typst_annexes.hpp"

#include <algorithm>

#include "documents/pdf/typst_string.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

constexpr std::size_t kContributionLetters = 16;  // in a line of a column

std::string short_words(std::string_view text) { return "#" + typst_words(text, kContributionLetters) + ";"; }

void write_contribution(std::string& out, const Report& report, const Contribution& line) {
  const ReportPart* part = report.find(line.section_id);
  out += "[";
  if (part != nullptr) {
    out += "#inner-link(" + typst_string(line.section_id) + ")[" + short_words(part->number) + "]; ";
  }
  out += short_words(line.section_title) + "], [" + short_words(line.lead) + "], [";
  for (const auto& agency : line.contributors) {
    out += short_words(agency + (&agency == &line.contributors.back() ? "" : "; "));
  }
  out += "], [" + short_words(spell_number(report.labels(), static_cast<std::uint64_t>(line.revisions))) +
         "], [#whole[" + short_words(spell_short_date(report.labels(), line.last_saved_on)) + "];], [";
  for (const auto& approval : line.approvals) {
    out += "#par[" + short_words(approval.step + ": " + approval.by + ", ") + "#whole[" +
           short_words(spell_short_date(report.labels(), approval.on)) + "];" +
           short_words(approval_note(report, approval)) + "];";
  }
  out += "],\n";
}

}  // namespace

bool TypstWords::is_foreign(std::string_view language) const {
  return !language.empty() && language != report_.document().language;
}

std::string TypstWords::of(std::string_view language, std::string_view text) const {
  if (!is_foreign(language)) return "#" + typst_words(text) + ";";
  return "#in-language(" + typst_language(language) + ", " + typst_words(text) + ");";
}

std::string TypstWords::fixed(std::string_view text) const {
  return of(report_.foreign_labels() ? std::string_view(report_.labels().language) : "", text);
}

std::string TypstWords::fixed_lines(std::string_view text) const {
  std::string out;
  while (true) {
    const auto end = std::min(text.find('\n'), text.size());
    out += fixed(text.substr(0, end));
    if (end == text.size()) return out;
    out += "#linebreak();";
    text.remove_prefix(end + 1);
  }
}

void TypstWords::open(std::string_view language) {
  if (is_foreign(language)) out_ += "#in-language(" + typst_language(language) + ")[\n";
}

void TypstWords::close(std::string_view language) {
  if (is_foreign(language)) out_ += "]\n";
}

void write_contributions(std::string& out, const Report& report) {
  const std::string& name = report.contributions_name();
  if (name.empty()) return;
  const DocumentLabels& labels = report.labels().document;
  const TypstWords words(out, report);
  out += "#flat-pages[\n#part-heading(1, " + typst_name(name) + ", \"annex:contributions\")[" +
         words.fixed(labels.contributions) +
         "]\n#data-table((22, 15, 21, 8, 10, 24), (start, start, start, right, start, start), 1, 0, false, true,\n"
         "header: (";
  for (const auto& label :
       {labels.section, labels.lead, labels.contributors, labels.revisions, labels.last_saved, labels.approvals}) {
    out += "[" + words.fixed(label) + "], ";
  }
  out += "),\n";
  for (const auto& line : report.document().contributions) write_contribution(out, report, line);
  out += ")\n]\n";
}

void write_chart_caption(std::string& out, const Report& report, const ReportChart& chart) {
  const std::string& language = report.labels().language;
  const std::string place = typst_words(numbered_words(report.labels(), CaptionKind::figure, chart.number));
  const bool foreign = chart.part->section->language != language;
  out += "#numbers-caption(" + typst_string(chart_numbers_id(report, chart.number)) + ")[#" + typst_words(chart.title) +
         "; (#inner-link(" + typst_string(chart_id(report, chart.number)) + ")[#" +
         (foreign ? "in-language(" + typst_language(language) + ", " + place + ")" : place) + ";];)]\n";
}

void write_signatures(std::string& out, const Report& report) {
  const auto& all = report.document().signatures;
  if (all.empty()) return;
  const DocumentLabels& labels = report.labels().document;
  const TypstWords words(out, report);
  if (!report.document().letter) {
    out += "#part-heading(1, \"\", \"page:signatures\", opens-page: true)[" + words.fixed(labels.signatures) + "]\n";
  }
  for (const auto& who : all) {
    out += "#signature([" + words.fixed(who) + "]";
    for (const auto& line : {labels.signed_name, labels.signature, labels.signed_on})
      out += ", [" + words.fixed(line) + "]";
    out += ")\n";
  }
}

}  // namespace documents
