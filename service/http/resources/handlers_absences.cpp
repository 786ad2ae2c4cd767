#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

std::optional<std::vector<std::int64_t>> posts_from(const Body& body) {
  if (!body.contains("posts")) return std::nullopt;
  return body.at("posts").get<std::vector<std::int64_t>>();
}

}  // namespace

Response list_absences(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_absences(context, call.param("user"), paging.position_number(), paging.asked()),
                 absence_json, [](const usecases::AbsenceView& absence) { return std::to_string(absence.row.id); });
}

Response set_absence(const Call& call, const Write& context) {
  const usecases::NewAbsence wanted{call.body.at("starts_on"), call.body.at("ends_on"), call.body.at("deputy"),
                                    posts_from(call.body).value_or(std::vector<std::int64_t>{})};
  const auto view = usecases::set_absence(context, call.param("user"), wanted);
  return created_thing(call, absence_json(view), view.row.version,
                       "/v1/users/" + view.row.user + "/absences/" + std::to_string(view.row.id));
}

Response get_absence(const Call& call, const Read& context) {
  const auto view = usecases::get_absence(context, call.param("user"), call.number_param("absence"));
  return thing(call, absence_json(view), view.row.version);
}

Response change_absence(const Call& call, const Write& context) {
  const usecases::AbsenceChange change{optional_text(call.body, "starts_on"), optional_text(call.body, "ends_on"),
                                       optional_text(call.body, "deputy"), posts_from(call.body)};
  const auto view =
      usecases::change_absence(context, call.param("user"), call.number_param("absence"), change, call.expected());
  return thing(call, absence_json(view), view.row.version);
}

Response end_absence(const Call& call, const Write& context) {
  usecases::end_absence(context, call.param("user"), call.number_param("absence"), call.expected());
  Response response;
  response.status = 204;
  return response;
}

Response get_handover(const Call& call, const Read& context) {
  return json_response(leaver_json(usecases::what_would_be_left(context, call.param("user"))));
}

Response hand_over(const Call& call, const Write& context) {
  usecases::HandoverOrder order;
  order.successor = optional_text(call.body, "successor").value_or("");
  order.ends_on = optional_text(call.body, "ends_on");
  order.starts_on = optional_text(call.body, "starts_on");
  order.posts = posts_from(call.body).value_or(std::vector<std::int64_t>{});
  order.note = optional_text(call.body, "note");
  return json_response(handover_json(usecases::hand_over(context, call.param("user"), order)));
}

}  // namespace http
