#include "domain/preparation/task.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace domain;

namespace {

bool task_leads_to(TaskState from, TaskState to) { return std::ranges::count(next_states(from), to) == 1; }

Actor holder_of(Role role, const std::string& agency) {
  Actor actor;
  actor.posts = {{role, agency, "", {}}};
  return actor;
}

}  // namespace

TEST_CASE("states of a task have names, and are read by them") {
  for (const auto state : kTaskStates) CHECK(parse_task_state(to_string(state)) == state);
  CHECK_FALSE(parse_task_state("finished"));
}

TEST_CASE("a task is begun, done or dropped, and what ended is begun again: the full product of states") {
  using enum TaskState;
  for (const auto from : kTaskStates) {
    for (const auto to : kTaskStates) {
      CAPTURE(to_string(from));
      CAPTURE(to_string(to));
      CHECK(task_leads_to(from, to) == (from != to && !(is_ended(from) && is_ended(to))));
    }
  }
  CHECK_FALSE(is_ended(open));
  CHECK_FALSE(is_ended(under_way));
  CHECK(is_ended(done));
  CHECK(is_ended(dropped));
}

TEST_CASE("a task of an agency is changed by its contributors and heads and by a coordinator: every role") {
  Task task;
  task.agency = "labour";
  for (const auto role : {Role::contributor, Role::head, Role::reviewer, Role::translator, Role::coordinator,
                          Role::observer, Role::admin}) {
    CAPTURE(to_string(role));
    const bool writes = role == Role::contributor || role == Role::head;
    CHECK((post_for(holder_of(role, "labour"), task) != nullptr) == (writes || role == Role::coordinator));
    CHECK((post_for(holder_of(role, "health"), task) != nullptr) == (role == Role::coordinator));
  }
}

TEST_CASE("a task of a post is changed by who holds such a post, and by a coordinator") {
  Task task;
  task.role = "translator";
  CHECK(post_for(holder_of(Role::translator, ""), task) != nullptr);
  CHECK(post_for(holder_of(Role::coordinator, ""), task) != nullptr);
  CHECK(post_for(holder_of(Role::reviewer, ""), task) == nullptr);
  CHECK(post_for(holder_of(Role::head, "labour"), task) == nullptr);
}

TEST_CASE("who coordinates and has the task acts for who has it") {
  Task task;
  task.agency = "labour";
  Actor both = holder_of(Role::coordinator, "");
  both.posts.push_back({Role::head, "labour", "", {}});
  REQUIRE(post_for(both, task) != nullptr);
  CHECK(post_for(both, task)->role == Role::head);
}
