#include "documents/markdown/markdown_front.hpp"

#include "documents/report/spelled.hpp"
#include "documents/text/markdown_escape.hpp"

namespace documents {
namespace {

void write_facts(std::string& out, const Report& report, const std::vector<Fact>& facts) {
  for (const auto& fact : facts) {
    out += "- **" + markdown_line(with_colon(report.labels(), fact.label)) + "** ";
    for (const char* separator = ""; const auto line : lines_of(fact.value)) {
      out += separator + markdown_line(line);
      separator = "; ";
    }
    out += '\n';
  }
}

void write_imprint(std::string& out, const Report& report) {
  const auto facts = report.imprint_facts();
  const LocalText& disclaimer = report.document().imprint.disclaimer;
  if (!facts.empty()) out += '\n';
  write_facts(out, report, facts);
  for (const auto line : lines_of(disclaimer.text)) out += "\n" + markdown_line(line) + "\n";
}

void write_heading(std::string& out, std::string_view title) { out += "\n## " + markdown_line(title) + "\n\n"; }

void write_list(std::string& out, const Report& report, std::string_view title, const std::vector<const Numbered*>& all,
                const std::function<std::string(const Numbered&)>& anchor) {
  if (all.empty()) return;
  write_heading(out, title);
  for (const auto* one : all) {
    out += "- [" + markdown_line(caption_name(report.labels(), *one) + one->title) + "](#" + anchor(*one) + ")\n";
  }
}

}  // namespace

std::string emblem_path(const DocumentPicture& emblem) { return "pictures/" + emblem.name; }

void write_title_page(std::string& out, const Report& report) {
  const Document& document = report.document();
  if (const auto& emblem = document.imprint.emblem) {
    out += "![" + markdown_line(report.labels().document.emblem) + "](" + emblem_path(*emblem) + ")\n\n";
  }
  out += "# " + markdown_line(document.title) + "\n\n";
  out += "**" + markdown_line(spell_country(report.labels(), document.country)) + "**\n\n";
  if (const auto subtitle = report.subtitle(); !subtitle.text.empty()) out += markdown_line(subtitle.text) + "\n\n";
  write_facts(out, report, report.facts());
  for (const auto& note : report.draft_notes()) {
    out += "\n> **" + markdown_line(labelled(report.labels(), note.label, note.value)) + "**\n";
  }
  write_imprint(out, report);
}

std::vector<std::string> list_headings(const Report& report) {
  const DocumentLabels& words = report.labels().document;
  std::vector<std::string> headings;
  if (report.document().is_part()) return headings;
  if (!report.tables().empty()) headings.push_back(words.list_of_tables);
  if (!report.figures().empty()) headings.push_back(words.list_of_figures);
  if (!report.document().abbreviations.empty()) headings.push_back(words.abbreviations);
  return headings;
}

void write_lists(std::string& out, const Report& report, const std::function<std::string(const Numbered&)>& anchor) {
  if (report.document().is_part()) return;
  const DocumentLabels& words = report.labels().document;
  write_list(out, report, words.list_of_tables, report.tables(), anchor);
  write_list(out, report, words.list_of_figures, report.figures(), anchor);
  const auto& abbreviations = report.document().abbreviations;
  if (abbreviations.empty()) return;
  write_heading(out, words.abbreviations);
  for (const auto& one : abbreviations) {
    out += "- **" + markdown_line(one.short_form) + "** – " + markdown_line(one.meaning) + "\n";
  }
}

}  // namespace documents
