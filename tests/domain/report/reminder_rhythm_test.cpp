#include "domain/report/reminder_rhythm.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace domain;

namespace {

constexpr Day kDue = 100;

// The reminders of days one after the other, as "-14@86 ".
std::string reminders_day_by_day(const ReminderRhythm& rhythm, Day from, Day to) {
  std::string all;
  for (Day today = from; today <= to; ++today) {
    if (const auto days = reminder_between(rhythm, kDue, today - 1, today)) {
      all += std::to_string(*days) + "@" + std::to_string(today) + " ";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("reminders come on each day of the rhythm and on no other") {
  CHECK(reminders_day_by_day({}, 0, 200) == "-14@86 -3@97 0@100 1@101 7@107 14@114 ");
  CHECK(reminders_day_by_day({{}, false, {}}, 0, 200) == "");
  CHECK(reminders_day_by_day({{}, true, {}}, 0, 200) == "0@100 ");
  CHECK(reminders_day_by_day({{365}, false, {365}}, -300, 500) == "-365@-265 365@465 ");
}

TEST_CASE("of days that were missed only the newest is made up for") {
  const ReminderRhythm rhythm;
  CHECK(reminder_between(rhythm, kDue, 80, 102) == 1);
  CHECK(reminder_between(rhythm, kDue, 80, 99) == -3);
  CHECK(reminder_between(rhythm, kDue, 97, 99) == std::nullopt);
  CHECK(reminder_between(rhythm, kDue, 0, 5000) == 14);
}

TEST_CASE("what fell on the last day looked at, or before it, is not repeated") {
  const ReminderRhythm rhythm;
  for (Day today = 80; today < 120; ++today) CHECK(reminder_between(rhythm, kDue, today, today) == std::nullopt);
  CHECK(reminder_between(rhythm, kDue, 100, 90) == std::nullopt);  // a clock that was put back
}
