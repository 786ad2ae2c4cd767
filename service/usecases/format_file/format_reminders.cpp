#include "usecases/format_file/format_reminders.hpp"

#include <algorithm>
#include <functional>

namespace usecases {
namespace {

using domain::Fault;

constexpr std::size_t kMostDays = 365;
constexpr std::size_t kNone = kMostDays + 1;  // it was complained about already
constexpr std::size_t kMostReminders = 10;    // before a deadline, and as many after it

// comes_first: which of two days stands before the other, as they come in time.
template <class Order>
void read_days(const YamlPlace& place, Order comes_first, const std::string& order, std::vector<int>& days) {
  if (!place.defined()) return;
  days.clear();
  place.each([&](const YamlPlace& item) {
    const std::size_t day = item.number(kNone, kMostDays);
    if (!item.defined()) return item.complain(Fault::missing, "is missing: a number of days");
    if (day == 0) return item.complain(Fault::out_of_range, "must be at least 1; the day itself is on_the_day");
    if (day != kNone) days.push_back(static_cast<int>(day));
  });
  if (days.size() > kMostReminders) place.complain(Fault::too_many, "at most 10 reminders can stand here");
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (days[i] == days[i - 1]) return place.complain(Fault::repeated, "the same day stands here twice");
    if (!comes_first(days[i - 1], days[i])) return place.complain(Fault::wrong_form, order);
  }
}

}  // namespace

void read_reminders(const YamlPlace& place, domain::Format& format) {
  if (!place.defined() || !place.map_of({"before", "on_the_day", "after"})) return;
  domain::ReminderRhythm& rhythm = format.reminders;
  read_days(place.at("before"), std::greater<>(), "the days must fall: the earliest reminder stands first",
            rhythm.before);
  rhythm.on_the_day = place.at("on_the_day").flag(true);
  read_days(place.at("after"), std::less<>(), "the days must rise: the earliest reminder stands first", rhythm.after);
}

}  // namespace usecases
