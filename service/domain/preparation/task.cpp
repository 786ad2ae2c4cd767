#include "domain/preparation/task.hpp"

#include <algorithm>

namespace domain {
namespace {

struct TaskWays {
  TaskState state;
  std::string_view name;
  std::vector<TaskState> next;
};

// Which state leads to which: what ended is begun again before it ends in another way.
const std::array<TaskWays, 4>& task_ways() {
  using enum TaskState;
  static const std::array<TaskWays, 4> all{{
      {open, "open", {under_way, done, dropped}},
      {under_way, "under_way", {open, done, dropped}},
      {done, "done", {open, under_way}},
      {dropped, "dropped", {open, under_way}},
  }};
  return all;
}

const TaskWays& ways_of(TaskState state) { return *std::ranges::find(task_ways(), state, &TaskWays::state); }

bool has_task(const Post& post, const Task& task) {
  if (task.agency.empty()) return to_string(post.role) == task.role;
  return post.writes_for(task.agency);
}

}  // namespace

std::string_view to_string(TaskState state) { return ways_of(state).name; }

std::optional<TaskState> parse_task_state(std::string_view text) {
  const auto found = std::ranges::find(task_ways(), text, &TaskWays::name);
  return found == task_ways().end() ? std::nullopt : std::optional(found->state);
}

bool is_ended(TaskState state) { return state == TaskState::done || state == TaskState::dropped; }

std::vector<TaskState> next_states(TaskState state) { return ways_of(state).next; }

const Post* post_for(const Actor& actor, const Task& task) {
  const auto own = std::ranges::find_if(actor.posts, [&](const Post& post) { return has_task(post, task); });
  return own == actor.posts.end() ? actor.post_with(Role::coordinator) : &*own;
}

}  // namespace domain
