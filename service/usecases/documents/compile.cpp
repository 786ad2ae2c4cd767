#include "usecases/documents/compile.hpp"

#include <algorithm>
#include <tuple>

#include "domain/calendar.hpp"
#include "domain/error.hpp"
#include "store/agencies.hpp"
#include "usecases/documents/compile_parts.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;

store::LastEvent resolve(const Read& context, const DocumentRequest& request) {
  if (!request.event) return content_event(context, request.report, request.as_of, "as_of");
  return {*request.event, store::list_events(context.tx, std::nullopt, *request.event - 1, 1).at(0).at};
}

// Annexes come last, whatever their place in the outline.
void put_annexes_last(std::vector<documents::DocumentSection>& sections) {
  std::ranges::stable_partition(sections, [](const documents::DocumentSection& section) { return !section.annex; });
}

}  // namespace

store::LastEvent content_event(const Read& context, const std::string& report,
                               const std::optional<domain::Millis>& as_of, const std::string& place) {
  if (as_of && *as_of >= context.service.now()) {
    throw_invalid(place, "The time lies in the future; a document can only be made as of a time that has passed.");
  }
  const auto last = store::last_event_for(context.tx, report, as_of);
  if (!store::find_report_at(context.tx, report, last.id)) {
    throw Error(ErrorCode::not_found, "not_found", "This report did not exist yet at that time.");
  }
  return last;
}

documents::Document compile(const Read& context, const DocumentRequest& request) {
  OpenReport report = open_report(context, request.report);
  require_language(report, request.language);
  const auto last = resolve(context, request);
  const auto readable = request.readable ? *request.readable : know_report(context, report).readable_by(context.actor);
  report.row = store::find_report_at(context.tx, request.report, last.id).value();
  CompileParts parts(context, report, request, last.id);

  documents::Document document;
  document.language = request.language;
  std::tie(document.title, document.title_language) = parts.in_language(report.row.title);
  std::tie(document.format_title, document.format_title_language) = parts.in_language(report.format->title);
  document.country = report.row.country;
  document.forum_date = report.row.forum_date;
  document.as_of = domain::format_time(last.at);
  document.sequence = last.id;
  document.select = request.select == Select::approved ? "approved" : "latest";
  document.word_limit = report.format->limit.words;
  for (const auto& section : store::list_sections_at(context.tx, report.row.id, last.id)) {
    document.sections.push_back(parts.section(section, readable.contains(section.id)));
    const auto& added = document.sections.back();
    if (parts.counts(section) && added.content == documents::ContentKind::text) document.words += added.words;
    if (parts.is_text(section)) document.contributions.push_back(parts.contribution(section));
  }
  put_annexes_last(document.sections);
  std::erase_if(document.contributions, [](const documents::Contribution& c) {
    return c.lead.empty() && c.contributors.empty() && c.revisions == 0;
  });
  return document;
}

}  // namespace usecases
