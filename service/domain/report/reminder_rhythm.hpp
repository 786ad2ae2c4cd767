// On which days agencies are reminded of what is due: a part of the format.
#pragma once

#include <optional>
#include <vector>

#include "domain/basis/calendar.hpp"

namespace domain {

struct ReminderRhythm {
  std::vector<int> before{14, 3};  // days before a deadline, the earliest first
  bool on_the_day = true;
  std::vector<int> after{1, 7, 14};  // days after it, the earliest first
};

// The reminder of a deadline that falls on a day in (seen, today], counted from the deadline: -3 is three days before.
// Of several, which is so where the service stood still, the newest alone: the others say nothing more. Nothing: none.
// seen: the last day on which reminders were made.
std::optional<int> reminder_between(const ReminderRhythm& rhythm, Day due, Day seen, Day today);

}  // namespace domain
