// Which day and time it is somewhere. A day begins and ends where the report is written, not where the server stands.
#pragma once

#include <string>

#include "domain/basis/calendar.hpp"

namespace usecases {

// Is this an IANA time zone that the system knows?
bool is_time_zone(const std::string& name);

// ISO day in that zone. Errors: domain::Error(invalid) for an unknown zone.
std::string day_in(const std::string& zone, domain::Millis time);

// When a day begins there; on one of the few whose midnight is left out by a change of the clock, an hour beside it.
// Errors: the same.
domain::Millis begin_of_day(const std::string& zone, domain::Day day);

// The time there with its offset, "2026-01-15T14:00:00+05:00". Errors: the same.
std::string time_in(const std::string& zone, domain::Millis time);

}  // namespace usecases
