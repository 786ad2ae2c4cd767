#include "http/resources/views.hpp"

namespace http {
namespace {

Json stage_day_json(const std::optional<domain::StageDay>& due) {
  return due ? Json{{"stage", due->stage}, {"days", due->days}} : Json();
}

Json waited_json(const std::vector<usecases::Waited>& waits_for) {
  Json list = Json::array();
  for (const auto& waited : waits_for) list.push_back({{"kind", waited.kind}, {"key", waited.key}});
  return list;
}

template <class State>
Json states_json(const std::vector<State>& states) {
  Json list = Json::array();
  for (const State state : states) list.push_back(domain::to_string(state));
  return list;
}

}  // namespace

Json task_json(const usecases::TaskView& view) {
  const domain::Task& row = view.row;
  return {{"report", row.report},
          {"id", row.number},
          {"title", row.title},
          {"note", or_null(row.note)},
          {"agency", or_null(row.agency)},
          {"role", or_null(row.role)},
          {"due_on", or_null(view.due_on)},
          {"due", stage_day_json(row.due)},
          {"state", domain::to_string(row.state)},
          {"reason", or_null(row.reason)},
          {"section", or_null(row.section)},
          {"stage", or_null(row.stage)},
          {"depends_on", row.depends_on},
          {"waits_for", waited_json(view.waits_for)},
          {"overdue", view.overdue},
          {"may_change", view.may_change},
          {"allowed_states", states_json(view.allowed_states)},
          {"changed_by", author_json(row.by)},
          {"changed_at", time_json(row.at)},
          {"event", row.event},
          {"version", row.version}};
}

Json assistance_json(const usecases::AssistanceView& view) {
  const domain::Assistance& row = view.row;
  return {{"report", row.report},
          {"id", row.number},
          {"title", row.title},
          {"note", or_null(row.note)},
          {"partner", row.partner},
          {"kind", domain::to_string(row.kind)},
          {"needed_by", or_null(row.needed_by)},
          {"amount", or_null(row.amount)},
          {"currency", or_null(row.currency)},
          {"agency", or_null(row.agency)},
          {"task", or_null(row.task)},
          {"state", domain::to_string(row.state)},
          {"answer", or_null(row.answer)},
          {"outcome", or_null(row.outcome)},
          {"overdue", view.overdue},
          {"may_change", view.may_change},
          {"allowed_states", states_json(view.allowed_states)},
          {"changed_by", author_json(row.by)},
          {"changed_at", time_json(row.at)},
          {"event", row.event},
          {"version", row.version}};
}

}  // namespace http
