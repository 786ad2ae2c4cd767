#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

constexpr auto kById = [](const auto& row) { return row.id; };

std::string user_path(const std::string& user) { return "/v1/users/" + user; }

}  // namespace

Response get_me(const Call& call, const Read& context) {
  return json_response(me_json(call.caller(), usecases::own_posts(context), usecases::own_deputyships(context),
                               usecases::own_absences(context)));
}

Response list_agencies(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging, usecases::list_agencies(context, paging.position, paging.asked()), agency_json, kById);
}

Response create_agency(const Call& call, const Write& context) {
  const usecases::NewAgency agency{call.body.at("id"), localized_from(call.body.at("title")),
                                   optional_localized(call.body, "short_title").value_or(domain::LocalizedText{})};
  const auto row = usecases::create_agency(context, agency);
  return created_thing(call, agency_json(row), row.version, "/v1/agencies/" + row.id);
}

Response get_agency(const Call& call, const Read& context) {
  const auto row = usecases::get_agency(context, call.param("agency"));
  return thing(call, agency_json(row), row.version);
}

Response update_agency(const Call& call, const Write& context) {
  const usecases::AgencyChange change{optional_localized(call.body, "title"),
                                      optional_localized(call.body, "short_title"), optional_bool(call.body, "active")};
  const auto row = usecases::update_agency(context, call.param("agency"), change, call.expected());
  return thing(call, agency_json(row), row.version);
}

Response list_users(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging, usecases::list_users(context, paging.position, paging.asked()), user_json, kById);
}

Response create_user(const Call& call, const Write& context) {
  const auto row =
      usecases::create_user(context, {call.body.at("id"), call.body.at("name"), optional_text(call.body, "email")});
  return created_thing(call, user_json(row), row.version, user_path(row.id));
}

Response get_user(const Call& call, const Read& context) {
  const auto row = usecases::get_user(context, call.param("user"));
  return thing(call, user_json(row), row.version);
}

Response update_user(const Call& call, const Write& context) {
  const usecases::UserChange change{optional_text(call.body, "name"), nullable_text(call.body, "email"),
                                    optional_bool(call.body, "active")};
  const auto row = usecases::update_user(context, call.param("user"), change, call.expected());
  return thing(call, user_json(row), row.version);
}

Response list_posts(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_posts(context, call.param("user"), paging.position_number(), paging.asked()), post_json,
                 [](const usecases::PostView& post) { return std::to_string(post.row.id); });
}

Response create_post(const Call& call, const Write& context) {
  usecases::NewPost post;
  post.role = call.body.at("role");
  post.agency = optional_text(call.body, "agency").value_or("");
  post.step = optional_text(call.body, "step").value_or("");
  post.languages = optional_list(call.body, "languages").value_or(std::vector<std::string>{});
  post.from = optional_text(call.body, "starts_on");
  post.until = optional_text(call.body, "ends_on");
  const auto view = usecases::create_post(context, call.param("user"), post);
  return created_thing(call, post_json(view), view.row.version,
                       user_path(call.param("user")) + "/posts/" + std::to_string(view.row.id));
}

Response get_post(const Call& call, const Read& context) {
  const auto view = usecases::get_post(context, call.param("user"), call.number_param("post"));
  return thing(call, post_json(view), view.row.version);
}

Response update_post(const Call& call, const Write& context) {
  const usecases::PostChange change{nullable_text(call.body, "starts_on"), nullable_text(call.body, "ends_on")};
  const auto view =
      usecases::update_post(context, call.param("user"), call.number_param("post"), change, call.expected());
  return thing(call, post_json(view), view.row.version);
}

Response list_tokens(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(call, paging,
                 usecases::list_tokens(context, call.param("user"), paging.position_number(), paging.asked()),
                 token_json, [](const domain::Token& token) { return std::to_string(token.id); });
}

Response create_token(const Call& call, const Write& context) {
  const usecases::NewToken wanted{call.body.at("label"),
                                  optional_list(call.body, "scopes").value_or(std::vector<std::string>{}),
                                  optional_text(call.body, "expires_at")};
  const auto issued = usecases::create_token(context, call.param("user"), wanted);
  Response response =
      created(issued_token_json(issued), user_path(call.param("user")) + "/tokens/" + std::to_string(issued.token.id));
  response.confidential = true;
  return response;
}

Response get_token(const Call& call, const Read& context) {
  return json_response(token_json(usecases::get_token(context, call.param("user"), call.number_param("token"))));
}

Response revoke_token(const Call& call, const Write& context) {
  usecases::revoke_token(context, call.param("user"), call.number_param("token"));
  Response response;
  response.status = 204;
  return response;
}

}  // namespace http
