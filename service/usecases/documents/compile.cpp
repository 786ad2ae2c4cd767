#include "usecases/documents/compile.hpp"

#include <algorithm>
#include <tuple>

#include "documents/report/abbreviations.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "store/report/glossaries.hpp"
#include "usecases/documents/compile_parts.hpp"
#include "usecases/frame/glossary_json.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

using documents::ContentKind;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

// The report's row as it was at an event.
domain::Report row_at(const Read& context, const KnownReport& report, std::int64_t event) {
  if (event == report.sequence) return report.row;
  auto row = store::report_at(context.tx, report.row, event);
  if (!row) throw Error(ErrorCode::not_found, "not_found", say("This report did not exist at that time."));
  return std::move(*row);
}

// In outline order.
std::vector<domain::Section> sections_at(const Read& context, const KnownReport& report, std::int64_t event) {
  if (event == report.sequence) return report.sections;
  return store::list_sections_at(context.tx, report.row.id, event);
}

store::LastEvent last_event_of(const Read& context, const KnownReport& report,
                               const std::optional<domain::Millis>& as_of, const std::string& place) {
  if (!as_of) return {report.sequence, report.at};
  if (*as_of < context.service.now()) return store::last_event_for(context.tx, report.row.id, as_of);
  throw_invalid(place, Fault::out_of_range,
                say("The time is in the future; a document can only be made as of a time that has passed."));
}

// Annexes come last, whatever their place in the outline.
void put_annexes_last(std::vector<documents::DocumentSection>& sections) {
  std::ranges::stable_partition(sections, [](const documents::DocumentSection& section) { return !section.annex; });
}

bool has_children(const std::vector<documents::DocumentSection>& sections, std::size_t place) {
  return place + 1 < sections.size() && sections[place + 1].depth > sections[place].depth;
}

// Headings below which nothing is left, the deepest first.
void drop_empty_groups(std::vector<documents::DocumentSection>& sections) {
  for (std::size_t i = sections.size(); i-- > 0;) {
    const bool empty = sections[i].content == ContentKind::group && !has_children(sections, i);
    if (empty) sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void publish(documents::Document& document, const Publication& publication) {
  document.annexes = publication.annexes;
  document.draft = !publication.is_final;
  if (document.draft) return;
  const auto sentence = publication.missing_text.find(document.language);
  const bool leave_out = sentence == publication.missing_text.end();
  std::set<std::string> out;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    auto& section = document.sections[i];
    if (section.content != ContentKind::gap) continue;
    if (!leave_out) {
      section.reason = sentence->second;
    } else if (has_children(document.sections, i)) {
      section.content = ContentKind::group;
    } else {
      out.insert(section.id);
    }
  }
  std::erase_if(document.sections, [&](const auto& section) { return out.contains(section.id); });
  drop_empty_groups(document.sections);
}

domain::Glossary glossary_at(const Read& context, const OpenReport& report, std::int64_t event) {
  const auto entries = report.row.glossary ? store::glossary_entries_at(context.tx, report.row.id, event) : "";
  return entries.empty() ? report.format->glossary : glossary_from(nlohmann::json::parse(entries));
}

}  // namespace

store::LastEvent content_event(const Read& context, const KnownReport& report,
                               const std::optional<domain::Millis>& as_of, const std::string& place) {
  const auto last = last_event_of(context, report, as_of, place);
  row_at(context, report, last.id);
  return last;
}

documents::Document compile(const Read& context, const KnownReport& known, const Contents& contents) {
  OpenReport report{known.row, known.format, ""};  // no document tells what day it is
  require_language(report, contents.language);
  const auto last = contents.moment ? *contents.moment : last_event_of(context, known, contents.as_of, "as_of");
  report.row = row_at(context, known, last.id);
  const CompileParts parts(context, report, contents, last.id);

  documents::Document document;
  document.language = contents.language;
  std::tie(document.title, document.title_language) = parts.in_language(report.row.title);
  std::tie(document.format_title, document.format_title_language) = parts.in_language(report.format->title);
  document.country = report.row.country;
  document.forum_date = report.row.forum_date;
  document.as_of = domain::format_time(last.at);
  document.local_as_of = time_in(report.row.time_zone, last.at);
  document.sequence = last.id;
  document.select = contents.select == Select::approved ? "approved" : "latest";
  document.word_limit = report.format->limit.words;
  document.layout = {report.format->layout.chapters_on_new_page, report.format->layout.justified};
  const auto sections = sections_at(context, known, last.id);
  require_part(contents.part, *report.format, sections);
  const auto left_out = report.format->with_what_is_below(contents.publication.leave_out);
  for (const auto& section : sections) {
    if (left_out.contains(section.id)) continue;
    document.sections.push_back(parts.section(section, contents.readable.contains(section.id)));
    const auto& added = document.sections.back();
    if (parts.counts(section) && added.content == documents::ContentKind::text) document.words += added.words;
    if (parts.is_text(section)) document.contributions.push_back(parts.contribution(section));
  }
  put_annexes_last(document.sections);
  std::erase_if(document.contributions, [](const documents::Contribution& c) {
    return c.lead.empty() && c.contributors.empty() && c.revisions == 0;
  });
  if (contents.publication.annexes.plan) document.plan = parts.plan();
  if (contents.publication.annexes.assistance) document.assistance = parts.assistance();
  document.imprint = parts.imprint();
  for (const auto& who : report.format->signatures) document.signatures.push_back(parts.in_language(who).first);
  show_part(document, contents.part, *report.format, sections);
  publish(document, contents.publication);
  document.abbreviations = documents::abbreviations_of(document, glossary_at(context, report, last.id));
  return document;
}

}  // namespace usecases
