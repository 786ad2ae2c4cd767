#include "http/request/etag.hpp"
#include "http/request/idempotency.hpp"
#include "http/resources/handlers_coordination.hpp"
#include "http/resources/plan_bodies.hpp"
#include "http/resources/views.hpp"
#include "usecases/meetings/agenda.hpp"
#include "usecases/meetings/meeting_acts.hpp"

namespace http {
namespace {

usecases::MeetingChange meeting_change_of(const Body& body) {
  usecases::MeetingChange change;
  change.title = optional_text(body, "title");
  change.held_on = optional_text(body, "held_on");
  change.starts_at = nullable_text(body, "starts_at");
  change.place = nullable_text(body, "place");
  change.link = nullable_text(body, "link");
  change.organisers = optional_list(body, "organisers");
  change.partners = optional_list(body, "partners");
  change.agencies = optional_list(body, "agencies");
  change.topics = optional_list(body, "topics");
  if (const auto state = optional_text(body, "state")) change.state = domain::parse_meeting_state(*state);
  change.reason = nullable_text(body, "reason");
  return change;
}

Response minutes_response(const Call& call, const domain::Minutes& minutes) {
  return thing(call, minutes_json(call.param("report"), call.number_param("meeting"), minutes), minutes.version);
}

Response changed_meeting(const Call& call, const usecases::MeetingView& view) {
  return thing(call, meeting_json(view), view.row.version, 201);
}

}  // namespace

Response list_meetings(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_meetings(context, call.param("report"), call.query("state").value_or(""),
                                         paging.position_number(), paging.asked()),
                 listed_meeting_json,
                 [](const usecases::MeetingView& view) { return std::to_string(view.row.number); });
}

Response call_meeting(const Call& call, const Write& context) {
  const auto view = usecases::call_meeting(context, call.param("report"), meeting_change_of(call.body));
  return created_thing(call, meeting_json(view), view.row.version,
                       call.request.path + "/" + std::to_string(view.row.number));
}

Response get_meeting(const Call& call, const Read& context) {
  const auto view = usecases::get_meeting(context, call.param("report"), call.number_param("meeting"));
  return thing(call, meeting_json(view), view.row.version);
}

Response update_meeting(const Call& call, const Write& context) {
  const auto view = usecases::update_meeting(context, call.param("report"), call.number_param("meeting"),
                                             meeting_change_of(call.body), call.expected());
  return thing(call, meeting_json(view), view.row.version);
}

Response get_agenda(const Call& call, const Read& context) {
  Response response =
      json_response(agenda_json(usecases::get_agenda(context, call.param("report"), call.number_param("meeting"))));
  apply_etag(call.request, response, make_list_etag(*response.body));
  return response;
}

Response answer_roll_call(const Call& call, const Write& context) {
  const usecases::NewAnswer answer{optional_text(call.body, "agency").value_or(""), call.body.at("ready"),
                                   optional_text(call.body, "lacks"), optional_text(call.body, "attends")};
  return changed_meeting(
      call, usecases::answer_roll_call(context, call.param("report"), call.number_param("meeting"), answer));
}

Response add_decision(const Call& call, const Write& context) {
  usecases::NewDecision decision{call.body.at("text"), std::nullopt};
  if (const auto task = call.body.find("task"); task != call.body.end()) decision.task = task_change_of(*task);
  return changed_meeting(call,
                         usecases::add_decision(context, call.param("report"), call.number_param("meeting"), decision));
}

Response get_minutes(const Call& call, const Read& context) {
  return minutes_response(call, usecases::get_minutes(context, call.param("report"), call.number_param("meeting")));
}

// Long minutes take milliseconds to look through, in which the writer must not be kept.
Response save_minutes(const Call& call) {
  const auto text = usecases::check_markdown(call.body.at("markdown"));
  return minutes_response(call, call.service.write(call.actor(), [&](const Write& context) {
    return usecases::save_minutes(context, call.param("report"), call.number_param("meeting"), text, call.expected());
  }));
}

}  // namespace http
