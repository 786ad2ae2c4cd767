// The checklist of what the last report promised, over HTTP.
#include <doctest/doctest.h>

#include "store/database/hash.hpp"
#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/tamper.hpp"
#include "support/two_reports.hpp"
#include "usecases/operation/verify.hpp"
#include "usecases/texts/promises.hpp"

using namespace support;

namespace {

const char* const kSteps = "We will:\n\n- Ratify the Convention.\n- Train 200 judges.\n";
const char* const kStepsRussian = "Мы:\n\n- ратифицируем Конвенцию;\n- обучим 200 судей.\n";

// tkm-2022 has approved next steps in English and Russian, led by `labour`; tkm-2026 is led there by `interior`.
struct Promised {
  explicit Promised(const std::string& visibility = "own") : f(app, visibility) {
    REQUIRE(f.coordinator.patch(last.section("nextsteps"), {{"lead", "labour"}}).status == 200);
    last.save("nextsteps", "en", kSteps);
    last.save("nextsteps", "ru", kStepsRussian);
    REQUIRE(f.coordinator.patch(f.section("nextsteps"), {{"lead", "interior"}}).status == 200);
  }

  // By the ministry alone: the coordinator wrote the text.
  void approve() const {
    const Caller second = app.person("second", {{{"role", "coordinator"}}});
    Json named;
    const Json texts = f.coordinator.get(last.section("nextsteps")).json().at("texts");
    for (const auto& text : texts) named[text.at("language").get<std::string>()] = text.at("revision");
    REQUIRE(last.act(f.head, "nextsteps", {{"action", "submit"}, {"revisions", named}}).status == 201);
    for (const Caller& caller : {second, f.ministry}) {
      REQUIRE(last.act(caller, "nextsteps", {{"action", "approve"}, {"revisions", named}}).status == 201);
    }
  }
  Answer prefill(const Json& more = Json::object(), const std::string& query = "") const {
    Json body{{"from", "tkm-2022"}};
    body.update(more);
    return f.coordinator.post(f.path("/prefill" + query), body);
  }
  void take() const {
    approve();
    REQUIRE(prefill().status == 200);
  }
  std::string promise(int number) const { return f.path("/promises/" + std::to_string(number)); }
  Json list(const std::string& query = "") const { return f.coordinator.get(f.path("/promises" + query)).json(); }
  std::vector<Json> missing() const {
    std::vector<Json> found;
    const Json status = f.observer.get(f.path("/status")).json();
    for (const auto& item : status.at("completeness").at("missing")) {
      if (item.at("code") == "promise_open") found.push_back(item);
    }
    return found;
  }

  TemporaryFolder folder;
  TestApp app{with_converters(folder)};
  ReportFixture f;
  LastCycle last{f};
};

Json steps_of(const Answer& prefilled) {
  const Json result = prefilled.json();
  for (const auto& section : result.at("promises")) {
    if (section.at("section") == "nextsteps") return section;
  }
  return {};
}

}  // namespace

TEST_CASE("each line of the last report's next steps becomes an open promise, in the languages that are built alike") {
  const Promised promised;
  promised.approve();
  const Json taken = steps_of(promised.prefill());
  CHECK(taken["outcome"] == "taken");
  CHECK(taken["added"].size() == 2);
  const Json first = promised.list()["items"][0];
  CHECK(first["text"] == Json{{"en", "Ratify the Convention."}, {"ru", "ратифицируем Конвенцию;"}});
  CHECK(first["source"] ==
        Json{{"report", "tkm-2022"}, {"section", "nextsteps"}, {"revisions", {{"en", 1}, {"ru", 1}}}});
  CHECK(first["state"] == "open");
  CHECK(first["agency"] == "interior");
  CHECK(promised.list()["items"].size() == 2);
}

TEST_CASE("what was taken once is not taken again, and a dry run takes nothing") {
  const Promised promised;
  promised.approve();
  CHECK(steps_of(promised.prefill(Json::object(), "?dry_run=true"))["added"].size() == 2);
  CHECK(promised.list()["items"].empty());
  CHECK(promised.prefill({{"sections", {"obj-07"}}}).json()["promises"].empty());
  CHECK(steps_of(promised.prefill({{"sections", Json::array()}, {"promises", true}}))["added"].size() == 2);
  const Json again = steps_of(promised.prefill());
  CHECK(again["added"].empty());
  CHECK(again["known"] == 2);
}

TEST_CASE("what the last report's own checklist left undone comes along once, with where it was first promised") {
  const Promised promised;
  promised.approve();
  const auto promise_there = [&](int number) { return promised.last.path("/promises/" + std::to_string(number)); };
  for (const char* words : {"Open a centre.", "Count returns.", "Sign the treaty.", "Lift the fee."}) {
    REQUIRE(
        promised.f.coordinator.post(promised.last.path("/promises"), {{"text", {{"en", words}}}, {"agency", "labour"}})
            .status == 201);
  }
  const auto answer = [&](int number, const char* status) {
    REQUIRE(promised.f.coordinator.patch(promise_there(number), {{"state", status}, {"note", "See the law."}}).status ==
            200);
  };
  answer(2, "carried_on");
  answer(3, "kept");
  answer(4, "dropped");
  const Json wanted{{"promises", true}, {"sections", Json::array()}};
  const Json told{{"known", 0}, {"added", {{{"en", "Open a centre."}}, {{"en", "Count returns."}}}}};
  CHECK(promised.prefill(wanted, "?dry_run=true").json()["unsettled_promises"] == told);
  CHECK(promised.list()["items"].empty());
  CHECK(promised.prefill(wanted).json()["unsettled_promises"] == told);
  const Json last = promised.list()["items"].back();
  CHECK(last["text"]["en"] == "Count returns.");
  CHECK(last["state"] == "open");
  CHECK(last["note"].is_null());
  CHECK(last["agency"] == "labour");
  CHECK(last["source"].is_null());
  CHECK(promised.prefill(wanted).json()["unsettled_promises"] == Json{{"known", 2}, {"added", Json::array()}});
  CHECK(promised.list()["items"].size() == 4);

  // A cycle later: what came from a section is still said to come from there.
  Json next{{"id", "tkm-2030"},           {"format", "gcm-imrf"},
            {"country", "TKM"},           {"title", {{"en", "Report of 2030"}}},
            {"forum_date", "2030-05-07"}, {"languages", {"en"}},
            {"source_language", "en"},    {"time_zone", "Asia/Ashgabat"}};
  REQUIRE(promised.f.coordinator.post("/v1/reports", next).status == 201);
  const std::string address = "/v1/reports/tkm-2030";
  Json body = wanted;
  body["from"] = "tkm-2026";
  CHECK(promised.f.coordinator.post(address + "/prefill", body).json()["unsettled_promises"]["added"].size() == 4);
  const Json first = promised.f.coordinator.get(address + "/promises/1").json();
  CHECK(first["text"]["en"] == "Ratify the Convention.");
  CHECK(first["source"]["report"] == "tkm-2022");
  CHECK(first["source"]["section"] == "nextsteps");
  CHECK(usecases::verify(promised.app.database()).problems.empty());
}

TEST_CASE("a text that was not approved promises nothing yet, and neither does a translation built otherwise") {
  const Promised promised;
  CHECK(steps_of(promised.prefill({{"promises", true}, {"sections", Json::array()}}))["outcome"] == "nothing_there");
  promised.last.save("nextsteps", "ru", "Мы сделаем всё.");
  promised.take();
  CHECK(promised.list()["items"][0]["text"] == Json{{"en", "Ratify the Convention."}});
}

TEST_CASE("a long table is no list of promises") {
  const Promised promised;
  std::string steps;
  for (int i = 0; i < 301; ++i) steps += "- Step " + std::to_string(i) + "\n";
  promised.last.save("nextsteps", "en", steps);
  promised.approve();
  CHECK(steps_of(promised.prefill())["outcome"] == "too_many");
  CHECK(promised.list()["items"].empty());
}

TEST_CASE("promises are listed by number, by status, agency and section") {
  const Promised promised;
  promised.take();
  const Json page = promised.list("?limit=1");
  CHECK(page["items"][0]["id"] == 1);
  CHECK(promised.list("?limit=1&cursor=" + page["next_cursor"].get<std::string>())["items"][0]["id"] == 2);
  REQUIRE(promised.f.coordinator.patch(promised.promise(1), {{"state", "kept"}, {"answered_in", "followup"}}).status ==
          200);
  CHECK(promised.list("?state=open")["items"].size() == 1);
  CHECK(promised.list("?section=followup")["items"][0]["id"] == 1);
  CHECK(promised.list("?section=nextsteps")["items"].size() == 2);
  CHECK(promised.list("?agency=labour")["items"].empty());
  CHECK(promised.f.coordinator.get(promised.f.path("/promises?agency=nobody")).status == 404);
}

TEST_CASE("the coordinator answers for all promises, an agency for its own, and others see only that they are there") {
  const Promised promised;
  promised.take();
  const Json answer{{"state", "partly_kept"}, {"note", "120 of 200."}};
  CHECK(promised.f.head.patch(promised.promise(2), answer).status == 403);
  CHECK(promised.f.observer.patch(promised.promise(2), answer).status == 403);
  const auto answered = promised.f.other_writer.patch(promised.promise(2), answer);
  REQUIRE(answered.status == 200);
  CHECK(answered.json()["note"] == "120 of 200.");
  CHECK(answered.json()["changed_by"]["agency"] == "interior");
  const Json seen = promised.f.head.get(promised.promise(2)).json();
  CHECK(seen["text"].is_null());
  CHECK(seen["note"].is_null());
  CHECK(seen["state"] == "partly_kept");
  CHECK(seen["may_answer"] == false);
  const std::string events = promised.f.head.get(promised.f.path("/events?after=0&limit=200")).body;
  for (const char* words : {"120 of 200", "Train 200", "обучим"}) CHECK(events.find(words) == std::string::npos);
  CHECK(promised.f.other_head.patch(promised.promise(2), {{"agency", "labour"}}).status == 403);
  REQUIRE(promised.f.coordinator.patch(promised.promise(2), {{"agency", "labour"}}).status == 200);
  CHECK(promised.f.head.get(promised.promise(2)).json()["text"]["en"] == "Train 200 judges.");
  CHECK(promised.f.other_writer.patch(promised.promise(2), answer).status == 403);
}

TEST_CASE("a translation of an earlier text gives no promise its words") {
  const Promised promised;
  promised.approve();
  promised.last.reopen("nextsteps");
  promised.last.save("nextsteps", "en", "We will:\n\n- Ratify the Convention.\n- Train 300 judges.\n");
  const Json named{{"en", 2}};
  REQUIRE(promised.last.act(promised.f.head, "nextsteps", {{"action", "submit"}, {"revisions", named}}).status == 201);
  const Caller third = promised.app.person("third", {{{"role", "coordinator"}}});
  for (const Caller& caller : {third, promised.f.ministry}) {
    REQUIRE(promised.last.act(caller, "nextsteps", {{"action", "approve"}, {"revisions", named}}).status == 201);
  }
  REQUIRE(promised.prefill().status == 200);
  CHECK(promised.list()["items"][1]["text"] == Json{{"en", "Train 300 judges."}});
}

TEST_CASE("a promise and a section are given only to an agency that still takes part") {
  const Promised promised;
  const Caller admin = promised.app.admin();
  REQUIRE(admin.patch("/v1/agencies/health", {{"active", false}}).status == 200);
  const auto pointer = [](const Answer& answer) { return answer.json().at("errors").at(0).at("pointer"); };
  const Caller& coordinator = promised.f.coordinator;
  CHECK(pointer(coordinator.patch(promised.f.section("obj-08"), {{"lead", "health"}})) == "/lead");
  CHECK(pointer(coordinator.patch(promised.f.section("obj-08"), {{"contributors", {"labour", "health"}}})) ==
        "/contributors/1");
  const Json wanted{{"text", {{"en", "Train nurses."}}}, {"agency", "health"}};
  CHECK(pointer(coordinator.post(promised.f.path("/promises"), wanted)) == "/agency");
  REQUIRE(admin.patch("/v1/agencies/health", {{"active", true}}).status == 200);
  CHECK(coordinator.patch(promised.f.section("obj-08"), {{"lead", "health"}}).status == 200);
}

TEST_CASE("in a shared report everybody reads the promises") {
  const Promised promised("shared");
  promised.take();
  CHECK(promised.f.observer.get(promised.promise(1)).json()["text"]["en"] == "Ratify the Convention.");
}

TEST_CASE("an answer says where it is to be found, and the newest version is the one that is changed") {
  const Promised promised;
  promised.take();
  const auto pointer = [&](const Json& change) {
    return promised.f.coordinator.patch(promised.promise(1), change).json().at("errors").at(0).at("pointer");
  };
  CHECK(pointer({{"state", "kept"}}) == "/note");
  CHECK(pointer({{"state", "dropped"}, {"answered_in", "followup"}}) == "/note");
  CHECK(pointer({{"state", "kept"}, {"answered_in", "obj-99"}}) == "/answered_in");
  CHECK(pointer({{"state", "kept"}, {"answered_in", "progress"}}) == "/answered_in");
  CHECK(pointer({{"agency", "nobody"}}) == "/agency");
  const std::string etag = promised.f.coordinator.get(promised.promise(1)).etag();
  const Json change{{"state", "dropped"}, {"note", "No money."}};
  REQUIRE(promised.f.coordinator.patch(promised.promise(1), change).status == 200);
  const HeaderMap stale{{"If-Match", etag}, {"Content-Type", "application/merge-patch+json"}};
  CHECK(promised.f.coordinator.send("PATCH", promised.promise(1), change.dump(), stale).status == 412);
  CHECK(promised.f.coordinator.send("PATCH", promised.promise(1), change.dump(), {{"Content-Type", "application/json"}})
            .status == 428);
  CHECK(promised.f.coordinator.patch(promised.promise(1), {{"state", "open"}, {"note", nullptr}}).json()["version"] ==
        3);
  CHECK(promised.f.coordinator.get(promised.promise(3)).status == 404);
}

TEST_CASE("a promise is added by hand once, by the coordinator") {
  const Promised promised;
  const Json wanted{{"text", {{"en", "Host the regional meeting."}}}, {"agency", "labour"}};
  const HeaderMap key{{"Idempotency-Key", "promise-1"}};
  const auto added = promised.f.coordinator.post(promised.f.path("/promises"), wanted, key);
  REQUIRE(added.status == 201);
  CHECK(added.header("Location") == promised.promise(1));
  CHECK(added.json()["source"].is_null());
  CHECK(promised.f.coordinator.post(promised.f.path("/promises"), wanted, key).body == added.body);
  CHECK(promised.list()["items"].size() == 1);
  CHECK(promised.f.head.post(promised.f.path("/promises"), wanted).status == 403);
  CHECK(promised.f.coordinator.post(promised.f.path("/promises"), {{"text", {{"fr", "Organiser."}}}}).status == 422);
  CHECK(promised.f.coordinator.post(promised.f.path("/promises"), {{"text", {{"en", "x"}}}, {"agency", "nobody"}})
            .status == 422);
}

TEST_CASE("a report that has a thousand promises, taken over ones among them, gets no more by hand") {
  Promised p;
  p.take();
  const int taken = static_cast<int>(p.list().at("items").size());
  REQUIRE(taken > 0);
  auto& service = p.app.app().service();
  const auto caller = service.identities().authenticate(service.database(), service.changes(), p.f.coordinator.token());
  service.write(caller->actor, [&](const usecases::Write& context) {
    for (int i = taken; i < 999; ++i) usecases::add_promise(context, p.f.report, {{{"en", "Again."}}, ""});
    return 0;
  });
  const Json promise{{"text", {{"en", "The thousandth."}}}};
  CHECK(p.f.coordinator.post(p.f.path("/promises"), promise).status == 201);
  const auto refused = p.f.coordinator.post(p.f.path("/promises"), promise);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "too_many_promises");
  CHECK(p.f.coordinator.get(p.promise(1000)).status == 200);
  CHECK(p.f.coordinator.get(p.promise(1001)).status == 404);
}

TEST_CASE("open promises are missing in the status and keep a final edition from being frozen without a reason") {
  const Promised promised;
  promised.take();
  const auto open = promised.missing();
  REQUIRE(open.size() == 2);
  CHECK(open[0]["promise"] == 1);
  CHECK(open[0]["section"].is_null());
  CHECK(promised.f.observer.get(promised.f.path("/status")).json()["promises"]["open"] == 2);
  CHECK(promised.f.observer.get(promised.f.path("/status?agency=labour")).json()["promises"]["total"] == 0);
  REQUIRE(promised.f.other_head.patch(promised.promise(1), {{"state", "carried_on"}, {"note", "In 2027."}}).status ==
          200);
  CHECK(promised.missing().size() == 1);
  const auto missing_in = [&](const Json& more) {
    Json wanted{{"name", "As delivered"}, {"kind", "final"}, {"languages", {"en"}}};
    wanted.update(more);
    return freeze_edition(promised.f.coordinator, promised.f.path(), wanted);
  };
  const auto refused = missing_in(Json::object());
  CHECK(refused.code() == "not_ready");
  REQUIRE(missing_in({{"override_reason", "The forum begins tomorrow."}}).status == 200);
  const Json manifest = promised.f.coordinator.get(promised.f.path("/editions/1/manifest.json")).json();
  CHECK(manifest["missing"].back()["code"] == "promise_open");
  CHECK(manifest["missing"].back()["promise"] == 2);
  REQUIRE(promised.f.coordinator.patch(promised.promise(2), {{"state", "kept"}, {"note", "Done."}}).status == 200);
  CHECK(missing_in(Json::object()).json()["missing"].get<int>() == refused.json()["missing"].get<int>() - 1);
}

TEST_CASE("the new report's format knows which sections of an older one hold promises") {
  const Promised promised;
  const Json format = promised.f.coordinator.get("/v1/formats/gcm-imrf").json();
  std::vector<std::string> promising;
  for (const auto& node : format.at("outline")) {
    if (node.at("promises").get<bool>()) promising.push_back(node.at("key"));
  }
  CHECK(promising == std::vector<std::string>{"nextsteps", "annex-pledges"});
}

TEST_CASE("verify finds a promise or an answer that was changed or taken out") {
  for (const char* change :
       {"UPDATE promises SET text = '{\"en\":\"Nothing.\"}' WHERE number = 1",
        "UPDATE promises SET from_section = 'means'", "UPDATE promise_answers SET note = 'Done.' WHERE version = 2",
        "UPDATE promise_answers SET status = 'dropped'", "UPDATE promise_answers SET agency = NULL",
        "UPDATE promise_answers SET version = 3 WHERE version = 2", "DELETE FROM promise_answers WHERE version = 2",
        "DELETE FROM promise_answers; DELETE FROM promises"}) {
    CAPTURE(change);
    const Promised promised;
    promised.take();
    REQUIRE(promised.f.coordinator.patch(promised.promise(1), {{"state", "kept"}, {"note", "By law."}}).status == 200);
    CHECK(usecases::verify(promised.app.database()).problems.empty());
    tamper(promised.app.database(), change);
    CHECK_FALSE(usecases::verify(promised.app.database()).problems.empty());
  }
}
