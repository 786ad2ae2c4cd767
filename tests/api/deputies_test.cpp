// A deputy acts in the posts of who is absent, as such, and not beyond.
#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

#include "support/deputies.hpp"
#include "support/pictures.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

Json last_event(const DeputyDesk& desk, const std::string& type) {
  Json found;
  const Json events = desk.f.coordinator.get(desk.f.path("/events?limit=1000")).json();
  for (const auto& event : events.at("items")) {
    if (event.at("type") == type) found = event;
  }
  return found;
}

const Json kForHead{{"user", "head"}, {"name", "Sample head"}};

}  // namespace

TEST_CASE("a deputy acts in the post of who is absent, and everything that is done so says for whom") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  CHECK(f.submit(f.observer).status == 403);
  REQUIRE(desk.away("head", "observer").status == 201);
  const auto saved = desk.write(f.observer, "A text of the deputy.");
  REQUIRE_MESSAGE(saved.status == 201, saved.body);
  const Json by{
      {"user", "observer"}, {"name", "Sample observer"}, {"agency", "labour"}, {"role", "head"}, {"for", kForHead}};
  CHECK(saved.json().at("author") == by);
  const auto submitted = f.submit(f.observer);
  REQUIRE_MESSAGE(submitted.status == 201, submitted.body);
  CHECK(submitted.json().at("by") == by);
  CHECK(last_event(desk, "text.saved").at("by") == by);
  CHECK(last_event(desk, "section.submitted").at("by") == by);
  CHECK(f.head.get(f.section("obj-07", "/texts/en/revisions")).json().at("items").at(0).at("author") == by);
  CHECK(f.head.get(f.section("obj-07", "/transitions")).json().at("items").at(0).at("by") == by);
  CHECK(f.head.get(f.section("obj-07")).json().at("texts").at(0).at("saved_by") == by);
  const Json me = f.observer.get("/v1/me").json();
  CHECK(me.at("posts").size() == 1);
  REQUIRE(me.at("deputy_for").size() == 1);
  CHECK(me.at("deputy_for").at(0).at("user") == Json{{"id", "head"}, {"name", "Sample head"}});
  CHECK(me.at("deputy_for").at(0).at("ends_on") == "2026-01-16");
  CHECK(me.at("deputy_for").at(0).at("posts").at(0).at("role") == "head");
  REQUIRE(f.act(f.head, "withdraw").status == 201);  // who is absent may act all the same
  CHECK(last_event(desk, "section.withdrawn").at("by").at("for").is_null());
}

TEST_CASE("a picture that a deputy saves says for whom") {
  const DeputyDesk desk;
  REQUIRE(desk.away("writer", "observer").status == 201);
  const std::string path = desk.f.section("obj-07", "/pictures");
  const HeaderMap fresh{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
  const auto saved = desk.f.observer.send("PUT", path + "/map.png", png(8, 4), fresh);
  REQUIRE_MESSAGE(saved.status == 201, saved.body);
  CHECK(saved.json().at("saved_by").at("for").at("user") == "writer");
  CHECK(desk.f.head.get(path).json().at("items").at(0).at("saved_by").at("for").at("user") == "writer");
}

TEST_CASE("the hashes of events cover for whom a deputy acted") {
  const DeputyDesk desk;
  REQUIRE(desk.away("head", "observer").status == 201);
  REQUIRE(desk.write(desk.f.observer, "A text.").status == 201);
  const auto verification = usecases::verify(desk.app.database());
  CHECK(verification.problems.empty());
}

TEST_CASE("a deputy who holds the same post acts in their own name") {
  const DeputyDesk desk;
  REQUIRE(desk.app.admin().post("/v1/users/head/posts", {{"role", "contributor"}, {"agency", "labour"}}).status == 201);
  REQUIRE(desk.away("head", "writer").status == 201);
  CHECK(desk.write(desk.f.writer, "A text.").json().at("author").at("for").is_null());
  CHECK(desk.f.submit(desk.f.writer).json().at("by").at("for") == kForHead);
}

TEST_CASE("what a deputy of a coordinator decides, sends and freezes says for whom, in documents too") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  const Json for_coordinator{{"user", "coordinator"}, {"name", "Sample coordinator"}};
  REQUIRE(desk.away("coordinator", "observer").status == 201);
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  const auto approved = desk.approve(f.observer);
  REQUIRE_MESSAGE(approved.status == 201, approved.body);
  CHECK(approved.json().at("by").at("for") == for_coordinator);
  REQUIRE(desk.approve(f.ministry).status == 201);
  const Json more_time{{"section", "obj-08"}, {"until", "2026-02-01"}, {"reason", "A survey."}};
  REQUIRE(f.other_writer.post(f.path("/extensions"), more_time).status == 201);
  const auto granted = f.observer.patch(f.path("/extensions/1"), {{"state", "granted"}});
  REQUIRE_MESSAGE(granted.status == 200, granted.body);
  CHECK(granted.json().at("decision").at("decided_by").at("for") == for_coordinator);
  CHECK(granted.json().at("asked_by").at("for").is_null());
  const auto promise = f.observer.post(f.path("/promises"), {{"text", {{"en", "Train judges."}}}});
  CHECK(promise.json().at("changed_by").at("for") == for_coordinator);
  const auto glossary = f.observer.put(f.path("/glossary"), {{"entries", Json::array()}},
                                       {{"If-Match", f.observer.get(f.path("/glossary")).etag()}});
  REQUIRE_MESSAGE(glossary.status == 200, glossary.body);
  CHECK(glossary.json().at("saved_by").at("for") == for_coordinator);
  const auto edition = freeze_edition(f.observer, f.path(), {{"name", "Draft"}, {"kind", "draft"}});
  REQUIRE_MESSAGE(edition.status == 200, edition.body);
  CHECK(f.coordinator.get(f.path("/editions/1")).json().at("frozen_by").at("for") == for_coordinator);
  const Json manifest = f.coordinator.get(f.path("/editions/1/manifest.json")).json();
  CHECK(manifest.at("frozen_for") == "coordinator");
  CHECK(manifest.dump().find(R"("for":"coordinator")") != std::string::npos);
  CHECK(f.coordinator.get(f.path("/document.md?language=en")).body.find("coordinator, 15 January 2026 (by a deputy)") !=
        std::string::npos);
  const Json sent{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
  CHECK(f.observer.post(f.path("/submissions"), sent).json().at("recorded_by").at("for") == for_coordinator);
  const auto receipt =
      f.observer.send("PUT", f.path("/submissions/1/receipt"), "%PDF-1.7\n", {{"Content-Type", "application/pdf"}});
  CHECK(receipt.json().at("receipt").at("recorded_by").at("for") == for_coordinator);
  REQUIRE(f.observer.post(f.path("/editions/1/withdrawal"), {{"reason", "An error."}}).status == 200);
  CHECK(f.coordinator.get(f.path("/editions/1")).json().at("withdrawn").at("by").at("for") == for_coordinator);
}

TEST_CASE("four eyes: a deputy approves neither what they wrote nor what the absent person wrote, nor the reverse") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  const auto refused = [&](const Caller& caller) {
    const auto answer = desk.approve(caller);
    CHECK(answer.code() == "four_eyes");
    const Json allowed = caller.get(f.section("obj-07")).json().at("allowed_actions");
    CHECK(std::ranges::find(allowed, "approve") == allowed.end());
    return answer.status;
  };
  SUBCASE("the deputy wrote it in their own post") {
    REQUIRE(desk.away("coordinator", "writer").status == 201);
    REQUIRE(desk.write(f.writer, "By the deputy.").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    CHECK(refused(f.writer) == 403);
  }
  SUBCASE("the absent person wrote it") {
    REQUIRE(desk.write(f.coordinator, "By the absent one.").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    REQUIRE(desk.away("coordinator", "observer").status == 201);
    CHECK(refused(f.observer) == 403);
  }
  SUBCASE("the deputy wrote it for the absent person, who comes back") {
    const auto absence = desk.away("coordinator", "observer");
    REQUIRE(desk.write(f.observer, "For the absent one.").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    CHECK(refused(f.observer) == 403);
    CHECK(refused(f.coordinator) == 403);
    REQUIRE(desk.end(desk.app.admin(), absence).status == 204);
    REQUIRE(desk.away("coordinator", "translator").status == 201);
    CHECK(refused(f.translator) == 403);  // another deputy of the same person
  }
  SUBCASE("who wrote for another approves in their own post") {
    REQUIRE(desk.away("head", "ministry").status == 201);
    REQUIRE(desk.write(f.ministry, "For the head.").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    REQUIRE(desk.approve(f.coordinator).status == 201);
    CHECK(refused(f.ministry) == 403);
  }
  SUBCASE("neither of both wrote it") {
    REQUIRE(desk.away("coordinator", "observer").status == 201);
    REQUIRE(f.save("By somebody else.").status == 201);
    REQUIRE(f.submit(f.head).status == 201);
    CHECK(desk.approve(f.observer).status == 201);
  }
}

TEST_CASE("four eyes: a translation is confirmed neither by its deputy author nor for its author") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  f.approve();
  const auto confirm = [&](const Caller& caller) {
    return f.act(caller, "confirm_translation", {{"revisions", {{"ru", f.newest().at("ru")}}}});
  };
  SUBCASE("a deputy wrote it") {
    REQUIRE(desk.away("coordinator", "translator").status == 201);
    REQUIRE(desk.write(f.translator, "Текст.", "ru").status == 201);
    CHECK(confirm(f.translator).code() == "four_eyes");
    CHECK(confirm(f.coordinator).status == 201);
  }
  SUBCASE("the absent person wrote it") {
    REQUIRE(desk.write(f.coordinator, "Текст.", "ru").status == 201);
    REQUIRE(desk.away("coordinator", "observer").status == 201);
    CHECK(confirm(f.observer).code() == "four_eyes");
    CHECK(confirm(f.head).status == 201);
  }
}

TEST_CASE("a deputyship begins and ends at midnight of the service's days") {
  DeputyDesk desk;  // 9:00
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(desk.away("head", "observer", "2026-01-16", "2026-01-16").status == 201);
  const auto may_submit = [&] {
    const Json allowed = f.observer.get(f.section("obj-07")).json().at("allowed_actions");
    return std::ranges::find(allowed, "submit") != allowed.end();
  };
  CHECK_FALSE(may_submit());
  desk.app.advance(15 * 3'600'000 - 1);
  CHECK_FALSE(may_submit());
  desk.app.advance(1);
  CHECK(may_submit());
  desk.app.advance(kOneDay - 1);
  CHECK(may_submit());
  desk.app.advance(1);
  CHECK_FALSE(may_submit());
  CHECK(f.submit(f.observer).status == 403);
  CHECK(f.observer.get("/v1/me").json().at("deputy_for").empty());
}

TEST_CASE("a deputyship ends at once where it is ended, or where one of both loses access") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  const auto absence = desk.away("head", "observer");
  const auto reads = [&] { return f.observer.get(f.section("obj-07", "/texts/en")).status == 200; };
  CHECK(reads());
  SUBCASE("it is ended") { REQUIRE(desk.end(f.head, absence).status == 204); }
  SUBCASE("who is absent loses access") {
    REQUIRE(desk.app.admin().patch("/v1/users/head", {{"active", false}}).status == 200);
    CHECK(desk.app.admin().get(absence.header("Location")).json().at("state") == "over");
    CHECK_FALSE(reads());
    REQUIRE(desk.app.admin().patch("/v1/users/head", {{"active", true}}).status == 200);
  }
  SUBCASE("the deputy loses access, and gets it back") {
    REQUIRE(desk.app.admin().patch("/v1/users/observer", {{"active", false}}).status == 200);
    CHECK(desk.app.admin().get(absence.header("Location")).json().at("state") == "over");
    REQUIRE(desk.app.admin().patch("/v1/users/observer", {{"active", true}}).status == 200);
  }
  SUBCASE("the post ends") {
    const std::string post = f.head.get("/v1/me").json().at("posts").at(0).at("id").dump();
    REQUIRE(desk.app.admin().patch("/v1/users/head/posts/" + post, {{"ends_on", "2026-01-14"}}).status == 200);
  }
  CHECK_FALSE(reads());
}

TEST_CASE("a long poll of a deputy is not answered with what came after the deputyship ended") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  const Caller guest = desk.app.person("guest", {});
  const auto absence = desk.away("observer", "guest");
  const Json events = guest.get(f.path("/events?after=0&limit=1000")).json();
  const std::string poll = f.path("/events?wait=20&after=" + events.at("next_after").dump());
  auto answer = std::async(std::launch::async, [&] { return guest.get(poll); });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // so that it waits
  REQUIRE(desk.end(desk.app.admin(), absence).status == 204);
  REQUIRE(f.save("A zebrafish.").status == 201);
  CHECK(answer.get().code() == "no_post");
}

TEST_CASE("a deputy of a deputy gets nothing of whom that one stands in for") {
  const DeputyDesk desk;
  const auto& f = desk.f;
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(desk.away("head", "contributor").status == 201);
  REQUIRE(desk.away("contributor", "observer").status == 201);
  CHECK(f.submit(f.observer).status == 403);
  CHECK(f.observer.get("/v1/me").json().at("deputy_for").size() == 1);
  CHECK(desk.write(f.observer, "For the contributor.").json().at("author").at("agency") == "health");
  CHECK(f.submit(f.contributor).status == 201);
}

TEST_CASE("nobody acts for an admin, and only in the posts that are named") {
  const DeputyDesk desk;
  REQUIRE(desk.away("admin", "observer").status == 201);
  const Json me = desk.f.observer.get("/v1/me").json();
  for (const auto& post : me.at("deputy_for").at(0).at("posts")) CHECK(post.at("role") != "admin");
  CHECK(desk.f.observer.get("/v1/events").status == 403);
  CHECK(desk.f.observer.post("/v1/agencies", {{"id", "x"}, {"title", {{"en", "X"}}}}).status == 403);
  REQUIRE(desk.app.admin().post("/v1/users/head/posts", {{"role", "coordinator"}}).status == 201);
  const Json posts = desk.f.head.get("/v1/me").json().at("posts");
  const Json named{{"posts", Json::array({posts.at(0).at("id")})}};
  REQUIRE(desk.away("head", "translator", "2026-01-15", "2026-01-16", named).status == 201);
  const Json translator = desk.f.translator.get("/v1/me").json();
  CHECK(translator.at("deputy_for").at(0).at("posts").size() == 1);
  CHECK(desk.f.translator.patch(desk.f.section("obj-07"), {{"lead", "health"}}).status == 403);
}
