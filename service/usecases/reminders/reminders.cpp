#include "usecases/reminders/reminders.hpp"

#include <exception>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/reminders.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/inbox/inbox_board.hpp"
#include "usecases/inbox/inbox_duties.hpp"
#include "usecases/reminders/mailing.hpp"

namespace usecases {
namespace {

using domain::Day;
using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::RemindedSection;
using domain::Reminder;
using domain::say;

constexpr domain::Millis kBetweenByHand = 3'600'000;

nlohmann::json describe_reminder(const Reminder& reminder) {
  nlohmann::json data{{"agency", reminder.agency}, {"made_on", reminder.on}, {"by_hand", reminder.by_hand}};
  data["sections"] = nlohmann::json::array();
  for (const auto& one : reminder.sections) {
    data["sections"].push_back({{"section", one.section}, {"due_on", one.due_on}, {"days", one.days}});
  }
  if (reminder.note) data["note"] = *reminder.note;
  return data;
}

void record_reminder(store::WriteTx& tx, Reminder& reminder) {
  reminder.at = tx.now;
  reminder.event =
      store::append_event(tx, "reminder.made", {reminder.report, ""}, reminder.by, describe_reminder(reminder));
  store::insert_reminder(tx, reminder);
}

// What the rhythm has for each agency since a day, in outline order.
std::map<std::string, std::vector<RemindedSection>> reminders_since(const Read& context, const OpenReport& report,
                                                                    const std::vector<domain::Section>& sections,
                                                                    Day seen, Day today) {
  std::map<std::string, std::vector<RemindedSection>> by_agency;
  for (const auto& section : sections) {
    if (!report.waits_for_text(section)) continue;
    for (const auto& agency : agencies_of(section)) {
      const std::string due_on = report.due_on(section, agency);
      const auto due = domain::parse_day(due_on);  // nothing: the forum is at the end of the calendar
      const auto days = due ? reminder_between(report.format->reminders, *due, seen, today) : std::nullopt;
      if (!days) continue;
      const RemindedSection one{section.id, due_on, *days};
      if (!store::was_reminded(context.tx, report.row.id, agency, one)) by_agency[agency].push_back(one);
    }
  }
  return by_agency;
}

// The day on which reminders were made last; of a report that never had any, yesterday: nobody is reminded of what
// fell on days before there were reminders.
Day last_day(const Read& context, const std::string& report, Day today) {
  const auto saved = store::reminder_day(context.tx, report);
  return saved ? domain::parse_day(*saved).value_or(today) : today - 1;
}

Day day_of(const std::string& zone, domain::Millis now) { return domain::parse_day(day_in(zone, now)).value(); }

// Gives the number of reminders.
std::size_t follow_rhythm(const Write& context, const std::string& report_id) {
  const auto known = context.service.known_reports().see(context.as_read(), report_id);
  const OpenReport report{known->row, known->format, day_in(known->row.time_zone, context.tx.now)};
  const Day today = domain::parse_day(report.today).value();
  const Day seen = last_day(context.as_read(), report_id, today);
  if (seen >= today) return 0;
  auto by_agency = reminders_since(context.as_read(), report, known->sections, seen, today);
  for (auto& [agency, sections] : by_agency) {
    Reminder reminder;
    reminder.report = report_id;
    reminder.agency = agency;
    reminder.on = report.today;
    reminder.sections = std::move(sections);
    record_reminder(context.tx, reminder);
    mail_reminder(context, report, reminder);
  }
  store::save_reminder_day(context.tx, report_id, report.today);
  return by_agency.size();
}

// Reports at which the rhythm was not followed today.
std::vector<std::string> reports_to_follow(Service& service) {
  return service.read(the_service(), [&](const Read& context) {
    std::vector<std::string> ids;
    for (const auto& report : current_reports(context)) {
      if (report.submitted) continue;
      const auto known = service.known_reports().see(context, report.id);
      const Day today = day_of(known->row.time_zone, service.now());
      if (last_day(context, report.id, today) < today) ids.push_back(report.id);
    }
    return ids;
  });
}

void require_quiet(const Write& context, const std::string& report, const std::string& agency) {
  const auto last = store::last_reminder_by_hand(context.tx, report, agency);
  if (!last || *last + kBetweenByHand <= context.tx.now) return;
  throw Error(ErrorCode::conflict, "reminded_already",
              say("The agency '{0}' was reminded at {1}; an agency can be reminded once an hour.", agency,
                  domain::format_time(*last)));
}

}  // namespace

std::vector<RemindedSection> due_of_agency(const OpenReport& report, const std::vector<domain::Section>& sections,
                                           const std::string& agency) {
  const Day today = domain::parse_day(report.today).value();
  std::vector<RemindedSection> due;
  for (const auto& section : sections) {
    if (!report.waits_for_text(section) || !report.assignment(section).involves(agency)) continue;
    const std::string due_on = report.due_on(section, agency);
    due.push_back({section.id, due_on, today - domain::parse_day(due_on).value_or(today)});
  }
  return due;
}

std::vector<Reminder> list_reminders(const Read& context, const std::string& report, const std::string& agency,
                                     std::int64_t above, int limit) {
  open_report(context, report);
  if (!agency.empty() && !store::find_agency(context.tx, agency)) throw_not_found(say("agency"), agency);
  return store::list_reminders(context.tx, report, agency, above, limit);
}

Reminder remind_agency(const Write& context, const std::string& report_id, const std::string& agency,
                       const std::optional<std::string>& note) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  Reminder reminder;
  Faults faults;
  faults.gather([&] {
    if (store::find_agency(context.tx, agency)) return;
    throw_invalid("/agency", Fault::does_not_exist, say("There is no {0} '{1}'.", say("agency"), agency));
  });
  if (note) faults.gather([&] { reminder.note = check_remark(*note, "/note"); });
  faults.refuse();
  reminder.report = report_id;
  reminder.agency = agency;
  reminder.on = report.today;
  reminder.by_hand = true;
  reminder.by = by;
  reminder.sections = due_of_agency(report, store::list_sections(context.tx, report_id), agency);
  if (reminder.sections.empty()) {
    throw Error(ErrorCode::conflict, "nothing_due",
                say("The agency '{0}' has nothing to write for this report now.", agency));
  }
  require_quiet(context, report_id, agency);
  record_reminder(context.tx, reminder);
  mail_reminder(context, report, reminder);
  return reminder;
}

void make_reminders(Service& service) {
  std::exception_ptr fault;
  for (const auto& report : reports_to_follow(service)) {
    try {
      service.write(the_service(), [&](const Write& context) { return follow_rhythm(context, report); });
    } catch (const std::exception&) {
      fault = std::current_exception();  // those behind it are reminded all the same
    }
  }
  if (fault) std::rethrow_exception(fault);
}

}  // namespace usecases
