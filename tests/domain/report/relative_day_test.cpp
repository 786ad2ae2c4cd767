#include "domain/report/relative_day.hpp"

#include <doctest/doctest.h>

using namespace domain;

TEST_CASE("days are counted in weeks and days from the forum's first day") {
  CHECK(parse_relative_day("T").value().days == 0);
  CHECK(parse_relative_day("T-36w").value().days == -252);
  CHECK(parse_relative_day("T-3d").value().days == -3);
  CHECK(parse_relative_day("T+4w").value().days == 28);
  CHECK(parse_relative_day("T+0d").value().days == 0);
  CHECK(parse_relative_day("T-7320d").value().days == -7320);
}

TEST_CASE("what is no day counted from the forum is refused") {
  for (const char* text : {"", "t-12w", "T-", "T-w", "T12w", "T-12", "T-12m", "T--12w", "T-+12w", "T+-1d", "T-1.5w",
                           " T-1w", "T-1w ", "T -1w", "T-1w-1d", "2026-05-05"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_relative_day(text).has_value());
  }
}

TEST_CASE("a day more than twenty years from the forum is refused") {
  for (const char* text : {"T-7321d", "T+1046w", "T-99999999999w"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_relative_day(text).has_value());
  }
}
