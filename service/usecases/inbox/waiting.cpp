#include "usecases/inbox/waiting.hpp"

#include "store/preparation/tasks.hpp"
#include "store/report/sections.hpp"

namespace usecases {

Waiting::Waiting(const Read& context, const OpenReport& report)
    : report_(report), running_(store::running_tasks(context.tx, report.row.id)) {
  for (const auto& section : store::list_sections(context.tx, report.row.id)) sections_[section.id] = section.state;
}

std::vector<Waited> Waiting::of(const domain::Task& task) const {
  std::vector<Waited> waited;
  for (const auto number : task.depends_on) {
    if (running_.contains(number)) waited.push_back({"task", std::to_string(number)});
  }
  const auto section = sections_.find(task.section);
  if (section != sections_.end() && section->second != domain::State::approved) {
    waited.push_back({"section", task.section});
  }
  const domain::Stage* stage = report_.stage(task.stage);
  if (stage != nullptr && report_.day_from_forum(stage->end.days) >= report_.today) {
    waited.push_back({"stage", task.stage});
  }
  return waited;
}

}  // namespace usecases
