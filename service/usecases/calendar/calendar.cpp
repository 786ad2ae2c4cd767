#include "usecases/calendar/calendar.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "store/database/hash.hpp"
#include "store/log/changes.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/assistance.hpp"
#include "store/preparation/meetings.hpp"
#include "store/preparation/tasks.hpp"
#include "store/report/forms.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::CalendarEntry;
using domain::EntryKind;
using domain::Fault;
using domain::say;

constexpr domain::Millis kMillisOfDay = 24 * 60 * 60 * 1000;
// Days: long enough for a program that asks seldom to take the entry away.
constexpr domain::Millis kCancelledShownFor = 60;

class CalendarMaker {
 public:
  // agency: deadlines of this one only; empty: of all.
  CalendarMaker(const Read& context, const OpenReport& report, const std::string& agency)
      : context_(context),
        report_(report),
        only_(agency),
        numbers_(number_outline(*report.format)),
        ended_since_((domain::parse_day(report.today).value() - kCancelledShownFor) * kMillisOfDay),
        changed_(store::last_report_change(context.tx, report.row.id)),
        sections_(store::last_section_changes(context.tx, report.row.id)) {}

  std::vector<CalendarEntry> make() {
    add(EntryKind::forum, "", report_.row.title, report_.row.forum_date, report_.row.forum_date);
    for (const auto& stage : report_.format->stages) {
      add(EntryKind::stage, stage.key, stage.title, report_.day_from_forum(stage.start.days),
          report_.day_from_forum(stage.end.days));
    }
    for (const auto& section : store::list_sections(context_.tx, report_.row.id)) {
      if (report_.node(section.id).kind != domain::NodeKind::text) continue;
      add_deadlines(section);
      add_dropped(section);
    }
    add_plan();
    add_meetings();
    return std::move(entries_);
  }

 private:
  CalendarEntry& add(EntryKind kind, const std::string& key, const domain::LocalizedText& title,
                     const std::string& starts_on, const std::string& ends_on) {
    CalendarEntry entry;
    entry.kind = kind;
    entry.key = key;
    entry.title = title;
    entry.starts_on = starts_on;
    entry.ends_on = ends_on;
    entry.event = changed_.event;
    entry.changed_at = changed_.at;
    return entries_.emplace_back(std::move(entry));
  }

  CalendarEntry& add_day(EntryKind kind, const domain::Section& section, const std::string& agency,
                         const std::string& day) {
    CalendarEntry& entry = add(kind, section.id, title_of(report_, section), day, day);
    entry.number = numbers_.at(section.id);
    entry.agency = agency;
    return entry;
  }

  void add_deadlines(const domain::Section& section) {
    const auto& own = section.agency_deadlines;
    const bool by_its_day = report_.assignment(section).involves(only_) && !own.contains(only_);
    if (only_.empty() || by_its_day) add_deadline(EntryKind::section, section, section.lead);
    for (const auto& [agency, day] : own) {
      if (only_.empty() || agency == only_) add_deadline(EntryKind::agency, section, agency);
    }
  }

  void add_dropped(const domain::Section& section) {
    for (const auto& dropped : store::dropped_deadlines(context_.tx, report_.row.id, section.id, ended_since_)) {
      if (!only_.empty() && dropped.agency != only_) continue;
      CalendarEntry& entry = add_day(EntryKind::agency, section, dropped.agency, dropped.day);
      entry.cancelled = true;
      entry.event = dropped.dropped_by.event;
      entry.changed_at = dropped.dropped_by.at;
    }
  }

  void add_deadline(EntryKind kind, const domain::Section& section, const std::string& agency) {
    CalendarEntry& entry = add_day(kind, section, agency, report_.due_on(section, agency));
    entry.overdue = report_.waits_for_text(section) && entry.ends_on < report_.today;
    entry.done = section.state == domain::State::in_review || section.state == domain::State::approved;
    note_change(entry, sections_.at(section.id));
  }

  // What ended or lost its day is shown a while longer: a program that has an entry keeps it until it hears what became
  // of it.
  void add_plan() {
    auto& tx = context_.tx;
    const std::string& report = report_.row.id;
    for (const auto& task : store::dated_tasks(tx, report, only_, ended_since_)) add_task(task);
    for (const auto& task : store::tasks_without_their_day(tx, report, only_, ended_since_)) add_task(task);
    for (const auto& request : store::dated_assistance(tx, report, only_, ended_since_)) add_assistance(request);
    for (const auto& request : store::assistance_without_its_day(tx, report, only_, ended_since_)) {
      add_assistance(request);
    }
  }

  // Of one agency: those to which it is asked, and for a while those to which it was.
  void add_meetings() {
    for (const auto& meeting : store::list_meetings(context_.tx, report_.row.id, "", 0, domain::kMostMeetings)) {
      const bool asked = only_.empty() || meeting.asks(only_);
      const bool called_off = !asked || meeting.state == domain::MeetingState::cancelled;
      if (called_off && meeting.at < ended_since_) continue;
      if (asked || store::asked_before(context_.tx, meeting, only_)) add_meeting(meeting, called_off);
    }
  }

  void add_meeting(const domain::Meeting& meeting, bool called_off) {
    CalendarEntry& entry = add_planned(EntryKind::meeting, meeting.number, meeting.title, meeting.held_on);
    entry.done = meeting.state == domain::MeetingState::held && !called_off;
    entry.cancelled = called_off;
    for (const auto& part : {meeting.starts_at, meeting.place, meeting.link}) {
      if (part) entry.note += (entry.note.empty() ? "" : ", ") + *part;
    }
    entry.event = meeting.event;
    entry.changed_at = meeting.at;
  }

  void add_task(const domain::Task& task) {
    const std::string day = report_.due_on(task);
    CalendarEntry& entry = add_planned(EntryKind::task, task.number, task.title, day);
    entry.agency = task.agency;
    entry.done = task.state == domain::TaskState::done;
    entry.cancelled = task.state == domain::TaskState::dropped;
    entry.overdue = !domain::is_ended(task.state) && day < report_.today;
    note_change(entry, {task.event, task.at});
  }

  void add_assistance(const domain::Assistance& request) {
    CalendarEntry& entry = add_planned(EntryKind::assistance, request.number, request.title, *request.needed_by);
    entry.agency = request.agency;
    entry.done = request.state == domain::AssistanceState::received;
    entry.cancelled = domain::is_ended(request.state) && !entry.done;
    entry.overdue = !domain::is_ended(request.state) && *request.needed_by < report_.today;
    note_change(entry, {request.event, request.at});
  }

  // Titles of the plan are in one language, whichever that is.
  CalendarEntry& add_planned(EntryKind kind, std::int64_t number, const std::string& title, const std::string& day) {
    return add(kind, std::to_string(number), {{report_.row.source_language, title}}, day, day);
  }

  static void note_change(CalendarEntry& entry, const store::LastChange& change) {
    if (change.event <= entry.event) return;
    entry.event = change.event;
    entry.changed_at = change.at;
  }

  const Read& context_;
  const OpenReport& report_;
  const std::string& only_;
  std::map<std::string, std::string> numbers_;
  domain::Millis ended_since_;
  store::LastChange changed_;
  std::map<std::string, store::LastChange> sections_;
  std::vector<CalendarEntry> entries_;
};

void check_day(const std::string& day, const std::string& name) {
  if (day.empty() || domain::parse_day(day)) return;
  throw_invalid("/" + name, Fault::wrong_form, say("'{0}' is not a day of the calendar.", day));
}

bool passes(const CalendarEntry& entry, const CalendarFilter& filter) {
  return (filter.kind.empty() || domain::to_string(entry.kind) == filter.kind) &&
         (filter.from.empty() || entry.ends_on >= filter.from) &&
         (filter.until.empty() || entry.starts_on <= filter.until);
}

bool comes_before(const CalendarEntry& a, const CalendarEntry& b) {
  const auto place = [](const CalendarEntry& entry) {
    return std::tie(entry.starts_on, entry.ends_on, entry.kind, entry.number, entry.key, entry.agency);
  };
  return place(a) < place(b);
}

}  // namespace

Calendar get_calendar(const Read& context, const std::string& report_id, const CalendarFilter& filter) {
  Calendar calendar{open_report(context, report_id), {}, {}};
  check_day(filter.from, "from");
  check_day(filter.until, "until");
  if (!filter.agency.empty() && !store::find_agency(context.tx, filter.agency)) {
    throw_not_found(say("agency"), filter.agency);
  }
  calendar.identity = store::sha256_hex("calendar " + store::form_key(context.tx)).substr(0, 16);
  calendar.entries = CalendarMaker(context, calendar.report, filter.agency).make();
  std::erase_if(calendar.entries, [&](const CalendarEntry& entry) { return !passes(entry, filter); });
  std::ranges::sort(calendar.entries, comes_before);
  return calendar;
}

}  // namespace usecases
