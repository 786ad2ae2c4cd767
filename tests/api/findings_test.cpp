// What stops or weakens a report, as one list: every kind with its level, its place, who mends it and by which act.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "domain/report/finding_kind.hpp"
#include "http/contract/contract.hpp"
#include "support/contains.hpp"
#include "support/findings_desk.hpp"
#include "support/two_reports.hpp"

using namespace support;

namespace {

// A desk at which every kind is found but one, which needs a report of the last cycle.
struct FullDesk : FindingsDesk {
  FullDesk() {
    write("drafted", "Two words.");
    translate("drafted", "Два слова.");
    write("drafted", "Two other words.");  // the translation is stale
    write("returned", "Two words.");
    submit("returned");
    REQUIRE(act(f.coordinator, "returned", "return", {{"reason", "Once more."}}).status == 201);
    write("waiting", "Two words.");
    submit("waiting");
    write("over", "One two three four five.");
    write("near", "One two three.");
    write("approved", "Two words.");
    approve("approved");
    translate("approved", "Два слова.");
    write("marked",
          "A zebra, a striped horse.\n\n![](map.png)\n\nPermits (chart: bar)\n\n| Year | Permits |\n|---|---|\n| 2024 "
          "| many |\n\n"
          "[See](#table:none) and [this](#nowhere).\n");
    translate("marked", "Ничего.");
    REQUIRE(f.coordinator.post(path("/promises"), {{"text", {{"en", "Train judges."}}}, {"agency", "health"}}).status ==
            201);
    const Json late{{"title", "Agree."}, {"agency", "labour"}, {"due_on", "2026-01-14"}};
    REQUIRE(f.coordinator.post(path("/tasks"), late).status == 201);
    const Json help{{"title", "Edit."}, {"partner", "IOM"}, {"kind", "data"}, {"needed_by", "2026-01-14"}};
    REQUIRE(f.coordinator.post(path("/assistance"), help).status == 201);
    REQUIRE(f.coordinator.patch(path("/assistance/1"), {{"state", "requested"}}).status == 200);
  }
};

struct Expected {
  const char* code;
  const char* level;
  const char* section;   // "": none
  const char* language;  // "": none
  const char* who;       // role, agency, step
  const char* operation;
  const char* action;
  const char* href;  // behind the report
  const char* gates;
};

const std::vector<Expected> kExpected{
    {"optional_empty", "info", "optional", "", "coordinator - -", "update_section", "", "/sections/optional", ""},
    {"unassigned", "blocker", "nobody", "", "coordinator - -", "update_section", "", "/sections/nobody", "final"},
    {"text_missing", "blocker", "empty", "en", "contributor labour -", "save_text", "", "/sections/empty/texts/en",
     "submit final"},
    {"overdue", "warning", "empty", "", "head labour -", "create_transition", "submit", "/sections/empty/transitions",
     ""},
    {"not_approved", "error", "drafted", "", "head labour -", "create_transition", "submit",
     "/sections/drafted/transitions", "final"},
    {"returned", "error", "returned", "", "contributor labour -", "save_text", "", "/sections/returned/texts/en",
     "final"},
    {"undecided", "error", "waiting", "", "coordinator - coordinator", "create_transition", "approve",
     "/sections/waiting/transitions", "final"},
    {"over_limit", "blocker", "over", "en", "contributor labour -", "save_text", "", "/sections/over/texts/en",
     "submit final"},
    {"near_limit", "info", "near", "en", "contributor labour -", "save_text", "", "/sections/near/texts/en", ""},
    {"translation_missing", "error", "near", "ru", "translator - -", "save_text", "", "/sections/near/texts/ru",
     "final"},
    {"translation_stale", "error", "drafted", "ru", "translator - -", "save_text", "", "/sections/drafted/texts/ru",
     "final"},
    {"translation_unconfirmed", "error", "approved", "ru", "head labour -", "create_transition", "confirm_translation",
     "/sections/approved/transitions", "final"},
    {"picture_missing", "error", "marked", "en", "contributor labour -", "save_picture", "",
     "/sections/marked/pictures/{name}", "final"},
    {"picture_without_alternative", "error", "marked", "en", "contributor labour -", "save_text", "",
     "/sections/marked/texts/en", "final"},
    {"forbidden_term", "warning", "marked", "en", "contributor labour -", "save_text", "", "/sections/marked/texts/en",
     ""},
    {"term_missing", "warning", "marked", "ru", "translator - -", "save_text", "", "/sections/marked/texts/ru", ""},
    {"chart_not_drawn", "warning", "marked", "en", "contributor labour -", "save_text", "", "/sections/marked/texts/en",
     ""},
    {"reference_unknown", "warning", "marked", "en", "contributor labour -", "save_text", "",
     "/sections/marked/texts/en", ""},
    {"undated", "warning", "", "", "coordinator - -", "update_report", "", "", ""},
    {"report_over_limit", "error", "", "en", "coordinator - -", "bulk_transition", "", "/transitions", "final"},
    {"promise_open", "error", "", "", "contributor health -", "answer_promise", "", "/promises/1", "final"},
    {"task_overdue", "warning", "", "", "contributor labour -", "update_task", "", "/tasks/1", ""},
    {"assistance_unanswered", "warning", "", "", "coordinator - -", "update_assistance", "", "/assistance/1", ""},
};

std::string or_dash(const Json& text) { return text.is_null() ? "-" : text.get<std::string>(); }

std::string joined(const Json& list) {
  std::string text;
  for (const Json& one : list) text += (text.empty() ? "" : " ") + one.get<std::string>();
  return text;
}

}  // namespace

TEST_CASE("every kind is found, with its level, its place, who mends it, the act that does, and what it stops") {
  const FullDesk desk;
  for (const auto& expected : kExpected) {
    CAPTURE(expected.code);
    const Json found = desk.one(expected.code, expected.section, expected.language);
    REQUIRE(found.is_object());
    CHECK(found["level"] == expected.level);
    CHECK(found["promise"] == (std::string(expected.code) == "promise_open" ? Json(1) : Json()));
    const Json& who = found["mend"]["who"];
    CHECK(or_dash(who["role"]) + " " + or_dash(who["agency"]) + " " + or_dash(who["step"]) == expected.who);
    CHECK(found["mend"]["operation"] == expected.operation);
    CHECK(found["mend"]["action"] == (*expected.action == '\0' ? Json() : Json(expected.action)));
    CHECK(found["mend"]["href"] == desk.path(expected.href));
    CHECK(joined(found["gates"]) == expected.gates);
  }
}

TEST_CASE("no kind of the table is left untried, and the contract lists the same kinds") {
  std::set<std::string> tried{"carried_over"};  // below
  for (const auto& expected : kExpected) tried.insert(expected.code);
  std::set<std::string> kinds;
  for (const auto& kind : domain::kFindingKinds) kinds.insert(std::string(kind.code));
  CHECK(tried == kinds);
  const auto& contract = http::Contract::instance();
  const auto& codes = contract.resolve({{"$ref", "#/components/schemas/FindingCode"}}).at("enum");
  CHECK(codes.get<std::set<std::string>>() == kinds);
}

TEST_CASE("the act of every finding is an operation of the contract, at an address of that operation") {
  const FullDesk desk;
  const auto& operations = http::Contract::instance().operations();
  for (const auto& kind : domain::kFindingKinds) {
    CHECK(std::ranges::find(operations, kind.remedy.operation, &http::Operation::operation_id) != operations.end());
  }
  for (const Json& finding : desk.list()) {
    const Json& mend = finding["mend"];
    const auto operation =
        std::ranges::find(operations, mend["operation"].get<std::string>(), &http::Operation::operation_id);
    REQUIRE(operation != operations.end());
    CHECK(mend["method"] == operation->method);
    const std::string pattern = std::regex_replace(operation->path, std::regex("\\{[a-z]+\\}"), "[^/]+");
    CHECK_MESSAGE(std::regex_match(mend["href"].get<std::string>(), std::regex(pattern)), mend["href"]);
  }
}

TEST_CASE("the one who is named mends it by the act that is named, and it is gone") {
  const FullDesk desk;
  const auto& f = desk.f;
  const Json missing = desk.one("text_missing", "empty", "en");
  REQUIRE(f.writer.put(missing["mend"]["href"], {{"markdown", "Two words."}}, {{"If-None-Match", "*"}}).status == 201);
  CHECK(desk.one("text_missing", "empty", "en").is_null());
  const Json undecided = desk.one("undecided", "waiting", "");
  REQUIRE(f.coordinator
              .post(undecided["mend"]["href"], {{"action", undecided["mend"]["action"]}, {"revisions", {{"en", 1}}}})
              .status == 201);
  CHECK(desk.one("undecided", "waiting", "")["mend"]["who"]["step"] == "foreign-ministry");
  const Json unconfirmed = desk.one("translation_unconfirmed", "approved", "ru");
  REQUIRE(
      f.head.post(unconfirmed["mend"]["href"], {{"action", unconfirmed["mend"]["action"]}, {"revisions", {{"ru", 1}}}})
          .status == 201);
  CHECK(desk.one("translation_unconfirmed", "approved", "ru").is_null());
  REQUIRE(f.coordinator.patch(desk.one("undated", "", "")["mend"]["href"], {{"imprint", {{"issued_on", "2026-02-12"}}}})
              .status == 200);
  CHECK(desk.one("undated", "", "").is_null());
}

TEST_CASE("a text that nobody may write now is sent back or opened again to be mended, a translation is not") {
  const FindingsDesk desk;
  desk.write("marked", "![](map.png)");
  desk.translate("marked", "![](map.png)");
  desk.submit("marked");
  CHECK(desk.one("picture_missing", "marked", "en")["mend"]["action"] == "return");
  CHECK(desk.one("picture_without_alternative", "marked", "ru")["mend"]["operation"] == "save_text");
  REQUIRE(desk.decide(desk.f.coordinator, "marked").status == 201);
  REQUIRE(desk.decide(desk.f.ministry, "marked").status == 201);
  const Json approved = desk.one("picture_missing", "marked", "en")["mend"];
  CHECK(approved["action"] == "reopen");
  CHECK(approved["who"]["role"] == "coordinator");
}

TEST_CASE("a text carried over stops the submission until somebody stands for it") {
  TestApp app;
  const ReportFixture f(app);
  const LastCycle last(f);
  last.save("obj-07", "en", "Every case is referred.");
  last.approve("obj-07");
  REQUIRE(f.coordinator.post(f.path("/prefill"), {{"from", "tkm-2022"}, {"sections", {"obj-07"}}}).status == 200);
  const std::string address = f.path("/findings?code=carried_over");
  const Json found = f.head.get(address).json()["findings"];
  REQUIRE(found.size() == 1);
  CHECK(found[0]["level"] == "blocker");
  CHECK(found[0]["gates"].front() == "submit");
  CHECK(found[0]["gates"].back() == "final");
  CHECK(found[0]["mend"]["operation"] == "save_text");
  CHECK(f.submit(f.head).code() == "carried_over");
  CHECK(f.submit(f.head, {{"confirm_carried_over", true}, {"reason", "It still holds."}}).status == 201);
  CHECK(f.head.get(address).json()["findings"].empty());
}

TEST_CASE("references lead to sections, tables and figures of any section, in their language or the source's") {
  const FindingsDesk desk;
  desk.write("drafted", "Permits (table: permits)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
  desk.write("marked", "[](#table:permits) [](#drafted) [x](#table-3)\n");
  desk.translate("marked", "[](#table:permits) [](#drafted)\n");
  CHECK(desk.one("reference_unknown", "marked", "en").is_null());
  CHECK(desk.one("reference_unknown", "marked", "ru").is_null());
  desk.write("drafted", "Permits (table: licences)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
  CHECK(desk.one("reference_unknown", "marked", "en").is_object());
  CHECK(desk.f.writer.get(desk.path("/findings?code=reference_unknown&agency=labour")).json()["findings"].size() == 2);
}

TEST_CASE("what the status says is missing comes from the findings, with its own words for where a section stands") {
  const FullDesk desk;
  const Json status = desk.f.observer.get(desk.path("/status")).json();
  std::multiset<std::string> told;
  for (const Json& missing : status["completeness"]["missing"]) told.insert(missing["code"].get<std::string>());
  std::multiset<std::string> expected;
  const std::set<std::string> untold{"optional_empty",    "overdue",         "near_limit",   "undated",
                                     "reference_unknown", "chart_not_drawn", "task_overdue", "assistance_unanswered"};
  for (const Json& finding : desk.list()) {
    const std::string code = finding["code"];
    if (untold.contains(code)) continue;
    expected.insert(code == "returned" || code == "undecided" ? "not_approved" : code);
  }
  CHECK(told == expected);
  CHECK(status["completeness"]["percent"] == desk.f.observer.get(desk.path("/findings")).json()["percent"]);
}
