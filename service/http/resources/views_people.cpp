#include "http/resources/views.hpp"

namespace http {
namespace {

Json scopes_json(const std::vector<domain::Scope>& scopes) {
  Json names = Json::array();
  for (const auto scope : scopes) names.push_back(domain::to_string(scope));
  return names;
}

Json deputyship_json(const usecases::Deputyship& deputyship) {
  Json posts = Json::array();
  for (const auto& post : deputyship.posts) posts.push_back(post_json({post, true}));
  return {{"absence", deputyship.absence.id},
          {"user", {{"id", deputyship.absence.user}, {"name", deputyship.absence.user_name}}},
          {"ends_on", deputyship.absence.until},
          {"posts", posts}};
}

}  // namespace

Json me_json(const usecases::Identity& identity, const std::vector<usecases::PostView>& posts,
             const std::vector<usecases::Deputyship>& deputyships, const std::vector<usecases::AbsenceView>& absences) {
  Json items = Json::array();
  for (const auto& post : posts) items.push_back(post_json(post));
  Json deputy_for = Json::array();
  for (const auto& deputyship : deputyships) deputy_for.push_back(deputyship_json(deputyship));
  Json away = Json::array();
  for (const auto& absence : absences) away.push_back(absence_json(absence));
  return {{"user", {{"id", identity.actor.user}, {"name", identity.actor.name}}},
          {"token",
           {{"id", identity.actor.token},
            {"label", identity.label},
            {"scopes", scopes_json(identity.actor.scopes)},
            {"expires_at", time_json(identity.expires_at)}}},
          {"posts", items},
          {"deputy_for", deputy_for},
          {"absences", away}};
}

Json agency_json(const domain::Agency& agency) {
  return {{"id", agency.id},
          {"title", localized_json(agency.title)},
          {"short_title", localized_json(agency.short_title)},
          {"active", agency.active},
          {"created_at", time_json(agency.created_at)},
          {"updated_at", time_json(agency.updated_at)},
          {"version", agency.version}};
}

Json user_json(const domain::User& user) {
  return {{"id", user.id},
          {"name", user.name},
          {"email", or_null(user.email)},
          {"active", user.active},
          {"created_at", time_json(user.created_at)},
          {"updated_at", time_json(user.updated_at)},
          {"version", user.version}};
}

Json post_json(const usecases::PostView& post) {
  const domain::HeldPost& row = post.row;
  return {{"id", row.id},
          {"role", domain::to_string(row.post.role)},
          {"agency", or_null(row.post.agency)},
          {"step", or_null(row.post.step)},
          {"languages", list_json(row.post.languages)},
          {"starts_on", or_null(row.from)},
          {"ends_on", or_null(row.until)},
          {"active", post.active},
          {"version", row.version}};
}

Json token_json(const domain::Token& token) {
  return {{"id", token.id},
          {"label", token.label},
          {"scopes", scopes_json(token.scopes)},
          {"created_at", time_json(token.created_at)},
          {"expires_at", time_json(token.expires_at)},
          {"revoked_at", time_json(token.revoked_at)},
          {"last_used_at", time_json(token.last_used_at)}};
}

Json issued_token_json(const usecases::TokenWithSecret& issued) {
  const bool for_calendars = issued.token.scopes == std::vector{domain::Scope::calendar};
  Json json = token_json(issued.token);
  json["secret"] = issued.secret;
  json["calendar_address"] = for_calendars ? Json("/v1/calendars/" + issued.secret + "/{report}.ics") : Json();
  return json;
}

}  // namespace http
