// Help asked of partners: every request as it is now, with every version that there ever was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/assistance.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_assistance_number(ReadTx& tx, const std::string& report);
// A new request, or the next version of one.
void save_assistance(WriteTx& tx, const domain::Assistance& request);

std::optional<domain::Assistance> find_assistance(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one.
std::vector<domain::Assistance> list_assistance(ReadTx& tx, const std::string& report,
                                                const domain::AssistanceFilter& filter, std::int64_t above, int limit);
// As they were at an event, by number. Of each all but the note, the agency, the task and the last change.
std::vector<domain::Assistance> list_assistance_at(ReadTx& tx, const std::string& report, std::int64_t event);
// That have a day and have not ended, or since that time, of an agency or (empty) of all, by number. Of each only
// number, title, partner, agency, day, state and last change: a calendar is asked for often.
std::vector<domain::Assistance> dated_assistance(ReadTx& tx, const std::string& report, const std::string& agency,
                                                 domain::Millis ended_since = kNow);
// That lost its day since then, or went to another agency with it, as the calendar of the agency or (empty) of all had
// it: with the day of that time, withdrawn, and the last change.
std::vector<domain::Assistance> assistance_without_its_day(ReadTx& tx, const std::string& report,
                                                           const std::string& agency, domain::Millis since);
int count_assistance(ReadTx& tx, const std::string& report);

}  // namespace store
