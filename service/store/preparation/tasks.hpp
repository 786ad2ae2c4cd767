// The tasks of the preparation plan: as they are now, with every version that there ever was.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/preparation/dependences.hpp"
#include "domain/preparation/task.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_task_number(ReadTx& tx, const std::string& report);
// A new task, or the next version of one.
void save_task(WriteTx& tx, const domain::Task& task);

std::optional<domain::Task> find_task(ReadTx& tx, const std::string& report, std::int64_t number);
// By number, above one.
std::vector<domain::Task> list_tasks(ReadTx& tx, const std::string& report, const domain::TaskFilter& filter,
                                     std::int64_t above, int limit);
// As they were at an event, by number. Of each only number, title, note, owner, day, state and reason.
std::vector<domain::Task> list_tasks_at(ReadTx& tx, const std::string& report, std::int64_t event);
// That have a day and are neither done nor dropped, or so since that time, of an agency or (empty) of all, by number.
// Of each only number, title, owner, day, state and last change: a calendar is asked for often.
std::vector<domain::Task> dated_tasks(ReadTx& tx, const std::string& report, const std::string& agency,
                                      domain::Millis ended_since = kNow);
// That lost their day since then, or went to another agency with it, as the calendar of the agency or (empty) of all
// had them: with the day of that time, dropped, and the last change.
std::vector<domain::Task> tasks_without_their_day(ReadTx& tx, const std::string& report, const std::string& agency,
                                                  domain::Millis since);
int count_tasks(ReadTx& tx, const std::string& report);
// The numbers of those that are neither done nor dropped.
std::set<std::int64_t> running_tasks(ReadTx& tx, const std::string& report);
// Of all tasks of a report; those that wait for none are left out.
domain::Dependences task_dependences(ReadTx& tx, const std::string& report);

}  // namespace store
