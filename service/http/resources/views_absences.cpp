#include <algorithm>

#include "http/resources/views.hpp"

namespace http {
namespace {

// Of each kind of thing that a leaver leaves so many are named; how many there are is told.
constexpr std::size_t kNamed = 100;

Json person_json(const std::string& id, const std::string& name) { return {{"id", id}, {"name", name}}; }

}  // namespace

Json absence_json(const usecases::AbsenceView& absence) {
  const domain::Absence& row = absence.row;
  return {{"id", row.id},
          {"user", person_json(row.user, row.user_name)},
          {"deputy", person_json(row.deputy, row.deputy_name)},
          {"starts_on", row.from},
          {"ends_on", row.until},
          {"posts", row.posts.empty() ? Json::array() : Json(row.posts)},
          {"state", domain::to_string(absence.state)},
          {"ended_at", time_json(row.ended_at)},
          {"version", row.version}};
}

namespace {

template <class Rows, class Make>
Json named(const Rows& rows, const Make& make) {
  Json items = Json::array();
  for (std::size_t i = 0; i < std::min(rows.size(), kNamed); ++i) items.push_back(make(rows[i]));
  return {{"total", rows.size()}, {"items", items}};
}

Json leaver_post_json(const usecases::LeaverPost& post) {
  Json json = post_json({post.row, post.active});
  json["others"] = post.others;
  return json;
}

Json leaver_section_json(const usecases::LeaverSection& section) {
  return {{"report", section.row.report},
          {"section", section.row.id},
          {"state", domain::to_string(section.row.state)},
          {"role", domain::to_string(section.as.role)},
          {"agency", or_null(section.as.agency)},
          {"step", or_null(section.as.step)}};
}

}  // namespace

Json leaver_json(const usecases::Leaver& leaver) {
  return {{"user", leaver.user},
          {"last_admin", leaver.last_admin},
          {"posts", named(leaver.posts, leaver_post_json)},
          {"sections", named(leaver.sections, leaver_section_json)},
          {"drafts", named(leaver.drafts,
                           [](const auto& draft) {
                             return Json{{"report", draft.report},
                                         {"section", draft.section},
                                         {"language", draft.language},
                                         {"revision", draft.revision},
                                         {"saved_at", time_json(draft.saved_at)}};
                           })},
          {"extensions", named(leaver.extensions,
                               [](const auto& request) {
                                 return Json{{"report", request.report},
                                             {"extension", request.number},
                                             {"section", request.section},
                                             {"agency", request.agency},
                                             {"until", request.until}};
                               })},
          {"tokens", named(leaver.tokens, token_json)},
          {"deputyships", named(leaver.deputyships, absence_json)},
          {"absences", named(leaver.absences, absence_json)}};
}

Json handover_json(const usecases::Handover& made) {
  Json posts = Json::array();
  for (const auto& handed : made.posts) {
    posts.push_back({{"post", handed.post.id},
                     {"outcome", usecases::to_string(handed.outcome)},
                     {"ends_on", or_null(handed.post.until)},
                     {"successor_post", handed.successor ? Json(handed.successor->id) : Json()}});
  }
  return {{"user", made.user},
          {"successor", or_null(made.successor)},
          {"ends_on", made.ends_on},
          {"starts_on", made.successor.empty() ? Json() : Json(made.starts_on)},
          {"note", or_null(made.note)},
          {"posts", posts},
          {"tokens_revoked", made.tokens_revoked},
          {"absences_ended", made.absences_ended},
          {"event", made.event}};
}

}  // namespace http
