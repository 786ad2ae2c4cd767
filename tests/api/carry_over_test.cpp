// The last report's texts as the first drafts of this one, over HTTP.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/tamper.hpp"
#include "support/two_reports.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const Json kConfirmed{{"confirm_carried_over", true}, {"reason", "Checked; nothing has changed."}};

// obj-07 of tkm-2022 is approved in revision 2, in English and Russian.
struct Carried {
  explicit Carried(const std::string& visibility = "own") : f(app, visibility) {
    last.save("obj-07", "en", "A first attempt.");
    last.save("obj-07", "en", "Every case is referred.");
    last.save("obj-07", "ru", "Каждый случай передаётся.");
    last.approve("obj-07");
  }

  Answer prefill(const Json& more = Json::object(), const std::string& query = "",
                 const HeaderMap& headers = {}) const {
    Json body{{"from", "tkm-2022"}};
    body.update(more);
    return f.coordinator.post(f.path("/prefill" + query), body, headers);
  }
  void carry(const std::string& id = "obj-07") const {
    REQUIRE(prefill({{"sections", {id}}}).json().at("carried_over") == 1);
  }
  // What the answer to a prefill says of the text of obj-07 in that language; null: nothing.
  static Json text_of(const Answer& answer, const std::string& language) {
    const Json result = answer.json();
    for (const auto& section : result.at("sections")) {
      if (section.at("section") != "obj-07") continue;
      for (const auto& text : section.at("texts")) {
        if (text.at("language") == language) return text;
      }
    }
    return {};
  }
  Json text(const std::string& language = "en", const std::string& id = "obj-07") const {
    return f.coordinator.get(f.section(id, "/texts/" + language)).json();
  }
  Json status_of(const std::string& id = "obj-07") const {
    const Json status = f.observer.get(f.path("/status")).json();
    for (const auto& section : status.at("sections")) {
      if (section.at("section") == id) return section;
    }
    return {};
  }
  bool misses(const std::string& code) const {
    const Json status = f.observer.get(f.path("/status")).json();
    for (const auto& missing : status.at("completeness").at("missing")) {
      if (missing.at("section") == "obj-07" && missing.at("code") == code) return true;
    }
    return false;
  }
  std::string document(const std::string& file) const {
    const auto answer = f.coordinator.get(f.path("/document." + file));
    REQUIRE(answer.status == 200);
    return answer.body;
  }

  TestApp app;
  ReportFixture f;
  LastCycle last{f};
};

std::string outcome_of(const Answer& answer, const std::string& id) {
  const Json result = answer.json();
  for (const auto& section : result.at("sections")) {
    if (section.at("section") == id) return section.at("outcome");
  }
  return "";
}

}  // namespace

TEST_CASE("an empty section gets the approved text of the last report as its first draft, marked as carried over") {
  const Carried carried;
  carried.last.reopen("obj-07");
  carried.last.save("obj-07", "en", "A draft since the approval.");
  const auto answer = carried.prefill();
  REQUIRE(answer.status == 200);
  CHECK(answer.json()["carried_over"] == 1);
  CHECK(outcome_of(answer, "obj-07") == "carried_over");
  CHECK(outcome_of(answer, "obj-08") == "nothing_there");
  const Json text = carried.text();
  CHECK(text["markdown"] == "Every case is referred.");
  CHECK(text["revision"] == 1);
  const Json from{{"report", "tkm-2022"}, {"section", "obj-07"}, {"language", "en"}, {"revision", 2}};
  CHECK(text["carried_over_from"] == from);
  CHECK(carried.text("ru")["carried_over_from"]["revision"] == 1);
  CHECK(carried.text("ru")["translation"] == "current");
  CHECK(carried.f.writer.get(carried.f.section("obj-07")).json()["texts"][0]["carried_over_from"] == from);
  CHECK(carried.f.writer.get(carried.f.section("obj-07", "/texts/en/revisions"))
            .json()["items"][0]["carried_over_from"] == from);
  const Json event = carried.f.observer.get(carried.f.path("/events?after=0&limit=200")).json()["items"].back();
  CHECK(event["type"] == "text.saved");
  CHECK(event["data"]["carried_over_from"]["report"] == "tkm-2022");
}

TEST_CASE("a dry run tells the same and saves nothing, and a repeated call does what is left") {
  const Carried carried;
  const auto tried = carried.prefill({{"sections", {"obj-07"}}}, "?dry_run=true");
  CHECK(tried.json()["dry_run"] == true);
  CHECK(carried.status_of()["state"] == "empty");
  const HeaderMap key{{"Idempotency-Key", "prefill-1"}};
  const auto done = carried.prefill({{"sections", {"obj-07"}}}, "", key);
  CHECK(done.json()["sections"] == tried.json()["sections"]);
  CHECK(carried.prefill({{"sections", {"obj-07"}}}, "", key).body == done.body);
  CHECK(outcome_of(carried.prefill(), "obj-07") == "has_text");
  CHECK(carried.text()["revision"] == 1);
}

TEST_CASE("each section says why it got nothing") {
  const Carried carried;
  REQUIRE(carried.f.save("Ours.", "obj-08").status == 201);
  REQUIRE(carried.f.coordinator.patch(carried.f.section("obj-09"), {{"lead", "labour"}}).status == 200);
  REQUIRE(carried.f.act(carried.f.head, "declare_nothing", {{"reason", "No case."}}, "obj-09").status == 201);
  for (const char* id : {"obj-08", "obj-09"}) carried.last.save(id, "en", "Theirs.");
  const auto answer = carried.prefill({{"sections", {"obj-08", "obj-09", "obj-10", "progress", "obj-99"}}});
  CHECK(outcome_of(answer, "obj-08") == "has_text");
  CHECK(outcome_of(answer, "obj-09") == "declared_nothing");
  CHECK(outcome_of(answer, "obj-10") == "nothing_there");
  CHECK(outcome_of(answer, "progress") == "heading_only");
  CHECK(outcome_of(answer, "obj-99") == "no_such_section");
  CHECK(answer.json()["carried_over"] == 0);
  CHECK(carried.text("en", "obj-08")["markdown"] == "Ours.");
}

TEST_CASE("what an agency declared to be nothing in the last report is not carried over from beneath it") {
  const Carried carried;
  carried.last.reopen("obj-07");
  REQUIRE(carried.last.act(carried.f.head, "obj-07", {{"action", "declare_nothing"}, {"reason", "Ended."}}).status ==
          201);
  CHECK(outcome_of(carried.prefill(), "obj-07") == "nothing_there");
}

TEST_CASE("a translation comes along only where it belongs to the text that is carried over") {
  const Carried carried;
  carried.last.reopen("obj-07");
  carried.last.save("obj-07", "en", "All cases are referred.");
  carried.last.approve("obj-07");
  const Json result = carried.prefill().json();
  const auto section =
      std::ranges::find_if(result["sections"], [](const Json& one) { return one.at("section") == Json("obj-07"); });
  REQUIRE(section != result["sections"].end());
  const Json& texts = section->at("texts");
  CHECK(texts[0]["outcome"] == "carried_over");
  CHECK(texts[0]["from_revision"] == 3);
  CHECK(texts[1]["language"] == "ru");
  CHECK(texts[1]["outcome"] == "outdated");
  CHECK(texts[2]["outcome"] == "nothing_there");
  CHECK(carried.f.coordinator.get(carried.f.section("obj-07", "/texts/ru")).status == 404);
}

TEST_CASE("a translation of the approved text that nobody confirmed stays behind") {
  TestApp app;
  const ReportFixture f(app, "shared");
  const LastCycle last(f);
  last.save("obj-07", "en", "Every case is referred.");
  last.approve("obj-07");
  last.save("obj-07", "ru", "Никем не подтверждено.");
  const auto prefill = [&](const std::string& query) {
    return f.coordinator.post(f.path("/prefill" + query), {{"from", "tkm-2022"}, {"sections", {"obj-07"}}});
  };
  const Json before = Carried::text_of(prefill("?dry_run=true"), "ru");
  CHECK(before["outcome"] == "not_approved");
  CHECK(before["approved"] == false);
  CHECK(Carried::text_of(prefill(""), "en")["outcome"] == "carried_over");
  CHECK(f.observer.get(f.section("obj-07", "/texts/en")).status == 200);
  CHECK(f.observer.get(f.section("obj-07", "/texts/ru")).status == 404);
}

TEST_CASE("a translation that was confirmed after the approval of its source is approved with it") {
  TestApp app;
  const ReportFixture f(app, "shared");
  const LastCycle last(f);
  last.save("obj-07", "en", "Every case is referred.");
  last.approve("obj-07");
  last.save("obj-07", "ru", "Подтверждено.");
  const Json confirmed{{"action", "confirm_translation"}, {"revisions", {{"ru", 1}}}};
  REQUIRE(last.act(f.head, "obj-07", confirmed).status == 201);
  const auto answer = f.coordinator.post(f.path("/prefill"), {{"from", "tkm-2022"}, {"sections", {"obj-07"}}});
  CHECK(Carried::text_of(answer, "ru")["outcome"] == "carried_over");
  CHECK(f.observer.get(f.section("obj-07", "/texts/ru")).json()["markdown"] == "Подтверждено.");
}

TEST_CASE("only the languages that were asked for are carried over, and the source always") {
  const Carried carried;
  CHECK(carried.prefill({{"languages", {"tk"}}}).json()["carried_over"] == 1);
  CHECK(carried.text()["revision"] == 1);
  CHECK(carried.f.coordinator.get(carried.f.section("obj-07", "/texts/ru")).status == 404);
  CHECK(carried.prefill({{"languages", {"fr"}}}).json()["errors"][0]["pointer"] == "/languages/0");
}

TEST_CASE("only the coordinator prefills, from another report that there is") {
  const Carried carried;
  const Json body{{"from", "tkm-2022"}};
  for (const Caller& caller : {carried.f.writer, carried.f.head, carried.f.ministry, carried.f.observer}) {
    CHECK(caller.post(carried.f.path("/prefill"), body).status == 403);
  }
  CHECK(carried.prefill({{"from", "nothing-2022"}}).json()["errors"][0]["pointer"] == "/from");
  CHECK(carried.prefill({{"from", "tkm-2026"}}).json()["errors"][0]["pointer"] == "/from");
  CHECK(carried.f.coordinator.post("/v1/reports/none/prefill", body).status == 404);
}

TEST_CASE("a draft that no review approved is not carried to an agency that could not read it") {
  const Carried carried;
  carried.last.save("obj-08", "en", "A draft of somebody else.");
  carried.last.save("obj-10", "en", "A draft of nobody's.");
  CHECK(outcome_of(carried.prefill({{"sections", {"obj-08", "obj-10"}}}), "obj-08") == "not_shared");
  CHECK(carried.text("en", "obj-10")["markdown"] == "A draft of nobody's.");
  CHECK(carried.f.other_writer.get(carried.f.section("obj-08", "/texts/en")).status == 404);
  // What was approved stood in the last report: it goes to whoever has the section now.
  REQUIRE(carried.f.coordinator.patch(carried.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  CHECK(outcome_of(carried.prefill(), "obj-07") == "carried_over");
}

TEST_CASE("a draft is not carried to a contributing agency that could not read it either") {
  const Carried carried;
  for (const char* id : {"obj-09", "obj-10"}) {
    REQUIRE(carried.f.coordinator.patch(carried.last.section(id), {{"lead", "labour"}}).status == 200);
    carried.last.save(id, "en", "A draft of labour's.");
  }
  REQUIRE(carried.f.coordinator.patch(carried.f.section("obj-09"), {{"lead", "labour"}, {"contributors", {"health"}}})
              .status == 200);
  REQUIRE(carried.f.coordinator.patch(carried.f.section("obj-10"), {{"lead", "labour"}}).status == 200);
  const auto answer = carried.prefill({{"sections", {"obj-09", "obj-10"}}});
  CHECK(outcome_of(answer, "obj-09") == "not_shared");
  CHECK(outcome_of(answer, "obj-10") == "carried_over");
}

TEST_CASE("what only the first step approved was not approved") {
  const Carried carried;
  carried.last.reopen("obj-07");
  carried.last.save("obj-07", "en", "Cases are referred.");
  REQUIRE(carried.last.act(carried.f.head, "obj-07", {{"action", "submit"}, {"revisions", {{"en", 3}}}}).status == 201);
  const Json third{{"action", "approve"}, {"revisions", {{"en", 3}}}};
  REQUIRE(carried.last.act(carried.f.coordinator, "obj-07", third).status == 201);
  REQUIRE(carried.last.act(carried.f.ministry, "obj-07", {{"action", "return"}, {"reason", "All of them?"}}).status ==
          201);
  carried.last.save("obj-07", "en", "Some cases are referred.");
  carried.carry();
  CHECK(carried.text()["markdown"] == "Every case is referred.");
}

TEST_CASE("a carried-over text that nobody touched cannot be submitted, and the section says why") {
  const Carried carried;
  carried.carry();
  const Json section = carried.f.head.get(carried.f.section("obj-07")).json();
  CHECK(std::ranges::find(section["allowed_actions"], Json("submit")) == section["allowed_actions"].end());
  const auto refused = carried.f.submit(carried.f.head);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "carried_over");
  CHECK(contains(refused.json()["detail"], "confirm_carried_over"));
  CHECK(carried.misses("carried_over"));
  CHECK(carried.status_of()["carried_over"] == true);
  CHECK(carried.f.observer.get(carried.f.path("/status")).json()["counts"]["carried_over"] == 1);
}

TEST_CASE("an edited text is no longer carried over and goes its way") {
  const Carried carried;
  carried.carry();
  const auto same = carried.f.save("Every case is referred.");
  CHECK(same.json()["unchanged"] == true);
  CHECK(same.json()["warnings"][0]["code"] == "carried_over");
  REQUIRE(carried.f.save("Every case is referred within a day.").status == 200);
  CHECK(carried.text()["carried_over_from"].is_null());
  CHECK(carried.text("ru")["translation"] == "stale");
  CHECK(carried.status_of()["carried_over"] == false);
  CHECK_FALSE(carried.misses("carried_over"));
  CHECK(carried.f.coordinator.get(carried.f.section("obj-07", "/texts/en/revisions/1"))
            .json()["carried_over_from"]["revision"] == 2);
  const Json named{{"revisions", {{"en", 2}}}};  // the Russian text is the coordinator's, who carried it over
  REQUIRE(carried.f.act(carried.f.head, "submit", named).status == 201);
  CHECK(carried.f.act(carried.f.coordinator, "approve", named).status == 201);
  CHECK(carried.f.act(carried.f.ministry, "approve", named).status == 201);
}

TEST_CASE("the head confirms in one act, with a reason, that a carried-over text still holds") {
  const Carried carried;
  carried.carry();
  const auto without = carried.f.submit(carried.f.head, {{"confirm_carried_over", true}});
  CHECK(without.status == 422);
  CHECK(without.json()["errors"][0]["pointer"] == "/reason");
  CHECK(carried.f.submit(carried.f.writer, kConfirmed).status == 403);
  const auto submitted = carried.f.submit(carried.f.head, kConfirmed);
  REQUIRE(submitted.status == 201);
  CHECK(submitted.json()["revisions"] == Json{{"en", 2}, {"ru", 2}});
  CHECK(submitted.json()["reason"] == kConfirmed["reason"]);
  const Json text = carried.text();
  CHECK(text["carried_over_from"].is_null());
  CHECK(text["markdown"] == "Every case is referred.");
  CHECK(text["author"]["user"] == "head");
  CHECK(text["note"] == kConfirmed["reason"]);
  CHECK(carried.text("ru")["translation"] == "current");
  CHECK(carried.text("ru")["source_revision"] == 2);
  // The coordinator carried it over and may approve it all the same: it is the head's text now.
  const Json named{{"revisions", {{"en", 2}, {"ru", 2}}}};
  CHECK(carried.f.act(carried.f.coordinator, "approve", named).status == 201);
  CHECK(carried.f.act(carried.f.ministry, "approve", named).status == 201);
  CHECK(carried.text("ru")["translation"] == "current");
}

TEST_CASE("the head confirms of what was carried over the languages that are named, and stands for no other") {
  const Carried carried;
  carried.carry();
  Json english = kConfirmed;
  english["revisions"] = {{"en", 1}};
  const auto submitted = carried.f.act(carried.f.head, "submit", english);
  REQUIRE(submitted.status == 201);
  CHECK(submitted.json()["revisions"] == Json{{"en", 2}});
  CHECK(carried.text()["author"]["user"] == "head");
  const Json russian = carried.text("ru");
  CHECK(russian["revision"] == 1);
  CHECK_FALSE(russian["carried_over_from"].is_null());
  CHECK(russian["author"]["user"] != "head");
}

TEST_CASE("only a submission confirms, and many sections are confirmed one by one") {
  const Carried carried;
  carried.carry();
  CHECK(carried.f.act(carried.f.head, "declare_nothing", kConfirmed).json()["errors"][0]["pointer"] ==
        "/confirm_carried_over");
  Json item = kConfirmed;
  item.update({{"section", "obj-07"}, {"action", "submit"}, {"revisions", carried.f.newest()}});
  const Json results = carried.f.head.post(carried.f.path("/transitions"), {{"items", {item}}}).json()["items"];
  CHECK(results[0]["status"] == 201);
}

TEST_CASE("a reader sees in place that a text is carried over, and no longer when it was edited") {
  Carried carried;
  carried.carry();
  carried.app.advance(1000);
  for (const char* file : {"md", "html"}) {
    CHECK(contains(carried.document(std::string(file) + "?language=en"), "Carried over from an earlier report"));
    CHECK(contains(carried.document(std::string(file) + "?language=ru"), "Перенесено из прежнего доклада"));
    CHECK(contains(carried.document(std::string(file) + "?language=tk"), "Öňki hasabatdan geçirildi"));
    CHECK_FALSE(contains(carried.document(std::string(file) + "?language=en&select=approved"), "Carried over"));
  }
  CHECK(contains(carried.document("json"), R"("carried_over_from":{"report":"tkm-2022","section":"obj-07")"));
  const std::string before = carried.document("md?language=en&as_of=2026-01-15T09:00:00.500Z");
  REQUIRE(carried.f.save("New words.").status == 200);
  CHECK_FALSE(contains(carried.document("md?language=en"), "Carried over"));
  CHECK(carried.document("md?language=en&as_of=2026-01-15T09:00:00.500Z") == before);
  CHECK(contains(
      before, "Carried over from an earlier report; nobody has edited or confirmed this text yet. Report: tkm-2022."));
}

TEST_CASE("reports of different formats share the sections whose keys match") {
  const Carried carried;
  const Json body{{"id", "tkm-vnr"},           {"format", "sdg-vnr"},
                  {"country", "TKM"},          {"title", {{"en", "Voluntary review"}}},
                  {"languages", {"en"}},       {"source_language", "en"},
                  {"forum_date", "2026-07-14"}};
  REQUIRE(carried.f.coordinator.post("/v1/reports", body).status == 201);
  carried.last.save("methodology", "en", "How it was written.");
  const auto answer = carried.f.coordinator.post("/v1/reports/tkm-vnr/prefill", {{"from", "tkm-2022"}});
  CHECK(answer.json()["carried_over"] == 1);
  CHECK(outcome_of(answer, "methodology") == "carried_over");
  CHECK(outcome_of(answer, "goal-01") == "nothing_there");
}

TEST_CASE("verify finds a mark that was taken away, put in or changed") {
  for (const char* change : {"DELETE FROM carried_over", "UPDATE carried_over SET from_revision = 1",
                             "UPDATE carried_over SET from_report = 'tkm-2026'",
                             "INSERT INTO carried_over SELECT min(event_id), 'tkm-2022', 1 FROM revisions"}) {
    CAPTURE(change);
    const Carried carried;
    carried.carry();
    CHECK(usecases::verify(carried.app.database()).problems.empty());
    tamper(carried.app.database(), change);
    CHECK_FALSE(usecases::verify(carried.app.database()).problems.empty());
  }
}
