// What of the plan is late, as findings.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/contains.hpp"
#include "support/findings_desk.hpp"
#include "support/plan_desk.hpp"

using namespace support;

namespace {

Json findings_of_kind(const PlanDesk& desk, const std::string& code, const std::string& more = "") {
  const auto answer = desk.f.observer.get(desk.f.path("/findings?code=" + code + more));
  REQUIRE_MESSAGE(answer.status == 200, answer.body);
  return answer.json().at("findings");
}

}  // namespace

TEST_CASE("a task that is overdue is found, with its owner and the act that mends it") {
  PlanDesk desk;
  desk.task({{"due_on", "2026-01-15"}});
  desk.task({{"role", "translator"}, {"due_on", "2026-01-15"}});
  CHECK(findings_of_kind(desk, "task_overdue").empty());
  desk.app.advance(kOneDay);
  const Json found = findings_of_kind(desk, "task_overdue");
  REQUIRE(found.size() == 2);
  CHECK(found.at(0).at("level") == "warning");
  CHECK(found.at(0).at("task") == 1);
  CHECK(found.at(0).at("message") == "Task 1 was due on 2026-01-15 and is not done.");
  CHECK(found.at(0).at("mend").at("who") == Json{{"role", "contributor"}, {"agency", "labour"}, {"step", nullptr}});
  CHECK(found.at(0).at("mend").at("method") == "PATCH");
  CHECK(found.at(0).at("mend").at("href") == desk.task_path(1));
  CHECK(found.at(1).at("mend").at("who") == Json{{"role", "translator"}, {"agency", nullptr}, {"step", nullptr}});
  CHECK(findings_of_kind(desk, "task_overdue", "&agency=labour").size() == 1);
  CHECK(findings_of_kind(desk, "task_overdue", "&agency=health").empty());
  desk.changed_task(1, {{"state", "done"}});
  CHECK(findings_of_kind(desk, "task_overdue").size() == 1);
}

TEST_CASE("an agency whose own day has passed is found, until the section is late for all") {
  const PlanDesk desk;
  const Json days{
      {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-01-12"}}}};
  const auto set = desk.f.coordinator.patch(desk.f.section("obj-07"), days);
  REQUIRE_MESSAGE(set.status == 200, set.body);
  const Json found = findings_of_kind(desk, "overdue", "&section=obj-07");
  REQUIRE(found.size() == 1);
  CHECK(found.at(0).at("message") == "The agency 'health' was to be done with its part of the section on 2026-01-12.");
  CHECK(found.at(0).at("mend").at("who") == Json{{"role", "contributor"}, {"agency", "health"}, {"step", nullptr}});
  CHECK(found.at(0).at("mend").at("method") == "PUT");
  CHECK(findings_of_kind(desk, "overdue", "&section=obj-07&agency=health").size() == 1);
  REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-07"), {{"due_on", "2026-01-14"}, {"due_reason", "Earlier."}})
              .status == 200);
  const Json late = findings_of_kind(desk, "overdue", "&section=obj-07");
  REQUIRE(late.size() == 1);
  CHECK(late.at(0).at("message") == "The section was due on 2026-01-14.");
}

TEST_CASE("a request without an answer is found once its day has passed") {
  const PlanDesk desk;
  desk.request({{"needed_by", "2026-01-14"}});
  CHECK(findings_of_kind(desk, "assistance_unanswered").empty());  // nobody was asked yet
  REQUIRE(desk.change_request(desk.f.coordinator, 1, {{"state", "requested"}}).status == 200);
  const Json found = findings_of_kind(desk, "assistance_unanswered");
  REQUIRE(found.size() == 1);
  CHECK(found.at(0).at("assistance") == 1);
  CHECK(found.at(0).at("mend").at("who").at("role") == "coordinator");
  CHECK(found.at(0).at("mend").at("href") == desk.request_path(1));
  const auto sheet = desk.f.observer.get(desk.f.path("/findings.csv?bom=false&code=assistance_unanswered")).body;
  CHECK(contains(sheet, "gates,task,assistance\r\n"));
  CHECK(contains(sheet, ",,1\r\n"));
  REQUIRE(desk.change_request(desk.f.coordinator, 1, {{"state", "agreed"}, {"answer", "Yes."}}).status == 200);
  CHECK(findings_of_kind(desk, "assistance_unanswered").empty());
}

TEST_CASE("a format may let an overdue task stop a final edition, and the status names it then") {
  const FindingsDesk desk("{final: {codes: {task_overdue: error}}}");
  const Json late{{"title", "Agree."}, {"agency", "labour"}, {"due_on", "2026-01-14"}};
  REQUIRE(desk.f.coordinator.post(desk.path("/tasks"), late).status == 201);
  CHECK(desk.one("task_overdue", "", "").at("gates") == Json{"final"});
  const auto missing_task = [](const FindingsDesk& of) {
    const Json missing = of.f.observer.get(of.path("/status")).json().at("completeness").at("missing");
    return std::ranges::count_if(missing, [](const Json& thing) { return thing.at("code") == "task_overdue"; });
  };
  CHECK(missing_task(desk) == 1);
  const FindingsDesk lenient;
  REQUIRE(lenient.f.coordinator.post(lenient.path("/tasks"), late).status == 201);
  CHECK(lenient.one("task_overdue", "", "").at("gates") == Json::array());
  CHECK(missing_task(lenient) == 0);
}
