// Reminders to agencies, and up to which day the rhythm of each report was followed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/reminder.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_reminder(WriteTx& tx, const domain::Reminder& reminder);
// By number, above one. agency: empty: of all.
std::vector<domain::Reminder> list_reminders(ReadTx& tx, const std::string& report, const std::string& agency,
                                             std::int64_t above, int limit);
// The last that the coordinator made for an agency; nothing: none.
std::optional<domain::Millis> last_reminder_by_hand(ReadTx& tx, const std::string& report, const std::string& agency);
// Whether the rhythm has reminded of this deadline on this day before.
bool was_reminded(ReadTx& tx, const std::string& report, const std::string& agency,
                  const domain::RemindedSection& section);

// The last day on which the rhythm was followed; nothing: it never was.
std::optional<std::string> reminder_day(ReadTx& tx, const std::string& report);
void save_reminder_day(WriteTx& tx, const std::string& report, const std::string& day);

}  // namespace store
