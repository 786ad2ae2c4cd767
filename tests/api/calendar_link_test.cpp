// The calendar as a private link: for programs that subscribe to an address and send no token.
#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"
#include "support/contains.hpp"

using namespace support;

namespace {

struct LinkDesk {
  TestApp app;
  ReportFixture f{app};

  // Of this person, made by the admin.
  Json make(const std::string& user, const Json& more = Json::object()) const {
    Json body{{"label", "Calendar of my telephone"}, {"scopes", {"calendar"}}};
    body.update(more);
    const auto made = app.admin().post("/v1/users/" + user + "/tokens", body);
    REQUIRE_MESSAGE(made.status == 201, made.body);
    return made.json();
  }
  static std::string address(const Json& token, const std::string& report = "tkm-2026") {
    return "/v1/calendars/" + token.at("secret").get<std::string>() + "/" + report + ".ics";
  }
  Answer open(const std::string& address, const HeaderMap& headers = {}) const {
    return app.anonymous().get(address, headers);
  }
};

std::string names_of_headers(const Answer& answer) {
  std::string names;
  for (const auto& [name, value] : answer.headers) names += name + " ";
  return names;
}

}  // namespace

TEST_CASE("a calendar program subscribes to a link, and is told when nothing changed") {
  const LinkDesk desk;
  const Json token = desk.make("observer");
  CHECK(token.at("calendar_address") == "/v1/calendars/" + token.at("secret").get<std::string>() + "/{report}.ics");
  const auto answer = desk.open(LinkDesk::address(token));
  REQUIRE_MESSAGE(answer.status == 200, answer.body);
  CHECK(answer.body == desk.f.observer.get(desk.f.path("/calendar.ics")).body);
  CHECK(answer.header("Content-Type") == "text/calendar; charset=utf-8");
  CHECK(answer.header("Cache-Control") == "private, no-cache");
  CHECK(desk.open(LinkDesk::address(token), {{"If-None-Match", answer.etag()}}).status == 304);
  CHECK(desk.open(LinkDesk::address(token) + "?language=ru&kind=stage").body ==
        desk.f.observer.get(desk.f.path("/calendar.ics?language=ru&kind=stage")).body);
  CHECK(desk.open(LinkDesk::address(token, "none")).status == 404);
  CHECK(desk.open(LinkDesk::address(token) + "?language=fr").status == 404);
  CHECK(desk.open(LinkDesk::address(token) + "?kind=party").status == 422);
}

TEST_CASE("a link ends when it is revoked or expires, and with its person") {
  LinkDesk desk;
  const Json revoked = desk.make("observer");
  const Json expired = desk.make("observer", {{"expires_at", "2026-01-15T10:00:00Z"}});
  const Json left = desk.make("writer");
  REQUIRE(desk.open(LinkDesk::address(expired)).status == 200);
  REQUIRE(desk.app.admin().remove("/v1/users/observer/tokens/" + revoked.at("id").dump()).status < 300);
  desk.app.advance(2 * 3600 * 1000);
  REQUIRE(desk.app.admin().patch("/v1/users/writer", {{"active", false}}).status == 200);
  const Json whole = desk.app.admin().post("/v1/users/observer/tokens", {{"label", "All"}}).json();
  for (const auto& address :
       {LinkDesk::address(revoked), LinkDesk::address(expired), LinkDesk::address(left), LinkDesk::address(whole),
        std::string("/v1/calendars/nr_/tkm-2026.ics"), std::string("/v1/calendars/x/tkm-2026.ics")}) {
    CAPTURE(address);
    const auto answer = desk.open(address);
    CHECK(answer.status == 404);
    CHECK(answer.code() == "not_found");
    CHECK(answer.json().at("detail") == desk.open("/v1/calendars/nr_never/tkm-2026.ics").json().at("detail"));
    CHECK(names_of_headers(answer) == names_of_headers(desk.open("/v1/calendars/nr_never/tkm-2026.ics")));
  }
}

TEST_CASE("a token for calendars opens nothing else, and is made by whoever may read") {
  const LinkDesk desk;
  const Json token = desk.make("coordinator");
  const auto as_bearer = desk.app.with_token(token.at("secret"));
  for (const char* path : {"/v1/me", "/v1/reports/tkm-2026/calendar.ics", "/v1/reports/tkm-2026/status"}) {
    CHECK(as_bearer.get(path).code() == "scope_missing");
  }
  CHECK(as_bearer.post("/v1/users/coordinator/tokens", {{"label", "x"}}).status == 403);
  const auto make = [&](const Caller& who, const Json& scopes) {
    return who.post("/v1/users/admin/tokens", {{"label", "x"}, {"scopes", scopes}});
  };
  const auto both = make(desk.app.admin(), {"calendar", "read"});
  CHECK(both.status == 422);
  CHECK(both.json().at("errors").at(0).at("pointer") == "/scopes/0");
  const auto manages = desk.app.with_token(make(desk.app.admin(), {"manage"}).json().at("secret"));
  CHECK(make(manages, {"calendar"}).status == 422);
  const auto reads = desk.app.with_token(make(desk.app.admin(), {"manage", "read"}).json().at("secret"));
  CHECK(make(reads, {"calendar"}).status == 201);
  CHECK(make(reads, {"calendar"}).json().at("scopes") == Json{"calendar"});
}

TEST_CASE("links are guessed some hundred times, then slowly, while right ones are served") {
  const LinkDesk desk;
  const std::string right = LinkDesk::address(desk.make("observer"));
  REQUIRE(desk.open(right).status == 200);
  int looked_at = 0;
  int told_to_wait = 0;
  for (int i = 0; i < 600; ++i) {
    const auto answer = desk.open("/v1/calendars/nr_" + std::to_string(i) + "/tkm-2026.ics");
    looked_at += answer.status == 404 ? 1 : 0;
    told_to_wait += answer.status == 429 ? 1 : 0;
  }
  CHECK(looked_at + told_to_wait == 600);
  CHECK(told_to_wait > 0);
  CHECK(desk.open(right).status == 200);
}
