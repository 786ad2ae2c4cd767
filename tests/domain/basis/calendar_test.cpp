#include "domain/basis/calendar.hpp"

#include <doctest/doctest.h>

using namespace domain;

TEST_CASE("a day is read and written as an ISO date") {
  CHECK(parse_day("1970-01-01") == 0);
  CHECK(parse_day("2026-05-05") == 20578);
  CHECK(format_day(20578) == "2026-05-05");
  CHECK(format_day(parse_day("2024-02-29").value()) == "2024-02-29");
}

TEST_CASE("what is not a day of the calendar is refused") {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-5-5", "2026-05-05T00:00:00Z", "05.05.2026",
                           "", "2026-05-05 ", "２０２６-05-05"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day(text).has_value());
  }
}

TEST_CASE("a time is read with any offset and written in UTC with milliseconds") {
  CHECK(format_time(parse_time("2026-05-05T09:30:00Z").value()) == "2026-05-05T09:30:00.000Z");
  CHECK(format_time(parse_time("2026-05-05T09:30:00.1239+05:00").value()) == "2026-05-05T04:30:00.123Z");
  CHECK(format_time(parse_time("2026-01-01T00:30:00+05:00").value()) == "2025-12-31T19:30:00.000Z");
  CHECK(format_time(-1) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("what is no time is refused") {
  for (const char* text : {"2026-05-05", "2026-05-05T24:00:00Z", "2026-05-05T09:60:00Z", "2026-05-05T09:30:00",
                           "2026-05-05T09:30:00.Z", "2026-05-05 09:30:00Z", "2026-05-05T09:30:00Zx", "now"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time(text).has_value());
  }
}

TEST_CASE("a time that is in no year of four digits in UTC is refused") {
  for (const char* text : {"0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
    CHECK(format_time(parse_time(text).value()) == text);
  }
  CHECK_FALSE(parse_time("0000-01-01T00:59:59+01:00").has_value());
  CHECK_FALSE(parse_time("9999-12-31T23:00:00-01:00").has_value());
}

TEST_CASE("a day that is counted beyond the years of four digits becomes the first or the last of them") {
  const Day first = parse_day("0000-01-01").value();
  const Day last = parse_day("9999-12-31").value();
  CHECK(format_day_within(first) == "0000-01-01");
  CHECK(format_day_within(first - 1) == "0000-01-01");
  CHECK(format_day_within(last) == "9999-12-31");
  CHECK(format_day_within(last + 1) == "9999-12-31");
  CHECK(format_day_within(last + 366) == "9999-12-31");
}
