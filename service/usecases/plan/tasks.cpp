#include "usecases/plan/tasks.hpp"

#include <nlohmann/json.hpp>

#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/agencies.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/frame/null_or.hpp"
#include "usecases/plan/task_changes.hpp"
#include "usecases/reports/assignment.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Role;
using domain::say;
using domain::TaskState;

// Every column of the row, so that the rows are worked out again from the events alone.
nlohmann::json describe(const domain::Task& task) {
  return {{"number", task.number},
          {"version", task.version},
          {"title", task.title},
          {"note", null_or(task.note)},
          {"agency", null_or(store::or_null(task.agency))},
          {"role", null_or(store::or_null(task.role))},
          {"due_on", null_or(task.due_on)},
          {"due_stage", task.due ? nlohmann::json(task.due->stage) : nlohmann::json()},
          {"due_days", task.due ? nlohmann::json(task.due->days) : nlohmann::json()},
          {"state", std::string(domain::to_string(task.state))},
          {"reason", null_or(task.reason)},
          {"section", null_or(store::or_null(task.section))},
          {"stage", null_or(store::or_null(task.stage))},
          {"depends_on", task.depends_on}};
}

const char* type_of(const domain::Task& task) {
  if (task.version == 1) return "task.added";
  return "task.changed";
}

void record(const Write& context, domain::Task& task) {
  ++task.version;
  task.at = context.tx.now;
  task.event = store::append_event(context.tx, type_of(task), {task.report, ""}, task.by, describe(task));
  store::save_task(context.tx, task);
}

TaskView view(const Read& context, const OpenReport& report, const Waiting& waiting, domain::Task row) {
  TaskView view{std::move(row), {}, {}, false, false, {}};
  view.due_on = report.due_on(view.row);
  view.overdue = report.overdue(view.row);
  const auto waits_for = waiting.of(view.row);
  if (!domain::is_ended(view.row.state)) view.waits_for = waits_for;
  view.may_change = domain::post_for(context.actor, view.row) != nullptr;
  if (!view.may_change) return view;
  view.allowed_states = domain::next_states(view.row.state);
  if (!waits_for.empty()) std::erase(view.allowed_states, TaskState::done);
  return view;
}

domain::Task open_task(const Read& context, const std::string& report, std::int64_t number) {
  auto row = store::find_task(context.tx, report, number);
  if (!row) throw_not_found(say("task"), std::to_string(number));
  return std::move(*row);
}

void require_room_for_task(const Write& context, const std::string& report) {
  if (store::count_tasks(context.tx, report) < domain::kMostTasks) return;
  throw Error(ErrorCode::conflict, "too_many_tasks",
              say("The plan has {0} tasks, and may not have more.", domain::kMostTasks));
}

}  // namespace

TaskView add_task(const Write& context, const std::string& report_id, const TaskChange& wanted) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  domain::Task task;
  task.report = report_id;
  task.number = store::next_task_number(context.tx, report_id);
  task.by = by;
  change_task(context.as_read(), report, wanted, task);
  require_room_for_task(context, report_id);
  record(context, task);
  return get_task(context.as_read(), report_id, task.number);
}

TaskView get_task(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  auto row = open_task(context, report_id, number);
  return view(context, report, Waiting(context, report), std::move(row));
}

std::vector<TaskView> list_tasks(const Read& context, const std::string& report_id, const TaskListFilter& filter,
                                 std::int64_t above, int limit) {
  const OpenReport report = open_report(context, report_id);
  const auto& rows = filter.rows;
  if (!rows.agency.empty() && !store::find_agency(context.tx, rows.agency)) throw_not_found(say("agency"), rows.agency);
  if (!rows.section.empty()) open_section(context, report_id, rows.section);
  const Waiting waiting(context, report);
  std::vector<TaskView> views;
  // Which are overdue follows from the days of the report, which the store does not know.
  const int most = filter.overdue ? domain::kMostTasks : limit;
  for (auto& row : store::list_tasks(context.tx, report_id, rows, above, most)) {
    if (filter.overdue && report.overdue(row) != *filter.overdue) continue;
    views.push_back(view(context, report, waiting, std::move(row)));
    if (views.size() == static_cast<std::size_t>(limit)) break;
  }
  return views;
}

TaskView update_task(const Write& context, const std::string& report_id, std::int64_t number, const TaskChange& change,
                     const Expected& expected) {
  const OpenReport report = open_report(context.as_read(), report_id);
  auto row = open_task(context.as_read(), report_id, number);
  const auto* post = domain::post_for(context.actor, row);
  if (post == nullptr) {
    throw Error(ErrorCode::forbidden, "not_yours", say("Only the coordinator and who has this task may change it."));
  }
  if (!is_progress(change)) post = &require_role(context.actor, {Role::coordinator});
  require_version(expected, row.version);
  row.by = context.actor.as(post);
  change_task(context.as_read(), report, change, row);
  record(context, row);
  return get_task(context.as_read(), report_id, number);
}

void move_own_days_of_tasks(const Write& context, const std::string& report, int days, const domain::Author& by) {
  for (auto& task : store::list_tasks(context.tx, report, {}, 0, domain::kMostTasks)) {
    if (!task.due_on || domain::is_ended(task.state)) continue;
    move_with_forum(*task.due_on, days);
    task.by = by;
    record(context, task);
  }
}

}  // namespace usecases
