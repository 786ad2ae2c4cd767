// What exists is changed only by who has seen it as it is.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

struct Change {
  Caller caller;
  std::string path;
  Json first, second;
};

// A merge patch; tag: of If-Match, empty: none.
int patched(const Change& change, const Json& body, const std::string& tag) {
  HeaderMap headers{{"Content-Type", "application/merge-patch+json"}};
  if (!tag.empty()) headers.emplace("If-Match", tag);
  return change.caller.send("PATCH", change.path, body.dump(), headers).status;
}

}  // namespace

TEST_CASE("whatever is patched needs the tag of its newest version") {
  TestApp app;
  const ReportFixture f(app);
  const Json posts = app.admin().get("/v1/users/writer/posts").json().at("items");
  const std::string post = "/v1/users/writer/posts/" + posts.at(0).at("id").dump();
  REQUIRE(f.coordinator.post(f.path("/promises"), {{"text", {{"en", "Train judges."}}}}).status == 201);
  for (const Change& change :
       {Change{app.admin(), "/v1/agencies/labour", {{"title", {{"en", "A"}}}}, {{"title", {{"en", "B"}}}}},
        Change{app.admin(), "/v1/users/writer", {{"name", "A"}}, {{"name", "B"}}},
        Change{app.admin(), post, {{"ends_on", "2026-12-30"}}, {{"ends_on", "2026-12-31"}}},
        Change{f.coordinator, f.path(), {{"forum_date", "2026-05-06"}}, {{"forum_date", "2026-05-07"}}},
        Change{f.coordinator, f.section("obj-07"), {{"lead", "health"}}, {{"lead", "interior"}}},
        Change{f.coordinator, f.path("/promises/1"), {{"agency", "health"}}, {{"agency", "interior"}}}}) {
    CAPTURE(change.path);
    const auto before = change.caller.get(change.path);
    CHECK(patched(change, change.first, "") == 428);
    CHECK(change.caller.get(change.path).body == before.body);
    CHECK(patched(change, change.first, before.etag()) == 200);
    const auto after = change.caller.get(change.path);
    CHECK(patched(change, change.second, before.etag()) == 412);
    CHECK(change.caller.get(change.path).body == after.body);
  }
}
