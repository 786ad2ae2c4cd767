// Reminders to the agencies of a report: by the rhythm of its format, and by the coordinator.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/reminder.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// What an agency has to write still, in outline order, with its days from the deadline to today.
std::vector<domain::RemindedSection> due_of_agency(const OpenReport& report,
                                                   const std::vector<domain::Section>& sections,
                                                   const std::string& agency);

// For every participant; by number, above one. agency: empty: to all. Errors: not_found (report, agency).
std::vector<domain::Reminder> list_reminders(const Read& context, const std::string& report, const std::string& agency,
                                             std::int64_t above, int limit);

// Of all that the agency has to write still. Coordinator, once an hour an agency. Errors: forbidden, not_found, invalid
// (agency); conflict (nothing is due, it was reminded within the hour).
domain::Reminder remind_agency(const Write& context, const std::string& report, const std::string& agency,
                               const std::optional<std::string>& note);

// Follows the rhythm of each report up to today: an event an agency, with all sections of which it is reminded. What
// fell on days on which the service stood still is made up for once. Where today was looked at before, nothing is
// written. For housekeeping.
void make_reminders(Service& service);

}  // namespace usecases
