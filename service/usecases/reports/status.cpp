#include "usecases/reports/status.hpp"

#include <algorithm>

#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reports/findings.hpp"
#include "usecases/reports/markup.hpp"
#include "usecases/reports/plan_findings.hpp"

namespace usecases {
namespace {

constexpr std::size_t kDeadlinesShown = 10;

void count(StateCounts& counts, const SectionStatus& section) {
  ++counts.total;
  ++counts.by_state[section.row.state];
  counts.overdue += section.overdue ? 1 : 0;
  counts.nothing_to_report += section.nothing_to_report ? 1 : 0;
  counts.carried_over += section.carried_over.empty() ? 0 : 1;
}

std::map<std::string, std::vector<store::PictureFault>> picture_faults(const Read& context, const OpenReport& report) {
  std::map<std::string, std::vector<store::PictureFault>> by_section;
  for (auto& fault : store::list_picture_faults(context.tx, report.row.id)) {
    by_section[fault.section].push_back(std::move(fault));
  }
  return by_section;
}

void collect_sections(const Read& context, ReportStatus& status) {
  const OpenReport& report = status.report;
  auto texts = store::texts_of_report(context.tx, report.row.id);
  auto faults = picture_faults(context, report);
  const auto numbers = number_outline(*report.format);
  for (auto& row : store::list_sections(context.tx, report.row.id)) {
    if (report.node(row.id).kind == domain::NodeKind::group) continue;
    if (!status.agency.empty() && !report.assignment(row).involves(status.agency)) continue;
    const std::string id = row.id;
    status.sections.push_back(status_of(report, std::move(row), texts[id], numbers.at(id)));
    count_terms(context, report, status.sections.back());
    if (const auto found = faults.find(id); found != faults.end()) {
      status.sections.back().picture_faults = std::move(found->second);
    }
  }
}

// The status names what stops a final edition.
bool matters(const OpenReport& report, domain::Evidence evidence) {
  return domain::asks_for(report.format->gates.final_edition, domain::kFinalGate, evidence);
}

void count_steps(ReportStatus& status) {
  status.by_step.assign(status.report.format->review_steps.size(), 0);
  for (const SectionStatus& section : status.sections) {
    count(status.counts, section);
    if (!section.step.empty()) ++status.by_step[static_cast<std::size_t>(section.row.step)];
  }
}

void count_agencies(const Read& context, ReportStatus& status) {
  std::map<std::string, AgencyStatus> agencies;
  for (const SectionStatus& section : status.sections) {
    if (!section.row.lead.empty()) count(agencies[section.row.lead].lead, section);
    for (const std::string& contributor : section.row.contributors) ++agencies[contributor].contributing;
  }
  const auto titles = store::agency_titles_at(context.tx, status.sequence);
  for (auto& [id, agency] : agencies) {
    agency.agency = id;
    if (const auto title = titles.find(id); title != titles.end()) agency.title = title->second;
    status.agencies.push_back(std::move(agency));
  }
}

void note_translation(LanguageStatus& language, const SectionStatus& section, domain::TranslationState state) {
  switch (state) {
    case domain::TranslationState::missing:
      language.missing.push_back(section.row.id);
      break;
    case domain::TranslationState::stale:
      language.stale.push_back(section.row.id);
      break;
    case domain::TranslationState::unconfirmed:
      language.unconfirmed.push_back(section.row.id);
      break;
    default:
      ++language.current;
  }
}

LanguageStatus status_of_language(const ReportStatus& status, const std::string& name) {
  LanguageStatus language;
  language.language = name;
  language.source = name == status.report.row.source_language;
  for (const SectionStatus& section : status.sections) {
    const auto text = std::ranges::find(section.texts, name, [](const TextView& t) { return t.revision.language; });
    const bool there = text != section.texts.end();
    if (there && section.node->counted && !section.nothing_to_report) language.counted_words += text->revision.words;
    // What nobody wrote in the source language is not missing a translation yet.
    const bool expected = !language.source && !section.texts.empty() && !section.nothing_to_report;
    if (expected) note_translation(language, section, there ? text->translation : domain::TranslationState::missing);
  }
  language.limit = judge_limit(status.report.format->limit, language.counted_words);
  return language;
}

void collect_deadlines(ReportStatus& status) {
  const OpenReport& report = status.report;
  auto& deadlines = status.next_deadlines;
  for (const SectionStatus& section : status.sections) {
    const auto state = section.row.state;
    const bool delivered = state == domain::State::in_review || state == domain::State::approved;
    if (!delivered && section.due_on >= report.today) {
      deadlines.push_back({section.due_on, "section", section.row.id, section.title});
    }
  }
  for (const auto& stage : report.format->stages) {
    const std::string end = report.day_from_forum(stage.end.days);
    if (end >= report.today) deadlines.push_back({end, "stage", stage.key, stage.title});
  }
  if (report.row.forum_date >= report.today) {
    deadlines.push_back({report.row.forum_date, "forum", report.row.id, report.row.title});
  }
  std::ranges::stable_sort(deadlines, {}, &Deadline::on);
  if (deadlines.size() > kDeadlinesShown) deadlines.resize(kDeadlinesShown);
}

}  // namespace

ReportStatus get_status(const Read& context, const std::string& report_id, const std::string& agency, Depth depth) {
  ReportStatus status;
  status.report = open_report(context, report_id);
  if (!agency.empty() && !store::find_agency(context.tx, agency)) throw_not_found(domain::say("agency"), agency);
  const auto last = store::last_event_for(context.tx, report_id);
  status.sequence = last.id;
  status.last_change_at = last.at;
  status.agency = agency;
  collect_sections(context, status);
  count_steps(status);
  count_agencies(context, status);
  for (const auto& language : status.report.row.languages) {
    status.languages.push_back(status_of_language(status, language));
  }
  constexpr int all = 1'000'000;
  status.promises = store::list_promises(context.tx, report_id, {"", agency, ""}, 0, all);
  const auto looks_at = [&](domain::Evidence evidence) {
    return depth == Depth::all_findings || matters(status.report, evidence);
  };
  if (looks_at(domain::Evidence::markup)) count_markup(context, status.report, status.sections);
  if (looks_at(domain::Evidence::plan)) look_at_plan(context, status);
  judge_findings(status);
  collect_deadlines(status);
  return status;
}

}  // namespace usecases
