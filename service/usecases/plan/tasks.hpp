// The preparation plan: tasks, who has them, when they are due and what they wait for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/task.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/inbox/waiting.hpp"

namespace usecases {

struct TaskView {
  domain::Task row;
  std::string due_on;             // its own day, or the one that follows from its stage; empty: none
  std::vector<Waited> waits_for;  // while it is neither done nor dropped
  bool overdue = false;
  bool may_change = false;                        // state and note; the coordinator everything
  std::vector<domain::TaskState> allowed_states;  // to which the caller may bring it now
};

// What is left out stays as it is; an inner nothing takes it away. An agency takes the place of a post as the owner,
// and the other way round; a day of its own the place of one counted from a stage.
struct TaskChange {
  std::optional<std::string> title;
  std::optional<std::optional<std::string>> note;
  std::optional<std::optional<std::string>> agency;
  std::optional<std::optional<std::string>> role;  // one of domain::kTaskRoles
  std::optional<std::optional<std::string>> due_on;
  std::optional<std::optional<domain::StageDay>> due;
  std::optional<domain::TaskState> state;
  std::optional<std::optional<std::string>> reason;  // why it is dropped
  std::optional<std::optional<std::string>> section;
  std::optional<std::optional<std::string>> stage;
  std::optional<std::vector<std::int64_t>> depends_on;
};

// Coordinator. Errors: forbidden, not_found; invalid (see update_task); conflict (there are too many).
TaskView add_task(const Write& context, const std::string& report, const TaskChange& wanted);

// For every participant. Errors: not_found.
TaskView get_task(const Read& context, const std::string& report, std::int64_t number);

struct TaskListFilter {
  domain::TaskFilter rows;
  std::optional<bool> overdue;  // nothing: any
};
// By number, above one. Errors: not_found (report, agency and section of the filter).
std::vector<TaskView> list_tasks(const Read& context, const std::string& report, const TaskListFilter& filter,
                                 std::int64_t above, int limit);

// The coordinator; who has the task changes its state, its note and why it is dropped. Errors: forbidden, not_found,
// stale; invalid (names something that is not there, no owner or two, tasks that would wait for each other in a
// circle); conflict (a state that does not follow, done while it waits for something).
TaskView update_task(const Write& context, const std::string& report, std::int64_t number, const TaskChange& change,
                     const Expected& expected);

// Of tasks that are neither done nor dropped; a day that is counted from a stage moves by itself. Errors: invalid where
// one would leave the calendar.
void move_own_days_of_tasks(const Write& context, const std::string& report, int days, const domain::Author& by);

}  // namespace usecases
