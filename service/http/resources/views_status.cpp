#include <algorithm>

#include "http/resources/views.hpp"
#include "usecases/reports/findings.hpp"

namespace http {
namespace {

constexpr std::array kStates{domain::State::empty, domain::State::draft, domain::State::in_review,
                             domain::State::returned, domain::State::approved};

int count_of(const usecases::StateCounts& counts, domain::State state) {
  const auto found = counts.by_state.find(state);
  return found == counts.by_state.end() ? 0 : found->second;
}

Json counts_json(const usecases::StateCounts& counts) {
  Json json{{"total", counts.total}};
  for (const auto state : kStates) json[std::string(domain::to_string(state))] = count_of(counts, state);
  json["overdue"] = counts.overdue;
  return json;
}

Json languages_json(const usecases::OpenReport& report, const usecases::SectionStatus& section) {
  Json json = Json::object();
  for (const auto& language : report.row.languages) {
    json[language] = {{"state", "missing"}, {"revision", nullptr}, {"words", 0}};
  }
  for (const auto& text : section.texts) {
    json[text.revision.language] = {{"state", domain::to_string(text.translation)},
                                    {"revision", text.revision.revision},
                                    {"words", text.revision.words}};
  }
  return json;
}

Json section_status_json(const usecases::OpenReport& report, const usecases::SectionStatus& section) {
  return {{"section", section.row.id},
          {"number", section.number},
          {"title", localized_json(section.title)},
          {"lead", or_null(section.row.lead)},
          {"contributors", list_json(section.row.contributors)},
          {"state", domain::to_string(section.row.state)},
          {"step", or_null(section.step)},
          {"waiting_for", waiting_for_json(section.waiting_for)},
          {"due_on", section.due_on},
          {"overdue", section.overdue},
          {"nothing_to_report", section.nothing_to_report},
          {"carried_over", !section.carried_over.empty()},
          {"words", section.words},
          {"limit", limit_json(section.node->limit)},
          {"limit_state", usecases::to_string(section.limit)},
          {"languages", languages_json(report, section)}};
}

Json steps_json(const usecases::ReportStatus& status) {
  Json list = Json::array();
  for (std::size_t i = 0; i < status.by_step.size(); ++i) {
    const auto& step = status.report.format->review_steps[i];
    list.push_back({{"step", step.key}, {"title", localized_json(step.title)}, {"count", status.by_step[i]}});
  }
  return list;
}

Json agencies_json(const usecases::ReportStatus& status) {
  Json list = Json::array();
  for (const auto& agency : status.agencies) {
    list.push_back({{"agency", agency.agency},
                    {"title", localized_json(agency.title)},
                    {"lead", counts_json(agency.lead)},
                    {"contributing", agency.contributing}});
  }
  return list;
}

Json words_json(const usecases::ReportStatus& status) {
  Json list = Json::array();
  for (const auto& language : status.languages) {
    list.push_back({{"language", language.language},
                    {"counted", language.counted_words},
                    {"limit", limit_json(status.report.format->limit)},
                    {"limit_state", usecases::to_string(language.limit)}});
  }
  return list;
}

Json translations_json(const usecases::ReportStatus& status) {
  Json list = Json::array();
  for (const auto& language : status.languages) {
    if (language.source) continue;
    list.push_back({{"language", language.language},
                    {"missing", list_json(language.missing)},
                    {"stale", list_json(language.stale)},
                    {"unconfirmed", list_json(language.unconfirmed)},
                    {"current", language.current}});
  }
  return list;
}

Json completeness_json(const usecases::ReportStatus& status, const Speech& speech) {
  Json missing = Json::array();
  for (const auto& finding : status.findings) {
    if (!usecases::is_missing(finding)) continue;
    missing.push_back({{"section", or_null(finding.section)},
                       {"code", usecases::missing_code(finding)},
                       {"language", or_null(finding.language)},
                       {"promise", finding.promise == 0 ? Json() : Json(finding.promise)},
                       {"message", speech(finding.message)},
                       {"blocking", finding.stops("final")}});
  }
  return {{"percent", status.completeness_percent}, {"missing", missing}};
}

Json promises_json(const usecases::ReportStatus& status) {
  Json json{{"total", status.promises.size()}};
  for (const auto kind : domain::kPromiseStatuses) {
    json[std::string(domain::to_string(kind))] = std::ranges::count(status.promises, kind, &domain::Promise::status);
  }
  return json;
}

Json deadlines_json(const usecases::ReportStatus& status) {
  Json list = Json::array();
  for (const auto& deadline : status.next_deadlines) {
    list.push_back({{"due_on", deadline.on},
                    {"kind", deadline.kind},
                    {"key", deadline.key},
                    {"title", localized_json(deadline.title)}});
  }
  return list;
}

}  // namespace

Json status_json(const usecases::ReportStatus& status, const Speech& speech) {
  const domain::Report& row = status.report.row;
  Json counts = counts_json(status.counts);
  counts["nothing_to_report"] = status.counts.nothing_to_report;
  counts["carried_over"] = status.counts.carried_over;
  Json sections = Json::array();
  for (const auto& section : status.sections) sections.push_back(section_status_json(status.report, section));
  return {{"report", row.id},
          {"title", localized_json(row.title)},
          {"sequence", status.sequence},
          {"last_change_at", time_json(status.last_change_at)},
          {"today", status.report.today},
          {"forum_date", row.forum_date},
          {"select_agency", or_null(status.agency)},
          {"counts", counts},
          {"by_step", steps_json(status)},
          {"agencies", agencies_json(status)},
          {"sections", sections},
          {"words", words_json(status)},
          {"translations", translations_json(status)},
          {"promises", promises_json(status)},
          {"completeness", completeness_json(status, speech)},
          {"next_deadlines", deadlines_json(status)}};
}

}  // namespace http
