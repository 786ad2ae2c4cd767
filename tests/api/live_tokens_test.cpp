// How many access tokens a person may have.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

constexpr int kMostLive = 100;

std::string tokens_of(const std::string& person) { return "/v1/users/" + person + "/tokens"; }

}  // namespace

TEST_CASE("a person has a hundred tokens in force, links for calendars among them, whoever asks for more") {
  TestApp app;
  const auto person = app.person("head", {{{"role", "coordinator"}}});
  const auto make = [&](const Json& more = Json::object()) {
    Json body{{"label", "script"}};
    body.update(more);
    return person.post(tokens_of("head"), body);
  };
  const auto first = make({{"expires_at", "2026-01-15T10:00:00Z"}});
  REQUIRE(first.status == 201);
  const auto calendar = make({{"scopes", {"calendar"}}});
  REQUIRE(calendar.status == 201);
  for (int live = 3; live < kMostLive; ++live) REQUIRE(make().status == 201);  // the one that asks is there too
  const auto refused = make();
  CHECK(refused.status == 409);
  CHECK(refused.code() == "too_many_tokens");
  CHECK(make({{"scopes", {"calendar"}}}).code() == "too_many_tokens");
  CHECK(app.admin().post(tokens_of("head"), {{"label", "by the admin"}}).code() == "too_many_tokens");
  CHECK(app.admin().post(tokens_of("admin"), {{"label", "of another"}}).status == 201);

  REQUIRE(person.remove(tokens_of("head") + "/" + std::to_string(calendar.json().at("id").get<int>())).status == 204);
  CHECK(make().status == 201);
  CHECK(make().code() == "too_many_tokens");
  app.advance(3'600'000);  // the first expires
  CHECK(make().status == 201);
  CHECK(make().code() == "too_many_tokens");
}
