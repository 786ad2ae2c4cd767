#include <utility>

#include "http/resources/views.hpp"

namespace http {
namespace {

Json answer_json(const std::string& agency, const domain::RollCallAnswer* answer) {
  if (answer == nullptr) {
    return {{"agency", agency}, {"ready", nullptr},       {"lacks", nullptr},      {"attends", nullptr},
            {"version", 0},     {"answered_by", nullptr}, {"answered_at", nullptr}};
  }
  return {{"agency", agency},
          {"ready", answer->ready},
          {"lacks", or_null(answer->lacks)},
          {"attends", or_null(answer->attends)},
          {"version", answer->version},
          {"answered_by", author_json(answer->by)},
          {"answered_at", time_json(answer->at)}};
}

// Those that are asked to come, in their order.
Json roll_call_json(const usecases::MeetingView& view) {
  Json list = Json::array();
  for (const auto& agency : view.row.agencies) {
    const auto answer = view.answers.find(agency);
    list.push_back(answer_json(agency, answer == view.answers.end() ? nullptr : &answer->second));
  }
  return list;
}

Json decisions_json(const std::vector<domain::Decision>& decisions) {
  Json list = Json::array();
  for (const auto& decision : decisions) {
    list.push_back({{"id", decision.number},
                    {"text", decision.text},
                    {"task", or_null(decision.task)},
                    {"decided_by", author_json(decision.by)},
                    {"decided_at", time_json(decision.at)}});
  }
  return list;
}

Json point_json(const domain::AgendaPoint& point) {
  return {{"kind", domain::to_string(point.kind)},
          {"key", point.key},
          {"title", localized_json(point.title)},
          {"number", or_null(point.number)},
          {"agency", or_null(point.agency)},
          {"partner", or_null(point.partner)},
          {"day", or_null(point.day)}};
}

}  // namespace

Json listed_meeting_json(const usecases::MeetingView& view) {
  const domain::Meeting& row = view.row;
  return {{"report", row.report},
          {"id", row.number},
          {"title", row.title},
          {"held_on", row.held_on},
          {"starts_at", or_null(row.starts_at)},
          {"place", or_null(row.place)},
          {"link", or_null(row.link)},
          {"organisers", row.organisers},
          {"partners", row.partners},
          {"state", domain::to_string(row.state)},
          {"reason", or_null(row.reason)},
          {"asked", row.agencies.size()},
          {"ready", view.ready()},
          {"not_ready", view.not_ready()},
          {"decided", view.decisions.size()},
          {"minutes_version", view.minutes_version},
          {"event", row.event},
          {"version", row.version}};
}

Json meeting_json(const usecases::MeetingView& view) {
  Json json = listed_meeting_json(view);
  json["agencies"] = view.row.agencies;
  json["topics"] = view.row.topics;
  json["roll_call"] = roll_call_json(view);
  json["decisions"] = decisions_json(view.decisions);
  json["may_change"] = view.may_change;
  json["allowed_states"] = Json::array();
  for (const auto state : view.allowed_states) json["allowed_states"].push_back(domain::to_string(state));
  json["may_answer_for"] = view.may_answer_for;
  json["changed_by"] = author_json(view.row.by);
  json["changed_at"] = time_json(view.row.at);
  return json;
}

Json agenda_json(const usecases::AgendaView& view) {
  Json points = Json::array();
  for (const auto& point : view.agenda.points) points.push_back(point_json(point));
  Json json{{"report", view.report.row.id},
            {"meeting", view.meeting.number},
            {"kept", view.meeting.agenda.has_value()},
            {"left_out", view.agenda.left_out}};
  json["points"] = std::move(points);
  return json;
}

Json minutes_json(const std::string& report, std::int64_t meeting, const domain::Minutes& minutes) {
  const bool saved = minutes.version > 0;
  return {{"report", report},
          {"meeting", meeting},
          {"version", minutes.version},
          {"markdown", minutes.markdown},
          {"saved_by", saved ? author_json(minutes.by) : Json()},
          {"saved_at", saved ? time_json(minutes.at) : Json()}};
}

}  // namespace http
