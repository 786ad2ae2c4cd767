#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

constexpr const char* kSecret = "zebrafish";  // a word that stands in one text only

}  // namespace

TEST_CASE("where texts are not shared, no other agency finds a word of them anywhere") {
  TestApp app;
  const ReportFixture f(app, "own");
  REQUIRE(f.save(std::string("A ") + kSecret + " text.").status == 201);
  REQUIRE(f.save(std::string("Another ") + kSecret + " text.").status == 200);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", std::string("The ") + kSecret + " is wrong."}}).status == 201);
  const std::string text = f.section("obj-07", "/texts/en");
  const Caller admin = app.person("second-admin", {{{"role", "admin"}}});
  for (const Caller& stranger : {f.other_writer, f.other_head, f.observer, admin}) {
    CHECK(stranger.get(text).status == 403);
    CHECK(stranger.get(text + "/revisions").status == 403);
    CHECK(stranger.get(text + "/revisions/1").status == 403);
    CHECK(stranger.get(text + "/diff?from=1&to=2").status == 403);
    for (const auto& path : {f.path("/status"), f.path("/status.csv"), f.path("/document.md"), f.path("/document.html"),
                             f.path("/document.json"), f.path("/events"), f.section("obj-07"), f.path("/sections"),
                             f.section("obj-07", "/transitions")}) {
      const auto answer = stranger.get(path);
      CAPTURE(path);
      CHECK(answer.status == 200);
      CHECK(answer.body.find(kSecret) == std::string::npos);
    }
    const auto save = stranger.put(text, {{"markdown", "mine"}}, {{"If-Match", "\"1\""}});
    CHECK(save.status == 403);
    CHECK(save.body.find(kSecret) == std::string::npos);
  }
}

TEST_CASE("the list of all events tells the administrator that a section was returned, and not why") {
  TestApp app;
  const ReportFixture f(app, "own");
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", std::string("The ") + kSecret + " is wrong."}}).status == 201);
  const auto all = app.person("second-admin", {{{"role", "admin"}}}).get("/v1/events?limit=1000");
  REQUIRE(all.status == 200);
  CHECK(all.body.find("section.returned") != std::string::npos);
  CHECK(all.body.find(kSecret) == std::string::npos);
}

TEST_CASE("the agencies of a section and those who review it read its text") {
  TestApp app;
  const ReportFixture f(app, "own");
  REQUIRE(f.save(std::string("A ") + kSecret + " text.").status == 201);
  for (const Caller& reader : {f.writer, f.head, f.contributor, f.translator, f.coordinator, f.ministry}) {
    CHECK(reader.get(f.section("obj-07", "/texts/en")).status == 200);
    CHECK(reader.get(f.path("/document.html")).body.find(kSecret) != std::string::npos);
  }
}

TEST_CASE("where texts are shared, every participant reads them and nobody writes those of others") {
  TestApp app;
  const ReportFixture f(app, "shared");
  REQUIRE(f.save(std::string("A ") + kSecret + " text.").status == 201);
  for (const Caller& reader : {f.other_writer, f.observer}) {
    CHECK(reader.get(f.section("obj-07", "/texts/en")).status == 200);
    CHECK(reader.put(f.section("obj-07", "/texts/en"), {{"markdown", "mine"}}, {{"If-Match", "\"1\""}}).status == 403);
  }
}

TEST_CASE("closing a shared report closes the compiled document too, although it was made before") {
  TestApp app;
  const ReportFixture f(app, "shared");
  REQUIRE(f.save(std::string("A ") + kSecret + " text.").status == 201);
  CHECK(f.observer.get(f.path("/document.html")).body.find(kSecret) != std::string::npos);
  REQUIRE(f.coordinator.patch(f.path(), {{"visibility", "own"}}).status == 200);
  CHECK(f.observer.get(f.path("/document.html")).body.find(kSecret) == std::string::npos);
}
