#include "usecases/reports/plan_findings.hpp"

#include "domain/basis/message.hpp"
#include "store/preparation/assistance.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/reports/mend.hpp"

namespace usecases {
namespace {

using domain::finding_kind;
using domain::say;

bool is_unanswered(const domain::Assistance& request, const std::string& today) {
  return request.state == domain::AssistanceState::requested && *request.needed_by < today;
}

}  // namespace

void look_at_plan(const Read& context, ReportStatus& status) {
  const OpenReport& report = status.report;
  status.overdue_tasks = store::dated_tasks(context.tx, report.row.id, status.agency);
  std::erase_if(status.overdue_tasks, [&](const domain::Task& task) { return !report.overdue(task); });
  status.unanswered_requests = store::dated_assistance(context.tx, report.row.id, status.agency);
  std::erase_if(status.unanswered_requests,
                [&](const domain::Assistance& request) { return !is_unanswered(request, report.today); });
}

void find_in_plan(ReportStatus& status) {
  const domain::FindingKind& overdue = finding_kind("task_overdue");
  for (const domain::Task& task : status.overdue_tasks) {
    auto message = say("Task {0} was due on {1} and is not done.", task.number, status.report.due_on(task));
    status.findings.push_back(
        {&overdue, overdue.level, "", "", 0, std::move(message), mend_of(overdue, task), {}, task.number, 0});
  }
  const domain::FindingKind& unanswered = finding_kind("assistance_unanswered");
  for (const domain::Assistance& request : status.unanswered_requests) {
    auto message = say("Help was asked of '{0}' for {1} (request {2}), and there is no answer yet.", request.partner,
                       *request.needed_by, request.number);
    status.findings.push_back(
        {&unanswered, unanswered.level, "", "", 0, std::move(message), mend_of(unanswered), {}, 0, request.number});
  }
}

}  // namespace usecases
