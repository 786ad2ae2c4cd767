#include "usecases/reports/reports.hpp"

#include <algorithm>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "domain/basis/written_language.hpp"
#include "store/database/json_columns.hpp"
#include "store/log/events.hpp"
#include "store/report/formats.hpp"
#include "store/report/texts.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/people/agencies.hpp"
#include "usecases/reports/assignment.hpp"
#include "usecases/reports/changed_report.hpp"
#include "usecases/reports/imprint.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

void check_forum_date(const std::string& day) {
  const auto parsed = domain::parse_day(day);
  if (!parsed)
    throw_invalid("/forum_date", Fault::wrong_form,
                  say("'{0}' is not a day of the calendar; write it like 2026-05-05.", day));
}

void check_time_zone(const std::string& zone) {
  if (!is_time_zone(zone)) {
    throw_invalid("/time_zone", Fault::does_not_exist,
                  say("There is no time zone '{0}'; a name such as Asia/Ashgabat is expected.", zone));
  }
}

bool contains(const std::vector<std::string>& languages, const std::string& language) {
  return std::ranges::find(languages, language) != languages.end();
}

// before: what the report has already. A language of these stays, though today it were refused.
void check_languages(const domain::Report& report, const domain::Format& format,
                     const std::vector<std::string>& before = {}) {
  Faults faults;
  for (std::size_t i = 0; i < report.languages.size(); ++i) {
    const std::string& language = report.languages[i];
    const std::string pointer = "/languages/" + std::to_string(i);
    if (!contains(format.languages, language)) {
      faults.add(pointer, Fault::does_not_exist, say("The format has no outline in '{0}'.", language));
      continue;
    }
    const domain::Message objection = domain::objection_to_language(language);
    if (!objection.empty() && !contains(before, language)) faults.add(pointer, Fault::wrong_form, objection);
  }
  if (!contains(report.languages, report.source_language)) {
    faults.add("/source_language", Fault::does_not_fit,
               say("The source language must be one of the report's languages."));
  }
  faults.refuse();
}

// A language in which texts were saved stays.
void keep_used_languages(const Read& context, const domain::Report& report) {
  for (const auto& [section, texts] : store::texts_of_report(context.tx, report.id)) {
    for (const auto& [language, text] : texts) {
      if (std::ranges::find(report.languages, language) != report.languages.end()) continue;
      throw domain::Error(
          domain::ErrorCode::conflict, "language_in_use",
          say("Section '{0}' has a text in '{1}', so the report cannot drop that language.", section, language));
    }
  }
}

void insert_sections(const Write& context, const domain::Report& report, const domain::Format& format,
                     std::int64_t event) {
  int position = 0;
  for (const auto& node : format.outline) {
    domain::Section section;
    section.report = report.id;
    section.id = node.key;
    section.position = position++;
    store::insert_section(context.tx, section, event);
  }
}

int days_between(const domain::Report& before, const domain::Report& after) {
  return domain::parse_day(after.forum_date).value() - domain::parse_day(before.forum_date).value();
}

ReportView view(const Read& context, OpenReport report) {
  ReportView view{std::move(report), {}, 0};
  for (const auto& stage : view.report.format->stages) {
    view.stages.push_back(
        {&stage, view.report.day_from_forum(stage.start.days), view.report.day_from_forum(stage.end.days)});
  }
  view.sequence = store::last_event_for(context.tx, view.report.row.id).id;
  return view;
}

}  // namespace

namespace {

// What is wanted, checked. Error: invalid with all that is wrong.
domain::Report row_of(const Write& context, const NewReport& wanted) {
  domain::Report row;
  row.id = wanted.id;
  row.format = wanted.format;
  row.country = wanted.country;
  row.forum_date = wanted.forum_date;
  row.languages = wanted.languages;
  row.source_language = wanted.source_language;
  row.visibility = wanted.visibility;
  row.time_zone = wanted.time_zone.empty() ? context.service.time_zone() : wanted.time_zone;
  Faults faults;
  faults.gather([&] { row.title = check_names(wanted.title, "/title"); });
  faults.gather([&] { check_forum_date(row.forum_date); });
  faults.gather([&] { check_time_zone(row.time_zone); });
  if (const auto version = store::find_format(context.tx, wanted.format, wanted.format_version)) {
    row.format_version = version->version;
    faults.gather([&] { check_languages(row, *context.service.format(context.tx, wanted.format, version->version)); });
  } else {
    faults.add("/format", Fault::does_not_exist, say("Format '{0}' has no such version.", wanted.format));
  }
  faults.refuse();
  return row;
}

}  // namespace

ReportView create_report(const Write& context, const NewReport& wanted) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const domain::Report row = row_of(context, wanted);
  nlohmann::json data = describe(row);
  data["format"] = row.format;
  data["format_version"] = row.format_version;
  data["country"] = row.country;
  const auto event = store::append_event(context.tx, "report.created", {row.id, ""}, author, data);
  store::insert_report(context.tx, row, event);
  insert_sections(context, row, *context.service.format(context.tx, row.format, row.format_version), event);
  return get_report(context.as_read(), row.id);
}

ReportView update_report(const Write& context, const std::string& id, const ReportChange& change,
                         const Expected& expected) {
  const auto author = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport open = open_report(context.as_read(), id);
  domain::Report row = open.row;
  require_version(expected, row.version);
  Faults faults;
  if (change.title) faults.gather([&] { merge_localized(row.title, *change.title, "/title"); });
  if (change.forum_date) faults.gather([&] { check_forum_date(row.forum_date = *change.forum_date); });
  if (change.visibility) row.visibility = *change.visibility;
  if (change.time_zone) faults.gather([&] { check_time_zone(row.time_zone = *change.time_zone); });
  if (change.languages) {
    row.languages = *change.languages;
    faults.gather([&] { check_languages(row, *open.format, open.row.languages); });
  }
  if (change.imprint) faults.gather([&] { change_imprint(row, *change.imprint); });
  if (change.moves_own_deadlines && !change.forum_date) {
    faults.add("/own_deadlines", Fault::does_not_fit, say("Deadlines move together with a new forum_date."));
  }
  faults.refuse();
  if (change.languages) keep_used_languages(context.as_read(), row);
  save_changed(context, row, author);
  const int days = days_between(open.row, row);
  if (change.moves_own_deadlines && days != 0) {
    move_own_deadlines(context, open_report(context.as_read(), id), days, author);
  }
  return get_report(context.as_read(), id);
}

ReportView get_report(const Read& context, const std::string& id) { return view(context, open_report(context, id)); }

std::vector<ReportView> list_reports(const Read& context, const std::string& after, int limit) {
  require_participant(context.actor);
  std::vector<ReportView> reports;
  for (const auto& row : store::list_reports(context.tx, after, limit)) reports.push_back(get_report(context, row.id));
  return reports;
}

}  // namespace usecases
