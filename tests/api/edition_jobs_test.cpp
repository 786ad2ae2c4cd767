// How an edition comes to be: a job that pins the moment when it was asked for.
#include <doctest/doctest.h>

#include <future>

#include "support/converting.hpp"
#include "support/exports.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const Json kWanted{{"name", "For comments"}, {"kind", "draft"}};

// A service whose programs wait at a gate.
struct Freezing : Exporting {
  Answer ask(const HeaderMap& headers = {}) const { return f.coordinator.post(f.path("/editions"), kWanted, headers); }
  std::string start() const {
    const auto answer = ask();
    REQUIRE(answer.status == 202);
    return answer.header("Location");
  }
  Json editions() const { return app.with_token(f.coordinator.token()).get(f.path("/editions")).json().at("items"); }
  std::vector<std::string> events() const {
    std::vector<std::string> types;
    const Json page = f.coordinator.get(f.path("/events?after=0&limit=200")).json();
    for (const auto& event : page.at("items")) types.push_back(event.at("type"));
    return types;
  }
};

std::string edition_text(const Freezing& press, int edition) {
  return press.app.with_token(press.f.coordinator.token())
      .get(press.f.path("/editions/" + std::to_string(edition) + "/tkm-2026.en.md"))
      .body;
}

}  // namespace

TEST_CASE("who asks for an edition is answered at once, and it is frozen when its files are made") {
  const Freezing press;
  const auto asked = press.ask();
  REQUIRE(asked.status == 202);
  CHECK(asked.json().at("edition") == Json{{"name", "For comments"}, {"kind", "draft"}, {"edition", nullptr}});
  CHECK(asked.json().at("file").is_null());
  const std::string address = asked.header("Location");
  press.wait_for_run();
  CHECK(press.f.coordinator.get(address).json().at("state") == "running");
  CHECK(press.editions().empty());
  CHECK(press.events().back() != "edition.frozen");
  press.open_gate();
  const Json job = Exporting::end_of(press.f.coordinator, address);
  CHECK(job.at("state") == "done");
  CHECK(job.at("edition").at("edition") == 1);
  CHECK(press.editions().size() == 1);
  CHECK(press.events().back() == "edition.frozen");
  CHECK(press.f.coordinator.get(address + "/export.zip").code() == "export_is_edition");
}

TEST_CASE("an edition holds the report of the moment when it was asked for") {
  const Freezing press;
  const auto asked = press.ask();
  REQUIRE(asked.status == 202);
  press.wait_for_run();
  REQUIRE(press.f.save("The second text.").status == 200);
  REQUIRE(press.f.coordinator.patch(press.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  REQUIRE(press.f.coordinator.patch(press.f.path(), {{"title", {{"en", "Another title"}}}}).status == 200);
  press.open_gate();
  CHECK(Exporting::end_of(press.f.coordinator, asked.header("Location")).at("state") == "done");
  CHECK(edition_text(press, 1).find("The first text.") != std::string::npos);
  CHECK(edition_text(press, 1).find("The second text.") == std::string::npos);
  const Json manifest = press.f.coordinator.get(press.f.path("/editions/1/manifest.json")).json();
  CHECK(manifest.at("content_event").at("id") == asked.json().at("content_event"));
  CHECK(manifest.at("title").at("en") != "Another title");
  for (const auto& section : manifest.at("sections")) {
    if (section.at("id") != "obj-07") continue;
    CHECK(section.at("lead") == "labour");
    CHECK(section.at("texts")[0].at("revision") == 1);
    CHECK(section.at("texts")[0].at("text_sha256").is_string());
  }
  CHECK(usecases::verify(press.app.database()).problems.empty());
}

TEST_CASE("a request for an edition that is sent twice, one after the other or at a time, makes one") {
  const Freezing press;
  const HeaderMap key{{"Idempotency-Key", "freeze-1"}};
  std::vector<std::future<Answer>> answers;
  for (int i = 0; i < 4; ++i) answers.push_back(std::async(std::launch::async, [&] { return press.ask(key); }));
  std::vector<std::string> bodies;
  for (auto& answer : answers) {
    const auto given = answer.get();
    CHECK(given.status == 202);
    bodies.push_back(given.header("Location") + given.body);
  }
  for (const auto& body : bodies) CHECK(body == bodies.front());
  press.open_gate();
  const auto again = press.ask(key);
  Exporting::end_of(press.f.coordinator, again.header("Location"));
  CHECK(press.editions().size() == 1);
  CHECK(press.f.coordinator.get(press.f.path("/exports")).json().at("items").size() == 1);
}

TEST_CASE("an edition that is being made when the service stops is made after it, and once") {
  Freezing press;
  const std::string address = press.start();
  press.wait_for_run();
  REQUIRE(press.f.save("The second text.").status == 200);
  press.app.restart();
  press.open_gate();
  const Caller coordinator = press.app.with_token(press.f.coordinator.token());
  CHECK(Exporting::end_of(coordinator, address).at("state") == "done");
  CHECK(press.editions().size() == 1);
  CHECK(edition_text(press, 1).find("The first text.") != std::string::npos);
}

TEST_CASE("an edition that was cancelled leaves only a job that says so, and takes no number") {
  const Freezing press;
  const std::string cancelled = press.start();
  const std::string kept = press.start();
  press.wait_for_run();
  REQUIRE(press.f.coordinator.send("POST", cancelled + "/cancellation", "", {}).status == 200);
  press.open_gate();
  CHECK(Exporting::end_of(press.f.coordinator, kept).at("edition").at("edition") == 1);
  CHECK(press.editions().size() == 1);
  const Json job = press.f.coordinator.get(cancelled).json();
  CHECK(job.at("state") == "cancelled");
  CHECK(job.at("edition").at("edition").is_null());
}

TEST_CASE("editions that wait count among the jobs of a person") {
  const Freezing press;
  for (int i = 0; i < 3; ++i) press.start();
  CHECK(press.ask().code() == "too_many_exports");
  press.open_gate();
}
