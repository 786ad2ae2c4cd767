// Rights are judged at the moment of answering, and a token makes none that is more than itself.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "support/api_app.hpp"
#include "support/converting.hpp"

using namespace support;

namespace {

// A request that goes on while the test does something else.
template <class Ask>
std::future<Answer> start(Ask ask) {
  return std::async(std::launch::async, std::move(ask));
}

void until(const std::function<bool()>& reached) {
  while (!reached()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

std::string post_of(const Caller& caller) {
  const Json me = caller.get("/v1/me").json();
  return "/v1/users/" + me.at("user").at("id").get<std::string>() + "/posts/" +
         std::to_string(me.at("posts").at(0).at("id").get<int>());
}

std::string token_of(const Caller& caller) {
  const Json me = caller.get("/v1/me").json();
  return "/v1/users/" + me.at("user").at("id").get<std::string>() + "/tokens/" +
         std::to_string(me.at("token").at("id").get<int>());
}

// Somebody waits for the next event of a report while something is done; what the waiting gets.
struct Waiting {
  TestApp app;
  ReportFixture f{app};

  Answer answer_after(const Caller& caller, const std::function<void()>& act) const {
    const auto events = caller.get(f.path("/events?after=0&limit=1000")).json();
    const std::string poll =
        f.path("/events?wait=20&after=" + std::to_string(events.at("next_after").get<std::int64_t>()));
    auto answer = start([&] { return caller.get(poll); });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));  // so that it waits
    act();
    REQUIRE(f.save("A zebrafish.").status == 201);
    return answer.get();
  }
};

// The service with a PDF program that waits until it is let go.
struct SlowPress {
  TemporaryFolder folder;
  TestApp app{config()};
  ReportFixture f{app};

  Config config() const {
    Config made = with_converters(folder);
    made.typst =
        fake_program(folder, "typst", "while [ ! -e " + folder.file("go") + " ]; do sleep 0.05; done\n" + kTypst);
    return made;
  }
  void until_it_works() const {
    until([&] { return runs_of_fakes(folder) > 0; });
  }
  void let_go() const { std::ofstream(folder.file("go")) << "go"; }
};

}  // namespace

TEST_CASE("a long poll whose token was revoked meanwhile is not answered with what came after") {
  const Waiting waiting;
  const auto answer = waiting.answer_after(
      waiting.f.observer, [&] { REQUIRE(waiting.app.admin().remove(token_of(waiting.f.observer)).status == 204); });
  CHECK(answer.status == 401);
  CHECK(answer.body.find("text.saved") == std::string::npos);
}

TEST_CASE("a long poll of one whose post ended meanwhile is not answered with what came after") {
  const Waiting waiting;
  const auto answer = waiting.answer_after(waiting.f.observer, [&] {
    REQUIRE(waiting.app.admin().patch(post_of(waiting.f.observer), {{"ends_on", "2026-01-14"}}).status == 200);
  });
  CHECK(answer.status == 403);
  CHECK(answer.code() == "no_post");
}

TEST_CASE("a long poll whose token expired meanwhile is not answered with what came after") {
  Waiting waiting;
  const auto made = waiting.app.admin().post("/v1/users/observer/tokens",
                                             {{"label", "short"}, {"expires_at", "2026-01-15T09:00:03Z"}});
  REQUIRE(made.status == 201);
  const Caller brief = waiting.app.with_token(made.json().at("secret"));
  CHECK(waiting.answer_after(brief, [&] { waiting.app.advance(4000); }).status == 401);
}

TEST_CASE("a long poll of one whose rights stand is answered") {
  const Waiting waiting;
  const auto answer = waiting.answer_after(waiting.f.observer, [&] { waiting.app.agency("education"); });
  CHECK(answer.status == 200);
  CHECK(answer.body.find("text.saved") != std::string::npos);
}

TEST_CASE("a document that takes its time is given to its reader as the reader may see it when it is done") {
  const SlowPress press;
  REQUIRE(press.f.save("A zebrafish.").status == 201);
  auto answer = start([&] { return press.f.writer.get(press.f.path("/document.pdf")); });
  press.until_it_works();
  REQUIRE(press.f.coordinator.patch(press.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  press.let_go();
  const auto given = answer.get();
  CHECK(given.status == 200);
  CHECK(given.body.find("zebrafish") == std::string::npos);
}

TEST_CASE("a document that takes its time is not given to a token that was revoked meanwhile") {
  const SlowPress press;
  REQUIRE(press.f.save("A zebrafish.").status == 201);
  auto answer = start([&] { return press.f.writer.get(press.f.path("/document.pdf")); });
  press.until_it_works();
  REQUIRE(press.app.admin().remove(token_of(press.f.writer)).status == 204);
  press.let_go();
  CHECK(answer.get().status == 401);
}

TEST_CASE("an edition is not frozen by one whose post ended while it was made") {
  const SlowPress press;
  const Caller second = press.app.person("second", {{{"role", "coordinator"}}, {{"role", "observer"}}});
  const auto asked = second.post(press.f.path("/editions"), {{"name", "Draft"}, {"kind", "draft"}});
  press.until_it_works();
  REQUIRE(press.app.admin().patch(post_of(second), {{"ends_on", "2026-01-14"}}).status == 200);
  press.let_go();
  const Json job = end_of_export(press.f.coordinator, asked.header("Location"));
  CHECK(job.at("failure") == "The person who asked for this edition is no longer a coordinator, so it was not frozen.");
  CHECK(press.f.coordinator.get(press.f.path("/editions")).json()["items"].empty());
}

TEST_CASE(
    "who joins a document in the making gets what the report showed to his like, and not what the first may see") {
  const SlowPress press;
  REQUIRE(press.f.save("A zebrafish.").status == 201);
  auto first = start([&] { return press.f.writer.get(press.f.path("/document.pdf")); });
  press.until_it_works();
  auto second = start([&] { return press.f.other_writer.get(press.f.path("/document.pdf")); });
  until([&] { return runs_of_fakes(press.folder) > 1; });
  press.let_go();
  CHECK(first.get().body.find("zebrafish") != std::string::npos);
  CHECK(second.get().body.find("zebrafish") == std::string::npos);
}

TEST_CASE("a token makes none that lasts longer than itself, for nobody") {
  TestApp app;
  app.person("head", {{{"role", "observer"}}});
  const auto made =
      app.admin().post("/v1/users/admin/tokens", {{"label", "brief"}, {"expires_at", "2026-01-15T09:00:03Z"}});
  const Caller brief = app.with_token(made.json().at("secret"));
  for (const std::string user : {"admin", "head"}) {
    CAPTURE(user);
    const std::string tokens = "/v1/users/" + user + "/tokens";
    const auto alike = brief.post(tokens, {{"label", "more"}});
    CHECK(alike.status == 201);
    CHECK(alike.json().at("expires_at") == "2026-01-15T09:00:03.000Z");
    CHECK(brief.post(tokens, {{"label", "less"}, {"expires_at", "2026-01-15T09:00:02Z"}}).status == 201);
    const auto longer = brief.post(tokens, {{"label", "more"}, {"expires_at", "2026-01-15T09:00:04Z"}});
    CHECK(longer.status == 422);
    CHECK(longer.json().at("errors")[0].at("pointer") == "/expires_at");
    app.set_now(kTestNow + 3000);
    CHECK(app.with_token(alike.json().at("secret")).get("/v1/me").status == 401);
    app.set_now(kTestNow);
  }
  CHECK(app.admin().post("/v1/users/head/tokens", {{"label", "desk"}}).json().at("expires_at").is_null());
}

TEST_CASE("a token for managing alone makes none for reading, for somebody else either") {
  TestApp app;
  app.person("head", {{{"role", "observer"}}});
  const auto made = app.admin().post("/v1/users/admin/tokens", {{"label", "manage"}, {"scopes", {"manage"}}});
  const Caller manager = app.with_token(made.json().at("secret"));
  const auto refused = manager.post("/v1/users/head/tokens", {{"label", "x"}, {"scopes", {"manage", "read"}}});
  CHECK(refused.status == 422);
  CHECK(refused.json().at("errors")[0].at("pointer") == "/scopes/1");
  CHECK(manager.post("/v1/users/head/tokens", {{"label", "x"}}).json().at("scopes") == Json{"manage"});
}
