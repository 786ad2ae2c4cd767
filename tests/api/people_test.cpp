#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

TEST_CASE("without a valid token nothing is told, and one message serves all causes") {
  TestApp app;
  CHECK(app.anonymous().get("/v1/me").status == 401);
  const auto wrong = app.with_token("nr_" + std::string(64, '0')).get("/v1/me");
  CHECK(wrong.status == 401);
  CHECK(wrong.header("WWW-Authenticate") == "Bearer error=\"invalid_token\"");
  CHECK(app.anonymous().get("/v1/agencies/nowhere").status == 401);
}

TEST_CASE("a person sees who they are and what they may do") {
  TestApp app;
  app.agency("labour");
  const auto head = app.person("head", {{{"role", "head"}, {"agency", "labour"}}});
  const auto me = head.get("/v1/me").json();
  CHECK(me.at("user").at("id") == "head");
  REQUIRE(me.at("posts").size() == 1);
  CHECK(me.at("posts")[0].at("agency") == "labour");
}

TEST_CASE("a post begins and ends on its days") {
  TestApp app;  // it is 15 January 2026
  app.agency("labour");
  const auto deputy = app.person(
      "deputy", {{{"role", "head"}, {"agency", "labour"}, {"starts_on", "2026-01-16"}, {"ends_on", "2026-01-17"}}});
  CHECK(deputy.get("/v1/agencies").status == 403);
  app.advance(kOneDay);
  CHECK(deputy.get("/v1/agencies").status == 200);
  app.advance(kOneDay);
  CHECK(deputy.get("/v1/agencies").status == 200);
  app.advance(kOneDay);
  CHECK(deputy.get("/v1/agencies").status == 403);
}

TEST_CASE("a post may be for one day") {
  TestApp app;  // it is 15 January 2026
  const auto guest =
      app.person("guest", {{{"role", "observer"}, {"starts_on", "2026-01-15"}, {"ends_on", "2026-01-15"}}});
  CHECK(guest.get("/v1/agencies").status == 200);
  app.advance(kOneDay);
  CHECK(guest.get("/v1/agencies").status == 403);
}

TEST_CASE("a post ended by the admin ends at once") {
  TestApp app;
  app.agency("labour");
  const auto writer = app.person("writer", {{{"role", "contributor"}, {"agency", "labour"}}});
  CHECK(writer.get("/v1/agencies").status == 200);
  const std::string post =
      "/v1/users/writer/posts/" + std::to_string(writer.get("/v1/me").json()["posts"][0]["id"].get<int>());
  REQUIRE(app.admin().patch(post, {{"ends_on", "2026-01-14"}}).status == 200);
  CHECK(writer.get("/v1/agencies").status == 403);
}

TEST_CASE("the last administrator cannot be removed") {
  TestApp app;
  const auto posts = app.admin().get("/v1/users/admin/posts").json().at("items");
  const std::string path = "/v1/users/admin/posts/" + std::to_string(posts[0].at("id").get<int>());
  const auto refused = app.admin().patch(path, {{"ends_on", "2026-01-20"}});
  CHECK(refused.status == 409);
  CHECK(refused.code() == "last_admin");
  CHECK(app.admin().patch("/v1/users/admin", {{"active", false}}).status == 409);
  app.person("second", {{{"role", "admin"}}});
  CHECK(app.admin().patch(path, {{"ends_on", "2026-01-20"}}).status == 200);
}

TEST_CASE("an administrator who begins too late, ends some day or is not active does not keep the last one's place") {
  TestApp app;
  const auto posts = app.admin().get("/v1/users/admin/posts").json().at("items");
  const std::string path = "/v1/users/admin/posts/" + std::to_string(posts[0].at("id").get<int>());
  app.person("later", {{{"role", "admin"}, {"starts_on", "2026-04-02"}}});
  app.person("ending", {{{"role", "admin"}, {"ends_on", "2026-03-20"}}});
  app.person("away", {{{"role", "admin"}}});
  REQUIRE(app.admin().patch("/v1/users/away", {{"active", false}}).status == 200);
  CHECK(app.admin().patch(path, {{"ends_on", "2026-03-31"}}).code() == "last_admin");
  CHECK(app.admin().patch(path, {{"ends_on", "2026-04-01"}}).status == 200);
  CHECK(app.admin().patch("/v1/users/later", {{"active", false}}).code() == "last_admin");
}

TEST_CASE("a token is shown once, scoped, expiring and revocable") {
  TestApp app;
  app.agency("labour");
  const auto head = app.person("head", {{{"role", "head"}, {"agency", "labour"}}});
  const auto made = head.post("/v1/users/head/tokens",
                              {{"label", "script"}, {"scopes", {"read"}}, {"expires_at", "2026-01-15T10:00:00Z"}});
  REQUIRE(made.status == 201);
  const auto script = app.with_token(made.json().at("secret"));
  CHECK(script.get("/v1/me").status == 200);
  CHECK(script.post("/v1/users/head/tokens", {{"label", "more"}}).status == 403);
  const std::string path = "/v1/users/head/tokens/" + std::to_string(made.json().at("id").get<int>());
  CHECK_FALSE(head.get(path).json().contains("secret"));
  CHECK(head.get(path).json().at("last_used_at") == "2026-01-15T09:00:00.000Z");
  app.advance(3'600'000);
  CHECK(script.get("/v1/me").status == 401);
  const auto other = app.with_token(head.post("/v1/users/head/tokens", {{"label", "other"}}).json().at("secret"));
  CHECK(other.get("/v1/me").status == 200);
  CHECK(head.remove("/v1/users/head/tokens/" + std::to_string(other.get("/v1/me").json()["token"]["id"].get<int>()))
            .status == 204);
  CHECK(other.get("/v1/me").status == 401);
}

TEST_CASE("a token gives on no scope that it does not have itself") {
  TestApp app;
  const auto made = app.admin().post("/v1/users/admin/tokens", {{"label", "desk"}, {"scopes", {"read", "manage"}}});
  const auto limited = app.with_token(made.json().at("secret"));
  const auto ask = [&](const Json& more) {
    Json body{{"label", "more"}};
    body.update(more);
    return limited.post("/v1/users/admin/tokens", body);
  };
  for (const char* scope : {"write", "review"}) {
    const auto refused = ask({{"scopes", {"read", scope}}});
    CHECK(refused.status == 422);
    CHECK(refused.json().at("errors")[0].at("pointer") == "/scopes/1");
  }
  CHECK(ask({{"scopes", {"read"}}}).status == 201);
  CHECK(ask(Json::object()).json().at("scopes") == Json{"read", "manage"});
}

TEST_CASE("people see themselves, and only admin and coordinator see others") {
  TestApp app;
  app.agency("labour");
  const auto head = app.person("head", {{{"role", "head"}, {"agency", "labour"}}});
  CHECK(head.get("/v1/users/head").status == 200);
  CHECK(head.get("/v1/users/admin").status == 403);
  CHECK(head.get("/v1/users").status == 403);
  CHECK(head.post("/v1/agencies", {{"id", "mine"}, {"title", {{"en", "Mine"}}}}).status == 403);
}

TEST_CASE("posts that make no sense are refused with the field that is wrong") {
  TestApp app;
  app.agency("labour");
  app.person("head", {});
  const auto refuse = [&](const Json& post) {
    const auto answer = app.admin().post("/v1/users/head/posts", post);
    CHECK(answer.status == 422);
    return answer.json().at("errors")[0].at("pointer").get<std::string>();
  };
  CHECK(refuse({{"role", "head"}}) == "/agency");
  CHECK(refuse({{"role", "head"}, {"agency", "nowhere"}}) == "/agency");
  CHECK(refuse({{"role", "reviewer"}}) == "/step");
  CHECK(refuse({{"role", "coordinator"}, {"starts_on", "2026-02-30"}}) == "/starts_on");
  CHECK(refuse({{"role", "coordinator"}, {"starts_on", "2026-02-02"}, {"ends_on", "2026-02-01"}}) == "/ends_on");
}

TEST_CASE("an agency is renamed only by who saw its newest version") {
  TestApp app;
  app.agency("labour");
  const auto admin = app.admin();
  const auto first = admin.get("/v1/agencies/labour");
  REQUIRE(admin.patch("/v1/agencies/labour", {{"title", {{"tk", "Zähmet ministrligi"}}}}).status == 200);
  const HeaderMap stale{{"If-Match", first.etag()}, {"Content-Type", "application/merge-patch+json"}};
  CHECK(admin.send("PATCH", "/v1/agencies/labour", R"({"active": false})", stale).status == 412);
  const auto title = admin.get("/v1/agencies/labour").json().at("title");
  CHECK(title.at("tk") == "Zähmet ministrligi");
  CHECK(title.at("en") == "Ministry of labour");
  CHECK(admin.post("/v1/agencies", {{"id", "labour"}, {"title", {{"en", "Again"}}}}).status == 409);
}
