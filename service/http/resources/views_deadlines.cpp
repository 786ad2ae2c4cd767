#include "http/resources/views.hpp"

namespace http {
namespace {

Json decision_json(const domain::ExtensionAct& act) {
  const bool granted = act.state == domain::ExtensionState::granted;
  return {{"until", granted ? Json(act.until) : Json()},
          {"reason", or_null(act.reason)},
          {"decided_by", author_json(act.by)},
          {"decided_at", time_json(act.at)}};
}

}  // namespace

Json extension_json(const usecases::ExtensionView& view) {
  const domain::Extension& row = view.row;
  return {{"report", row.report},
          {"id", row.number},
          {"section", row.section},
          {"agency", row.agency},
          {"state", domain::to_string(row.state())},
          {"until", row.asked.until},
          {"reason", or_null(row.asked.reason)},
          {"asked_by", author_json(row.asked.by)},
          {"asked_at", time_json(row.asked.at)},
          {"decision", row.decision ? decision_json(*row.decision) : Json()},
          {"due_on", view.due_on},
          {"may_decide", view.may_decide},
          {"may_withdraw", view.may_withdraw},
          {"version", row.version()}};
}

}  // namespace http
