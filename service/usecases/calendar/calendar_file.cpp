#include "usecases/calendar/calendar_file.hpp"

#include "documents/calendar/icalendar.hpp"
#include "domain/basis/message.hpp"
#include "usecases/frame/told.hpp"

namespace usecases {
namespace {

using domain::CalendarEntry;
using domain::EntryKind;
using domain::say;

std::string words_in(const domain::LocalizedText& text, const std::string& language, const std::string& source) {
  for (const auto& wanted : {language, source}) {
    if (const auto found = text.find(wanted); found != text.end()) return found->second;
  }
  return text.empty() ? "" : text.begin()->second;
}

domain::Message summary_of(const CalendarEntry& entry, const std::string& title) {
  switch (entry.kind) {
    case EntryKind::forum:
      return say("First day of the forum: {0}", title);
    case EntryKind::stage:
      return domain::Message::verbatim(title);
    case EntryKind::section:
      return entry.done ? say("Delivered: {0} {1}", entry.number, title) : say("Due: {0} {1}", entry.number, title);
    case EntryKind::agency:
      if (entry.cancelled) return say("Called off: {0} {1}, input of '{2}'", entry.number, title, entry.agency);
      return entry.done ? say("Delivered: {0} {1}, input of '{2}'", entry.number, title, entry.agency)
                        : say("Due: {0} {1}, input of '{2}'", entry.number, title, entry.agency);
    case EntryKind::task:
      if (entry.cancelled) return say("Dropped: {0}", title);
      return entry.done ? say("Done: {0}", title) : say("Task: {0}", title);
    case EntryKind::assistance:
      if (entry.cancelled) return say("No longer needed: {0}", title);
      return entry.done ? say("Help came: {0}", title) : say("Help is needed: {0}", title);
    case EntryKind::meeting:
      return entry.cancelled ? say("Meeting called off: {0}", title) : say("Meeting: {0}", title);
  }
  return {};
}

documents::CalendarEvent event_of(const Calendar& calendar, const CalendarEntry& entry, const std::string& language) {
  const domain::Report& report = calendar.report.row;
  const std::string title = words_in(entry.title, language, report.source_language);
  documents::CalendarEvent event;
  event.uid = report.id + "." + entry.name() + "@" + calendar.identity;
  event.summary = told(summary_of(entry, title), message_language(language));
  event.description = entry.note;
  event.starts_on = entry.starts_on;
  event.ends_on = entry.ends_on;
  event.cancelled = entry.cancelled;
  event.sequence = entry.event;
  event.changed_at = entry.changed_at;
  return event;
}

}  // namespace

std::string calendar_file(const Calendar& calendar, const std::string& language) {
  const domain::Report& report = calendar.report.row;
  documents::CalendarFile file{words_in(report.title, language, report.source_language), {}};
  for (const auto& entry : calendar.entries) file.events.push_back(event_of(calendar, entry, language));
  return documents::to_icalendar(file);
}

}  // namespace usecases
