#include "domain/report/reminder_rhythm.hpp"

namespace domain {

std::optional<int> reminder_between(const ReminderRhythm& rhythm, Day due, Day seen, Day today) {
  std::optional<int> newest;
  const auto try_day = [&](int days) {
    const Day on = due + days;
    if (on > seen && on <= today && (!newest || days > *newest)) newest = days;
  };
  for (const int days : rhythm.before) try_day(-days);
  if (rhythm.on_the_day) try_day(0);
  for (const int days : rhythm.after) try_day(days);
  return newest;
}

}  // namespace domain
