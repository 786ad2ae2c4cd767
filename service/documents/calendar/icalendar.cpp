#include "documents/calendar/icalendar.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <new>

namespace documents {
namespace {

struct FreeText {
  void operator()(char* text) const { std::free(text); }  // as the functions whose names end with _r want it
};

struct FreeProperty {
  void operator()(icalproperty* property) const { icalproperty_free(property); }
};
using Property = std::unique_ptr<icalproperty, FreeProperty>;

// A line, folded and escaped as its value wants it.
std::string line_of(icalproperty* made) {
  const Property property(made);
  const std::unique_ptr<char, FreeText> text(property ? icalproperty_as_ical_string_r(property.get()) : nullptr);
  if (!text) throw std::bad_alloc();
  return text.get();
}

// A property that RFC 5545 does not know.
std::string line_named(const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  if (property != nullptr) icalproperty_set_x_name(property, name);
  return line_of(property);
}

std::string without(std::string text, const std::string& marks) {
  std::erase_if(text, [&](char letter) { return marks.find(letter) != std::string::npos; });
  return text;
}

std::string day_of(const std::string& iso, int later = 0) {
  return without(domain::format_day_within(domain::parse_day(iso).value() + later), "-");
}

std::string moment_of(domain::Millis time) {
  const std::string iso = domain::format_time(time);  // "2026-01-10T09:30:00.000Z"
  return without(iso.substr(0, iso.find('.')), "-:") + "Z";
}

std::int64_t sequence_of(std::int64_t sequence) {
  return std::min<std::int64_t>(sequence, std::numeric_limits<std::int32_t>::max());
}

// Only what may hold any letters is the library's: a tree of it for each day takes five times as long.
void append(std::string& text, const CalendarEvent& event) {
  const std::string changed = moment_of(event.changed_at);
  text += "BEGIN:VEVENT\r\n";
  text += line_of(icalproperty_new_uid(event.uid.c_str()));
  text += "DTSTAMP:" + changed + "\r\n";
  text += "LAST-MODIFIED:" + changed + "\r\n";
  text += "SEQUENCE:" + std::to_string(sequence_of(event.sequence)) + "\r\n";
  const std::string first = day_of(event.starts_on);
  const std::string behind = day_of(event.ends_on, 1);  // which is not included
  text += "DTSTART;VALUE=DATE:" + first + "\r\n";
  if (behind > first) text += "DTEND;VALUE=DATE:" + behind + "\r\n";  // else it is one day, the last that there is
  text += line_of(icalproperty_new_summary(event.summary.c_str()));
  if (!event.description.empty()) text += line_of(icalproperty_new_description(event.description.c_str()));
  text += event.cancelled ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n";
  text += "TRANSP:TRANSPARENT\r\n";  // a deadline leaves the day free
  text += "END:VEVENT\r\n";
}

}  // namespace

std::string to_icalendar(const CalendarFile& calendar) {
  constexpr std::size_t kUsualEvent = 512;  // bytes
  std::string text;
  text.reserve(kUsualEvent * (calendar.events.size() + 1));
  text += "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  text += line_of(icalproperty_new_prodid("-//national-report//calendar//EN"));
  text += "CALSCALE:GREGORIAN\r\n";
  text += line_of(icalproperty_new_name(calendar.name.c_str()));
  text += line_named("X-WR-CALNAME", calendar.name);
  text += line_named("X-PUBLISHED-TTL", "PT1H");
  for (const auto& event : calendar.events) append(text, event);
  text += "END:VCALENDAR\r\n";
  return text;
}

}  // namespace documents
