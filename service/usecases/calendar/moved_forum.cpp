#include "usecases/calendar/moved_forum.hpp"

#include "domain/basis/calendar.hpp"
#include "usecases/plan/assistance.hpp"
#include "usecases/plan/tasks.hpp"

namespace usecases {

ReportView update_report_and_plan(const Write& context, const std::string& id, const ReportChange& change,
                                  const Expected& expected) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const std::string before = open_report(context.as_read(), id).row.forum_date;
  ReportView changed = update_report(context, id, change, expected);
  const int days = domain::parse_day(changed.report.row.forum_date).value() - domain::parse_day(before).value();
  if (!change.moves_own_deadlines || days == 0) return changed;
  move_own_days_of_tasks(context, id, days, by);
  move_days_of_assistance(context, id, days, by);
  return get_report(context.as_read(), id);
}

}  // namespace usecases
