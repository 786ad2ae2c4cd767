#include "documents/calendar/icalendar.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <memory>
#include <new>

namespace documents {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
  void operator()(char* text) const { std::free(text); }  // as the functions whose names end with _r want it
};

void add(icalcomponent* component, icalproperty* property) {
  if (property == nullptr) throw std::bad_alloc();
  icalcomponent_add_property(component, property);
}

// A property that RFC 5545 does not know.
void add_named(icalcomponent* component, const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  if (property != nullptr) icalproperty_set_x_name(property, name);
  add(component, property);
}

icaltimetype day_of(const std::string& iso, int later = 0) {
  const std::string day = domain::format_day(domain::parse_day(iso).value() + later);
  icaltimetype time = icaltime_null_date();
  time.year = std::stoi(day.substr(0, 4));
  time.month = std::stoi(day.substr(5, 2));
  time.day = std::stoi(day.substr(8, 2));
  return time;
}

icaltimetype moment_of(domain::Millis time) {
  return icaltime_from_timet_with_zone(static_cast<time_t>(time / 1000), 0, icaltimezone_get_utc_timezone());
}

int sequence_of(std::int64_t sequence) {
  return static_cast<int>(std::min<std::int64_t>(sequence, std::numeric_limits<int>::max()));
}

Component to_component(const CalendarEvent& event) {
  Component component(icalcomponent_new(ICAL_VEVENT_COMPONENT));
  if (!component) throw std::bad_alloc();
  icalcomponent* out = component.get();
  add(out, icalproperty_new_uid(event.uid.c_str()));
  add(out, icalproperty_new_dtstamp(moment_of(event.changed_at)));
  add(out, icalproperty_new_lastmodified(moment_of(event.changed_at)));
  add(out, icalproperty_new_sequence(sequence_of(event.sequence)));
  add(out, icalproperty_new_dtstart(day_of(event.starts_on)));
  add(out, icalproperty_new_dtend(day_of(event.ends_on, 1)));  // which is not included
  add(out, icalproperty_new_summary(event.summary.c_str()));
  if (!event.description.empty()) add(out, icalproperty_new_description(event.description.c_str()));
  add(out, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add(out, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // a deadline leaves the day free
  return component;
}

}  // namespace

std::string to_icalendar(const CalendarFile& calendar) {
  const Component file(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  if (!file) throw std::bad_alloc();
  add(file.get(), icalproperty_new_version("2.0"));
  add(file.get(), icalproperty_new_prodid("-//national-report//calendar//EN"));
  add(file.get(), icalproperty_new_calscale("GREGORIAN"));
  add(file.get(), icalproperty_new_name(calendar.name.c_str()));
  add_named(file.get(), "X-WR-CALNAME", calendar.name);
  add_named(file.get(), "X-PUBLISHED-TTL", "PT1H");
  for (const auto& event : calendar.events) {
    icalcomponent_add_component(file.get(), to_component(event).release());
  }
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(file.get()));
  if (!text) throw std::bad_alloc();
  return text.get();
}

}  // namespace documents
