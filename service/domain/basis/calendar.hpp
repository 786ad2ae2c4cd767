// Days and moments as the service writes them: ISO dates without a zone, and RFC 3339 times in UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace domain {

using Millis = std::int64_t;  // since 1970-01-01T00:00:00Z, without leap seconds
using Day = std::int32_t;     // since 1970-01-01

// "2026-05-05"; nothing where the text is no day of the calendar.
std::optional<Day> parse_day(std::string_view text);
std::string format_day(Day day);
// Likewise, but a day that lies beyond the first or last one that parse_day reads becomes that: for days that are
// counted from one that somebody gave.
std::string format_day_within(Day day);

// "2026-05-05T09:00:00.000Z"; fractions of up to nine digits and offsets such as +05:00 are read too.
std::optional<Millis> parse_time(std::string_view text);
std::string format_time(Millis time);

}  // namespace domain
