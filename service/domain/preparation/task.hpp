// What has to be done until the forum: a task of the preparation plan.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

enum class TaskState { open, under_way, done, dropped };

inline constexpr std::array kTaskStates{TaskState::open, TaskState::under_way, TaskState::done, TaskState::dropped};

std::string_view to_string(TaskState state);
std::optional<TaskState> parse_task_state(std::string_view text);
// Done or dropped: nothing waits for it any more.
bool is_ended(TaskState state);
// Those that may follow; a state may always stay as it is.
std::vector<TaskState> next_states(TaskState state);

inline constexpr int kMostTasks = 1000;  // of a report

// Posts of these roles may have a task in the place of an agency.
inline constexpr std::array kTaskRoles{Role::coordinator, Role::reviewer, Role::translator};

// A day counted from the last day of a stage: it moves with the forum.
struct StageDay {
  std::string stage;
  int days = 0;  // below 0: before it
};

struct Task {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::int64_t version = 0;
  std::string title;
  std::optional<std::string> note;
  std::string agency;                 // that does it; empty: a post does
  std::string role;                   // of the post that does it; empty: an agency does
  std::optional<std::string> due_on;  // ISO day of its own
  std::optional<StageDay> due;        // where it has none of its own
  TaskState state = TaskState::open;
  std::optional<std::string> reason;  // why it was dropped
  std::string section;                // waits until this is approved; empty: for none
  std::string stage;                  // waits until this is over; empty: for none
  std::vector<std::int64_t> depends_on;
  // The change that made this version.
  std::int64_t event = 0;
  Author by;
  Millis at = 0;
};

// The post by which a person changes the state and the note: of the agency or the role that has the task, else that of
// a coordinator. Null: there is none.
const Post* post_for(const Actor& actor, const Task& task);

struct TaskFilter {
  std::string state;    // empty: any
  std::string agency;   // empty: any
  std::string section;  // that it waits for; empty: any
};

}  // namespace domain
