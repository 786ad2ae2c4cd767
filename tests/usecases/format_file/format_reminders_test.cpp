// The rhythm of reminders of a format file.
#include <doctest/doctest.h>

#include "format_findings.hpp"
#include "usecases/format_file/format_reader.hpp"

using namespace usecases;
using namespace support;

namespace {

using Days = std::vector<int>;

bool reminders_complain(const std::string& reminders, const std::string& pointer, const std::string& words) {
  return complains(kSmall + "reminders: " + reminders + "\n", pointer, words);
}

}  // namespace

TEST_CASE("a format that says nothing of reminders has those of every report") {
  for (const char* reminders : {"", "reminders:\n", "reminders: {}\n", "reminders: {before: , after: }\n"}) {
    const auto rhythm = read_format(kSmall + reminders).reminders;
    CHECK(rhythm.before == Days{14, 3});
    CHECK(rhythm.on_the_day);
    CHECK(rhythm.after == Days{1, 7, 14});
  }
}

TEST_CASE("a rhythm is read as it stands, and an empty list is none") {
  const auto rhythm =
      read_format(kSmall + "reminders: {before: [365, 30, 1], on_the_day: false, after: []}\n").reminders;
  CHECK(rhythm.before == Days{365, 30, 1});
  CHECK_FALSE(rhythm.on_the_day);
  CHECK(rhythm.after.empty());
}

TEST_CASE("days that are out of order, out of bounds, repeated or none at all are told with their place and line") {
  CHECK(reminders_complain("{before: [3, 14]}", "/reminders/before", "the days must fall"));
  CHECK(reminders_complain("{after: [7, 1]}", "/reminders/after", "the days must rise"));
  CHECK(reminders_complain("{before: [3, 3]}", "/reminders/before", "the same day stands here twice (line 7)"));
  CHECK(reminders_complain("{after: [0]}", "/reminders/after/0", "must be at least 1"));
  CHECK(reminders_complain("{after: [366]}", "/reminders/after/0", "must be a whole number from 0 to 365"));
  CHECK(reminders_complain("{after: [-1]}", "/reminders/after/0", "must be a whole number"));
  CHECK(reminders_complain("{after: [1, ~]}", "/reminders/after/1", "is missing"));
  CHECK(reminders_complain("{after: [often]}", "/reminders/after/0", "must be a whole number"));
  CHECK(reminders_complain("{after: 7}", "/reminders/after", "must be a"));
  CHECK(reminders_complain("{after: [1,2,3,4,5,6,7,8,9,10,11]}", "/reminders/after", "at most 10"));
  CHECK(reminders_complain("{on_the_day: perhaps}", "/reminders/on_the_day", "must be true or false"));
  CHECK(reminders_complain("[14, 3]", "/reminders", "must be a map with the fields before, on_the_day, after"));
  CHECK(reminders_complain("{never: true}", "/reminders/never", "known are before, on_the_day, after"));
}
