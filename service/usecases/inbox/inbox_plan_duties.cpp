#include "usecases/inbox/inbox_plan_duties.hpp"

#include <algorithm>
#include <iterator>

#include "store/preparation/assistance.hpp"
#include "store/preparation/meetings.hpp"
#include "store/preparation/tasks.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

using domain::inbox_kind;
using domain::InboxItem;
using domain::InboxKind;

constexpr int kDaysAheadOfTask = 30;

class PlanDutyFinder {
 public:
  PlanDutyFinder(const Read& context, const OpenReport& report)
      : context_(context),
        report_(report),
        last_day_(domain::format_day(domain::parse_day(report.today).value() + kDaysAheadOfTask)) {}

  std::vector<InboxItem> find() {
    const std::string& id = report_.row.id;
    for (const auto& task : store::list_tasks(context_.tx, id, {}, 0, domain::kMostTasks)) look_at(task);
    for (const auto& help : store::dated_assistance(context_.tx, id, "")) look_at(help);
    for (const auto& meeting : store::list_meetings(context_.tx, id, "planned", 0, domain::kMostMeetings)) {
      look_at(meeting);
    }
    return std::move(duties_);
  }

 private:
  void look_at(const domain::Task& task) {
    const std::string day = report_.due_on(task);
    if (domain::is_ended(task.state) || day > last_day_) return;
    const bool of_post = task.agency.empty();
    InboxItem& item = add(of_post ? inbox_kind("post_task_to_do") : inbox_kind("task_to_do"), task.number, task.title);
    if (of_post) {
      item.role = task.role;
    } else {
      item.agencies = {task.agency};
    }
    since(item, day, task.event, std::max(task.at, begin_of(day, -kDaysAheadOfTask)));
  }

  void look_at(const domain::Assistance& help) {
    const bool waits =
        help.state == domain::AssistanceState::requested || help.state == domain::AssistanceState::agreed;
    if (!waits || !help.needed_by || *help.needed_by >= report_.today) return;
    since(add(inbox_kind("help_to_follow"), help.number, help.title), *help.needed_by, help.event,
          std::max(help.at, begin_of(*help.needed_by, 1)));
  }

  void look_at(const domain::Meeting& meeting) {
    const auto answers = store::roll_call(context_.tx, meeting.report, meeting.number);
    std::vector<std::string> silent;
    std::ranges::copy_if(meeting.agencies, std::back_inserter(silent),
                         [&](const std::string& agency) { return !answers.contains(agency); });
    if (!silent.empty()) of_meeting(inbox_kind("roll_call_to_answer"), meeting).agencies = std::move(silent);
    if (meeting.held_on >= report_.today) return;
    InboxItem& over = of_meeting(inbox_kind("meeting_to_close"), meeting);
    over.since = std::max(over.since, begin_of(meeting.held_on, 1));
  }

  InboxItem& of_meeting(const InboxKind& kind, const domain::Meeting& meeting) {
    InboxItem& item = add(kind, meeting.number, meeting.title);
    since(item, meeting.held_on, meeting.event, meeting.at);
    return item;
  }

  InboxItem& add(const InboxKind& kind, std::int64_t number, const std::string& title) {
    InboxItem& item = duties_.emplace_back();
    item.kind = &kind;
    item.report = report_.row.id;
    item.number = number;
    item.title = title;
    return item;
  }

  void since(InboxItem& item, const std::string& due_on, std::int64_t event, domain::Millis at) const {
    item.due_on = due_on;
    item.overdue = !due_on.empty() && due_on < report_.today;
    item.event = event;
    item.since = at;
  }

  // So many days after a day, in the report's time zone; 0 where there is none. What comes up as days go by is new
  // then, whatever was read before.
  domain::Millis begin_of(const std::string& day, int later) const {
    const auto parsed = domain::parse_day(day);
    return parsed ? begin_of_day(report_.row.time_zone, *parsed + later) : 0;
  }

  const Read& context_;
  const OpenReport& report_;
  const std::string last_day_;
  std::vector<InboxItem> duties_;
};

}  // namespace

std::vector<InboxItem> find_plan_duties(const Read& context, const OpenReport& report) {
  return PlanDutyFinder(context, report).find();
}

}  // namespace usecases
