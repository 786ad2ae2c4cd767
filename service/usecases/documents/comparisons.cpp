#include "usecases/documents/comparisons.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "documents/report/document_json.hpp"
#include "domain/basis/error.hpp"
#include "usecases/documents/compile.hpp"
#include "usecases/editions/editions.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reports/sections.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

documents::Document frozen_document(const Read& context, const domain::Edition& edition, const std::string& language) {
  if (std::ranges::find(edition.languages, language) == edition.languages.end()) {
    throw Error(ErrorCode::not_found, "unknown_language",
                say("Edition {0} was not frozen in '{1}'. Its languages are: {2}.", edition.number, language,
                    edition.languages));
  }
  return documents::document_from_json(edition_document(context, edition, language));
}

documents::ReportSide side_of(const documents::Document& document, const domain::Edition* edition) {
  documents::ReportSide side;
  if (edition != nullptr) {
    side.edition = edition->number;
    side.name = edition->name;
    side.final_edition = edition->kind == "final";
    side.withdrawn = edition->withdrawal.has_value();
  }
  side.as_of = document.as_of;
  side.select = document.select;
  side.words = document.words;
  return side;
}

struct Title {
  std::string text;
  std::string language;
};

Title in_language(const domain::LocalizedText& title, const std::string& language, const std::string& otherwise) {
  for (const std::string& candidate : {language, otherwise, std::string("en")}) {
    if (const auto found = title.find(candidate); found != title.end()) return {found->second, candidate};
  }
  if (title.empty()) return {"", language};
  return {title.begin()->second, title.begin()->first};
}

// A section of a report as one side of a comparison, open for this caller.
struct OpenText {
  OpenReport report;
  domain::Section section;
};

OpenText open_text(const Read& context, const std::string& report_id, const std::string& section_id) {
  OpenText open{open_report(context, report_id), {}};
  auto section = store::find_section(context.tx, report_id, section_id);
  if (!section) {
    throw Error(ErrorCode::not_found, "not_found", say("Report '{0}' has no section '{1}'.", report_id, section_id));
  }
  open.section = std::move(*section);
  if (open.report.node(section_id).kind == domain::NodeKind::group) {
    throw Error(ErrorCode::conflict, "heading_only",
                say("In report '{0}' section '{1}' is a heading; it has no text of its own.", report_id, section_id));
  }
  if (!domain::may_read_text(context.actor, open.report.assignment(open.section), open.report.row.shared())) {
    throw Error(ErrorCode::forbidden, "text_not_shared",
                say("The texts of report '{0}' are shown only to the agencies that write them; section '{1}' belongs "
                    "to another agency there.",
                    report_id, section_id));
  }
  return open;
}

domain::Revision last_word(const Read& context, const OpenText& open, const std::string& language) {
  auto text = find_last_word(context.tx, {open.report.row.id, open.section.id, language});
  if (!text) {
    throw Error(
        ErrorCode::not_found, "no_text",
        say("Section '{0}' of report '{1}' has no text in '{2}'.", open.section.id, open.report.row.id, language));
  }
  return std::move(*text);
}

documents::TextSide side_of(const OpenText& open, const std::string& language, const domain::Revision* text) {
  documents::TextSide side;
  const auto& source = open.report.row.source_language;
  const Title report = in_language(open.report.row.title, language, source);
  std::tie(side.report_title, side.report_title_language) = std::tie(report.text, report.language);
  const Title section = in_language(title_of(open.report, open.section), language, source);
  std::tie(side.section_title, side.section_title_language) = std::tie(section.text, section.language);
  if (text == nullptr) return side;
  side.revision = text->revision;
  side.approved = text->confirmed >= text->revision;
  side.saved_at = domain::format_time(text->saved_at);
  side.words = text->words;
  return side;
}

}  // namespace

EditionComparison compare_editions(const Read& context, const KnownReport& report, const EditionsToCompare& wanted) {
  require_reader_of_editions(context, report);
  const domain::Edition from = open_edition(context, report.row.id, wanted.from);
  const std::string language = wanted.language.value_or(from.languages.front());
  std::optional<domain::Edition> to;
  if (wanted.to != 0) to = open_edition(context, report.row.id, wanted.to);
  const auto before = frozen_document(context, from, language);
  const Select select = from.selection == "approved" ? Select::approved : Select::latest;
  const auto after = to ? frozen_document(context, *to, language)
                        : compile(context, report, {language, select, report.readable_by(context.actor), false});
  EditionComparison result;
  auto& comparison = result.comparison;
  comparison.language = language;
  comparison.title = after.title;
  comparison.title_language = after.title_language;
  comparison.from = side_of(before, &from);
  comparison.to = side_of(after, to ? &*to : nullptr);
  comparison.sections = documents::compare_documents(before, after);
  result.sequence = report.sequence;
  return result;
}

std::string to_html(const EditionComparison& compared) { return documents::to_html(compared.comparison); }

SectionComparison compare_with_report(const Read& context, const TextsToCompare& wanted) {
  const OpenText open = open_text(context, wanted.report, wanted.section);
  const std::string language = wanted.language.value_or(open.report.row.source_language);
  require_language(open.report, language);
  if (wanted.with == wanted.report) {
    throw_invalid("with", Fault::does_not_fit,
                  say("Name another report; texts of one report are compared by their revisions."));
  }
  const OpenText other = open_text(context, wanted.with, wanted.section);
  if (!other.report.has_language(language)) {
    throw Error(ErrorCode::not_found, "unknown_language",
                say("Report '{0}' is not written in '{1}'. Its languages are: {2}.", wanted.with, language,
                    other.report.row.languages));
  }
  SectionComparison result;
  result.from = last_word(context, other, language);
  result.to = store::find_revision(context.tx, wanted.report, wanted.section, language);
  const std::string after = result.to ? result.to->markdown : "";
  auto& comparison = result.comparison;
  comparison.language = language;
  comparison.number = number_of(*open.report.format, wanted.section);
  comparison.from = side_of(other, language, &result.from);
  comparison.to = side_of(open, language, result.to ? &*result.to : nullptr);
  comparison.outcome = !result.to                      ? documents::Outcome::removed
                       : result.from.markdown == after ? documents::Outcome::same
                                                       : documents::Outcome::changed;
  comparison.changes = domain::diff_texts(result.from.markdown, after);
  return result;
}

std::string to_html(const SectionComparison& compared) { return documents::to_html(compared.comparison); }

}  // namespace usecases
