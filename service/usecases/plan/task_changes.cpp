#include "usecases/plan/task_changes.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "domain/preparation/dependences.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/plan/plan_checks.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;
using domain::TaskState;

constexpr std::size_t kLongestTaskTitle = 300;  // characters, as the contract says
constexpr std::size_t kMostOfCircle = 20;       // tasks of a circle

void change_owner(const Read& context, const TaskChange& change, domain::Task& task, Faults& faults) {
  const bool names_agency = change.agency && *change.agency;
  const bool names_role = change.role && *change.role;
  if (names_agency && names_role) {
    faults.add("/role", Fault::does_not_fit, say("A task belongs to an agency or to a post, not to both."));
    return;
  }
  if (change.agency || names_role) task.agency = names_agency ? **change.agency : "";
  if (change.role || names_agency) task.role = names_role ? **change.role : "";
  if (names_agency) faults.gather([&] { check_plan_agency(context, task.agency, "/agency"); });
  if (task.agency.empty() && task.role.empty()) {
    faults.add("/agency", Fault::missing, say("Say which agency or which post has this task."));
  }
}

void change_due(const OpenReport& report, const TaskChange& change, domain::Task& task, Faults& faults) {
  const bool names_day = change.due_on && *change.due_on;
  const bool names_stage = change.due && *change.due;
  if (names_day && names_stage) {
    faults.add("/due", Fault::does_not_fit, say("A task has a day of its own or one counted from a stage, not both."));
    return;
  }
  if (change.due_on || names_stage) task.due_on = names_day ? *change.due_on : std::nullopt;
  if (change.due || names_day) task.due = names_stage ? *change.due : std::nullopt;
  if (names_day) faults.gather([&] { check_plan_day(*task.due_on, "/due_on"); });
  if (names_stage) faults.gather([&] { check_plan_stage(report, task.due->stage, "/due/stage"); });
}

void check_numbers(const Read& context, const domain::Task& task, const std::vector<std::int64_t>& numbers,
                   Faults& faults) {
  const auto end = store::next_task_number(context.tx, task.report);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] < end) continue;
    faults.add("/depends_on/" + std::to_string(i), Fault::does_not_exist, say("There is no task {0}.", numbers[i]));
  }
}

std::vector<std::string> named(const std::vector<std::int64_t>& circle) {
  std::vector<std::string> names;
  for (const auto number : circle) {
    if (names.size() == kMostOfCircle) {
      names.emplace_back("...");
      break;
    }
    names.push_back(std::to_string(number));
  }
  return names;
}

void check_circle(const Read& context, const domain::Task& task) {
  auto needs = store::task_dependences(context.tx, task.report);
  needs[task.number] = task.depends_on;
  const auto circle = domain::circle_through(needs, task.number);
  if (circle.empty()) return;
  throw_invalid("/depends_on", Fault::does_not_fit,
                say("These tasks would wait for each other in a circle: {0}.", named(circle)));
}

void change_dependences(const Read& context, const OpenReport& report, const TaskChange& change, domain::Task& task,
                        Faults& faults) {
  if (change.section) task.section = change.section->value_or("");
  if (change.stage) task.stage = change.stage->value_or("");
  if (change.section && !task.section.empty()) {
    faults.gather([&] { check_plan_section(report, task.section, "/section"); });
  }
  if (change.stage && !task.stage.empty()) faults.gather([&] { check_plan_stage(report, task.stage, "/stage"); });
  if (!change.depends_on) return;
  check_numbers(context, task, *change.depends_on, faults);
  task.depends_on = *change.depends_on;
  std::ranges::sort(task.depends_on);
  faults.gather([&] { check_circle(context, task); });
}

void change_reason(const TaskChange& change, TaskState state, domain::Task& task, Faults& faults) {
  const bool given = change.reason && *change.reason;
  if (state != TaskState::dropped) {
    if (given) faults.add("/reason", Fault::does_not_fit, say("A reason is given only where a task is dropped."));
    task.reason.reset();
    return;
  }
  if (change.reason) task.reason = *change.reason;
  if (given) faults.gather([&] { task.reason = check_remark(**change.reason, "/reason"); });
  if (!task.reason) faults.add("/reason", Fault::missing, say("Say why the task is dropped."));
}

void require_next(const domain::Task& task, TaskState state) {
  const auto next = domain::next_states(task.state);
  if (state == task.state || std::ranges::find(next, state) != next.end()) return;
  std::vector<std::string> names;
  for (const auto one : next) names.emplace_back(domain::to_string(one));
  throw Error(ErrorCode::conflict, "wrong_next_state",
              say("The state is '{0}'; it can become: {1}.", domain::to_string(task.state), names));
}

void require_nothing_waited_for(const Read& context, const OpenReport& report, const domain::Task& task) {
  std::vector<std::string> names;
  for (const auto& waited : Waiting(context, report).of(task)) names.push_back(waited.key);
  if (names.empty()) return;
  throw Error(
      ErrorCode::conflict, "task_waits",
      say("The task cannot be done while it waits for something: {0}. Where that is wrong, the coordinator takes "
          "it out of the task.",
          names));
}

}  // namespace

bool is_progress(const TaskChange& change) {
  return !change.title && !change.agency && !change.role && !change.due_on && !change.due && !change.section &&
         !change.stage && !change.depends_on;
}

void change_task(const Read& context, const OpenReport& report, const TaskChange& change, domain::Task& task) {
  const TaskState state = change.state.value_or(task.state);
  Faults faults;
  if (change.title) faults.gather([&] { task.title = check_name(*change.title, "/title", kLongestTaskTitle); });
  if (change.note) task.note = *change.note;
  if (change.note && *change.note) faults.gather([&] { task.note = check_remark(**change.note, "/note"); });
  change_owner(context, change, task, faults);
  change_due(report, change, task, faults);
  change_dependences(context, report, change, task, faults);
  change_reason(change, state, task, faults);
  faults.refuse();
  require_next(task, state);
  const bool looks_again = state != task.state || change.section || change.stage || change.depends_on;
  task.state = state;
  if (state == TaskState::done && looks_again) require_nothing_waited_for(context, report, task);
}

}  // namespace usecases
