// Gates: which findings stop a submission, a review step and a final edition, as the format says, and how that is told.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/contains.hpp"
#include "support/findings_desk.hpp"

using namespace support;

namespace {

bool may(const FindingsDesk& desk, const Caller& caller, const std::string& id, const std::string& action) {
  const Json actions = caller.get(desk.section(id)).json().at("allowed_actions");
  return std::ranges::find(actions, Json(action)) != actions.end();
}

std::vector<std::string> gates_of(const Json& finding) { return finding.at("gates").get<std::vector<std::string>>(); }

}  // namespace

TEST_CASE("without gates in the format a submission is stopped by a blocking limit and by nothing else") {
  const FindingsDesk desk;
  desk.write("marked", "A zebra.\n\n![](map.png)\n\n[See](#table:none)");
  CHECK(may(desk, desk.f.head, "marked", "submit"));
  CHECK(desk.decide(desk.f.head, "marked", "submit").status == 201);
  CHECK(desk.decide(desk.f.coordinator, "marked").status == 201);
  desk.write("over", "One two three four five.");
  CHECK_FALSE(may(desk, desk.f.head, "over", "submit"));
  const auto refused = desk.decide(desk.f.head, "over", "submit");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "blocking_finding");
  CHECK(refused.json()["findings"] == 1);
  CHECK(contains(refused.json()["detail"], "over (en): The text has 5 words; the limit is 4."));
}

TEST_CASE("a format makes a submission wait for what it asks, and tells each thing that is lacking") {
  const FindingsDesk desk(
      "{submit: {codes: {forbidden_term: blocker, picture_missing: blocker, "
      "reference_unknown: blocker}}}");
  desk.write("marked", "A zebra.\n\n![](map.png)\n\n[See](#table:none)");
  CHECK_FALSE(may(desk, desk.f.head, "marked", "submit"));
  const auto refused = desk.decide(desk.f.head, "marked", "submit");
  CHECK(refused.code() == "blocking_finding");
  CHECK(refused.json()["findings"] == 3);
  for (const char* words : {"Number of places: 1", "does not have. Number of them: 1", "refers to sections"}) {
    CHECK_MESSAGE(contains(refused.json()["detail"], words), words);
  }
  const auto russian =
      desk.f.head.post(desk.section("marked", "/transitions"), {{"action", "submit"}, {"revisions", {{"en", 1}}}},
                       {{"Accept-Language", "ru"}});
  CHECK(contains(russian.json()["detail"], "\xD0"));
  CHECK(desk.list("?gate=submit&section=marked").size() == 3);
  const Json blocked = desk.f.head.get(desk.section("marked")).json()["blocked_actions"];
  CHECK(std::ranges::any_of(blocked, [](const Json& action) { return action["action"] == "submit"; }));
  desk.write("marked", "A horse.");
  CHECK(may(desk, desk.f.head, "marked", "submit"));
  CHECK(desk.decide(desk.f.head, "marked", "submit").status == 201);
}

TEST_CASE("what a head saves says at once whether the section may be submitted, and so does a list") {
  const FindingsDesk desk("{submit: {stops_at: warning}}");
  const auto put = [&](const std::string& text, const HeaderMap& headers) {
    return desk.f.head.put(desk.section("marked", "/texts/en"), {{"markdown", text}}, headers);
  };
  const auto stopped = put("A zebra.", {{"If-None-Match", "*"}});
  REQUIRE(stopped.status == 201);
  const auto offers = [](const Json& actions) { return std::ranges::find(actions, Json("submit")) != actions.end(); };
  CHECK_FALSE(offers(stopped.json()["allowed_actions"]));
  const auto free = put("A horse.", {{"If-Match", "\"1\""}});
  REQUIRE(free.status == 200);
  CHECK_FALSE(offers(free.json()["allowed_actions"]));  // no translation yet
  desk.translate("marked", "Лошадь.");
  const Json listed = desk.f.head.get(desk.path("/sections?mine=true&state=draft")).json()["items"];
  REQUIRE(listed.size() == 1);
  CHECK(offers(listed[0]["allowed_actions"]));
}

TEST_CASE("a review step asks for more than the submission before it") {
  const FindingsDesk desk("{steps: {foreign-ministry: {codes: {translation_missing: blocker}}}}");
  desk.write("drafted", "Two words.");
  desk.submit("drafted");
  CHECK(gates_of(desk.one("translation_missing", "drafted", "ru")) ==
        std::vector<std::string>{"step:foreign-ministry", "final"});
  REQUIRE(desk.decide(desk.f.coordinator, "drafted").status == 201);
  CHECK_FALSE(may(desk, desk.f.ministry, "drafted", "approve"));
  CHECK(may(desk, desk.f.ministry, "drafted", "return"));
  const auto refused = desk.decide(desk.f.ministry, "drafted");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "blocking_finding");
  CHECK(contains(refused.json()["detail"], "drafted (ru): There is no translation yet."));
  desk.translate("drafted", "Два слова.");
  CHECK(desk.decide(desk.f.ministry, "drafted").status == 201);
}

TEST_CASE("no gate is stopped by what its own act mends, however strict it is") {
  const FindingsDesk desk(
      "{submit: {stops_at: info}, steps: {coordinator: {stops_at: info}, "
      "foreign-ministry: {stops_at: info}}}");
  desk.write("drafted", "Two words.");
  desk.translate("drafted", "Два слова.");
  desk.approve("drafted");
  CHECK(desk.list("?section=drafted").empty());
}

TEST_CASE("a stage shows what should be mended once it is over, and refuses nothing") {
  FindingsDesk desk("{stages: {collect: {codes: {translation_missing: info}}, clear: {stops_at: info}}}");
  desk.write("drafted", "Two words.");
  CHECK(gates_of(desk.one("not_approved", "drafted", "")) == std::vector<std::string>{"stage:collect", "final"});
  CHECK(gates_of(desk.one("translation_missing", "drafted", "ru")) == std::vector<std::string>{"final"});
  CHECK(desk.list("?gate=stage:clear").empty());
  desk.app.set_now(domain::parse_time("2026-05-01T00:00:00Z").value());
  CHECK(gates_of(desk.one("undated", "", "")) == std::vector<std::string>{"stage:clear"});
  CHECK(desk.decide(desk.f.head, "drafted", "submit").status == 201);
}

TEST_CASE("a final edition is stopped as the format says, and the status lists what stops it") {
  const auto refused = [](const std::string& gates, const std::string& code) {
    const FindingsDesk desk(gates);
    const Json wanted{{"name", "As delivered"}, {"kind", "final"}, {"languages", {"en"}}};
    const auto answer = desk.f.coordinator.post(desk.path("/editions"), wanted);
    REQUIRE(answer.code() == "not_ready");
    const Json missing = desk.f.observer.get(desk.path("/status")).json()["completeness"]["missing"];
    const auto told = std::ranges::find(missing, Json(code), [](const Json& one) { return one["code"]; });
    const bool blocks = told != missing.end() && (*told)["blocking"] == true;
    CHECK(blocks == (desk.one(code, "", "").is_object() && !desk.one(code, "", "")["gates"].empty()));
    return answer.json()["missing"].get<int>();
  };
  const int usual = refused("", "undated");
  CHECK(refused("{final: {codes: {undated: error}}}", "undated") == usual + 1);
  CHECK(refused("{final: {codes: {unassigned: info}}}", "undated") == usual - 1);
  CHECK(refused("{final: {stops_at: blocker}}", "undated") == usual);
}

TEST_CASE("a format tells its gates as they count, those that it left out too") {
  const FindingsDesk desk("{submit: {codes: {forbidden_term: error}}, steps: {coordinator: {}}}");
  const Json gates = desk.f.observer.get("/v1/formats/findings").json()["gates"];
  CHECK(gates == Json{{"submit", {{"stops_at", "blocker"}, {"codes", {{"forbidden_term", "error"}}}}},
                      {"steps", {{"coordinator", {{"stops_at", "blocker"}, {"codes", Json::object()}}}}},
                      {"stages", Json::object()},
                      {"final", {{"stops_at", "error"}, {"codes", Json::object()}}}});
}
