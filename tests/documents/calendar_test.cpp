#include <doctest/doctest.h>
#include <libical/ical.h>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "documents/calendar/icalendar.hpp"
#include "support/contains.hpp"

using documents::CalendarEvent;
using documents::to_icalendar;
using support::contains;

namespace {

constexpr domain::Millis kMoment = 1'768'467'600'000;  // 2026-01-15T09:00:00Z

CalendarEvent deadline(const std::string& summary) {
  return {"tkm-2026.section.obj-07@0123", summary, "", "2026-01-20", "2026-01-20", false, 41, kMoment};
}

struct Parsed {
  std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> file;
  icalcomponent* event = nullptr;

  explicit Parsed(const std::string& text) : file(icalparser_parse_string(text.c_str()), icalcomponent_free) {
    REQUIRE(file);
    REQUIRE(icalcomponent_count_errors(file.get()) == 0);
    event = icalcomponent_get_first_component(file.get(), ICAL_VEVENT_COMPONENT);
    REQUIRE(event);
  }
};

bool is_utf8(const std::string& line) {
  std::size_t follow = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (follow > 0) {
      if ((byte & 0xC0) != 0x80) return false;
      --follow;
    } else if (byte >= 0x80) {
      if ((byte & 0xC0) == 0x80) return false;
      follow = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    }
  }
  return follow == 0;
}

}  // namespace

TEST_CASE("a deadline is a whole day that ends where the next begins, and leaves the day free") {
  const std::string text = to_icalendar({"Report", {deadline("Due: 7.4.3 Vulnerabilities")}});
  CHECK(contains(text, "DTSTART;VALUE=DATE:20260120\r\n"));
  CHECK(contains(text, "DTEND;VALUE=DATE:20260121\r\n"));
  CHECK(contains(text, "DTSTAMP:20260115T090000Z\r\n"));
  CHECK(contains(text, "LAST-MODIFIED:20260115T090000Z\r\n"));
  CHECK(contains(text, "SEQUENCE:41\r\n"));
  CHECK(contains(text, "UID:tkm-2026.section.obj-07@0123\r\n"));
  CHECK(contains(text, "STATUS:CONFIRMED\r\n"));
  CHECK(contains(text, "TRANSP:TRANSPARENT\r\n"));
  CHECK(contains(text, "X-WR-CALNAME:Report\r\n"));
  CHECK_FALSE(contains(text, "TZID"));
  CHECK(to_icalendar({"Report", {deadline("Due: 7.4.3 Vulnerabilities")}}) == text);
}

TEST_CASE("the last day of a year and of a February ends with the next month") {
  auto event = deadline("x");
  event.starts_on = "2027-12-01";
  event.ends_on = "2027-12-31";
  CHECK(contains(to_icalendar({"R", {event}}), "DTEND;VALUE=DATE:20280101\r\n"));
  event.starts_on = event.ends_on = "2028-02-29";
  CHECK(contains(to_icalendar({"R", {event}}), "DTEND;VALUE=DATE:20280301\r\n"));
}

TEST_CASE("the last day that there is has no day behind it, and is a day all the same") {
  auto last = deadline("Last");
  last.starts_on = last.ends_on = "9999-12-31";
  const std::string text = to_icalendar({"Report", {last}});
  CHECK(contains(text, "DTSTART;VALUE=DATE:99991231\r\n"));
  CHECK_FALSE(contains(text, "DTEND"));
  CHECK(Parsed(text).event != nullptr);
}

TEST_CASE("what is called off is marked so") {
  auto event = deadline("x");
  event.cancelled = true;
  CHECK(contains(to_icalendar({"R", {event}}), "STATUS:CANCELLED\r\n"));
}

TEST_CASE("words cannot become properties, and are read back as they were") {
  for (const std::string& summary : std::vector<std::string>{
           "A, b; c \\ d: \"e\"", "Two\nlines", "X\r\nATTACH:http://example.org", "END:VEVENT",
           "X\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y", "a\rBEGIN:VALARM",
           "a\xE2\x80\xA8"
           "BEGIN:VEVENT",
           "\\n\\, \\; \\N;", std::string(74, 'a') + "\xF0\x9F\x98\x80",
           "Уменьшение факторов уязвимости в процессе миграции и повышение доступности каналов",
           "Ýurtlaryň arasyndaky hyzmatdaşlyk, ähli ugurlar boýunça, döwlet edaralary bilen bilelikde"}) {
    CAPTURE(summary);
    const std::string text = to_icalendar({summary, {deadline(summary)}});
    const Parsed parsed(text);
    std::string read = icalcomponent_get_summary(parsed.event);
    std::string plain = summary;
    std::erase(read, '\r');
    std::erase(plain, '\r');
    CHECK(read == plain);
    CHECK(icalcomponent_count_components(parsed.file.get(), ICAL_VEVENT_COMPONENT) == 1);
    CHECK_FALSE(contains(text, "\nATTACH"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      CHECK(line.ends_with('\r'));
      CHECK(line.size() <= 76);
      CHECK(is_utf8(line));
    }
  }
}
