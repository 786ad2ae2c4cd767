#include "usecases/documents/plan_lines.hpp"

#include <algorithm>
#include <tuple>

namespace usecases {
namespace {

std::string result_of(const domain::Task& task) {
  if (task.state == domain::TaskState::dropped) return task.reason.value_or("");
  return task.state == domain::TaskState::done ? task.note.value_or("") : "";
}

}  // namespace

std::vector<documents::PlannedTask> plan_lines(const OpenReport& report, const std::vector<domain::Task>& tasks,
                                               const AgencyTitle& title) {
  std::vector<documents::PlannedTask> lines;
  for (const auto& task : tasks) {
    documents::PlannedTask& line = lines.emplace_back();
    line.number = task.number;
    line.title = task.title;
    if (!task.agency.empty()) line.agency = title(task.agency);
    line.role = domain::parse_role(task.role);
    line.due_on = report.due_on(task);
    line.state = task.state;
    line.overdue = report.overdue(task);
    line.result = result_of(task);
  }
  std::ranges::stable_sort(lines, {}, [](const auto& line) { return std::tuple(line.due_on.empty(), line.due_on); });
  return lines;
}

std::vector<documents::RequestedHelp> assistance_lines(const std::vector<domain::Assistance>& requests) {
  using enum domain::AssistanceState;
  std::vector<documents::RequestedHelp> lines;
  for (const auto& help : requests) {
    if (help.state == drafted || help.state == withdrawn) continue;
    lines.push_back({help.number, help.title, help.kind, help.partner, help.needed_by.value_or(""),
                     help.amount.value_or(""), help.currency.value_or(""), help.state, help.answer.value_or(""),
                     help.outcome.value_or("")});
  }
  return lines;
}

}  // namespace usecases
