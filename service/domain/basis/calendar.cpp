#include "domain/basis/calendar.hpp"

#include <algorithm>
#include <chrono>
#include <string>

namespace domain {
namespace {

constexpr Millis kDayMillis = 86'400'000;
constexpr Millis kFirstMillis = -62'167'219'200'000;  // 0000-01-01T00:00:00.000Z
constexpr Millis kLastMillis = 253'402'300'799'999;   // 9999-12-31T23:59:59.999Z

// Reads exactly `digits` decimal digits and moves on; nothing where there are fewer.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take_char(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take_char(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take_char(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<Millis> take_fraction(std::string_view& text) {
  if (!take_char(text, '.')) return 0;
  Millis millis = 0;
  int digits = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    if (digits < 3) millis = millis * 10 + (text.front() - '0');
    ++digits;
    text.remove_prefix(1);
  }
  if (digits == 0 || digits > 9) return std::nullopt;
  for (; digits < 3; ++digits) millis *= 10;
  return millis;
}

std::optional<Millis> take_offset(std::string_view& text) {
  if (take_char(text, 'Z') || take_char(text, 'z')) return 0;
  const bool minus = take_char(text, '-');
  if (!minus && !take_char(text, '+')) return std::nullopt;
  const auto hours = take_number(text, 2);
  if (!hours || *hours > 23 || !take_char(text, ':')) return std::nullopt;
  const auto minutes = take_number(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  const Millis offset = (Millis{*hours} * 60 + *minutes) * 60'000;
  return minus ? -offset : offset;
}

// With zeros before it, at least so wide.
void append_number(std::string& text, int value, std::size_t digits) {
  const std::string number = std::to_string(value);
  if (number.size() < digits) text.append(digits - number.size(), '0');
  text += number;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

std::string format_day(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  std::string text;
  append_number(text, static_cast<int>(date.year()), 4);
  append_number(text += '-', static_cast<int>(static_cast<unsigned>(date.month())), 2);
  append_number(text += '-', static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return text;
}

std::string format_day_within(Day day) {
  constexpr auto kFirstDay = static_cast<Day>(kFirstMillis / kDayMillis);
  constexpr auto kLastDay = static_cast<Day>(kLastMillis / kDayMillis);
  return format_day(std::clamp(day, kFirstDay, kLastDay));
}

std::optional<Millis> parse_time(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !(take_char(text, 'T') || take_char(text, 't'))) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take_char(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || !take_char(text, ':')) return std::nullopt;
  const auto second = take_number(text, 2);
  if (!second || *second > 59) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const Millis time = *day * kDayMillis + ((Millis{*hour} * 60 + *minute) * 60 + *second) * 1000 + *fraction - *offset;
  // An offset can lead out of the years that have four digits.
  return time >= kFirstMillis && time <= kLastMillis ? std::optional(time) : std::nullopt;
}

std::string format_time(Millis time) {
  Millis day = time / kDayMillis;
  Millis rest = time % kDayMillis;
  if (rest < 0) {
    rest += kDayMillis;
    --day;
  }
  std::string text = format_day(static_cast<Day>(day));
  append_number(text += 'T', static_cast<int>(rest / 3'600'000), 2);
  append_number(text += ':', static_cast<int>(rest / 60'000 % 60), 2);
  append_number(text += ':', static_cast<int>(rest / 1000 % 60), 2);
  append_number(text += '.', static_cast<int>(rest % 1000), 3);
  return text + 'Z';
}

}  // namespace domain
