// The calendar of a report for calendar programs.
#pragma once

#include <string>

#include "usecases/calendar/calendar.hpp"

namespace usecases {

// iCalendar. language: of the titles, where they are in it. What is due and what is delivered is said in it, too.
std::string calendar_file(const Calendar& calendar, const std::string& language);

}  // namespace usecases
