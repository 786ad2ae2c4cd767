// Meetings of the working group: as they are now, with every version, the roll call, decisions and minutes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/preparation/meeting.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_meeting_number(ReadTx& tx, const std::string& report);
// A new meeting, or the next version of one.
void save_meeting(WriteTx& tx, const domain::Meeting& meeting);
// Of the points only what tells them from each other: titles are those of the report as it is read.
std::string agenda_column(const domain::Agenda& agenda);

std::optional<domain::Meeting> find_meeting(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one. state: empty: any.
std::vector<domain::Meeting> list_meetings(ReadTx& tx, const std::string& report, const std::string& state,
                                           std::int64_t above, int limit);
// Whether an earlier version of the meeting asked the agency to come.
bool asked_before(ReadTx& tx, const domain::Meeting& meeting, const std::string& agency);
// Events after one by which a meeting got another day, time, place or link, or was cancelled.
std::set<std::int64_t> meeting_moves(ReadTx& tx, const std::string& report, std::int64_t after);
int count_meetings(ReadTx& tx, const std::string& report);

void insert_answer(WriteTx& tx, const domain::Meeting& meeting, const domain::RollCallAnswer& answer);
// The newest of each agency, by agency.
std::map<std::string, domain::RollCallAnswer> roll_call(ReadTx& tx, const std::string& report, std::int64_t meeting);

void insert_decision(WriteTx& tx, const domain::Meeting& meeting, const domain::Decision& decision);
// By number.
std::vector<domain::Decision> list_decisions(ReadTx& tx, const std::string& report, std::int64_t meeting);

void insert_minutes(WriteTx& tx, const domain::Meeting& meeting, const domain::Minutes& minutes);
std::int64_t minutes_version(ReadTx& tx, const std::string& report, std::int64_t meeting);  // 0: there are none
// The newest.
std::optional<domain::Minutes> find_minutes(ReadTx& tx, const std::string& report, std::int64_t meeting);
// Versions of minutes whose text is not the one that their event recorded, and those without an event: the meeting.
std::vector<std::string> changed_minutes(ReadTx& tx);

}  // namespace store
