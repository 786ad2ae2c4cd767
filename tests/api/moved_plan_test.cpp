// Where the forum moves and the deadlines with it, the plan does, too.
#include <algorithm>
#include <string>

#include "support/plan_desk.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

struct MovedPlan : PlanDesk {
  Answer move_forum(const std::string& day, const std::string& own = "move") const {
    return f.coordinator.patch(f.path(), {{"forum_date", day}, {"own_deadlines", own}});
  }
  Json request_now(int number) const { return f.observer.get(request_path(number)).json(); }
  std::string due(int number) const { return task_now(number).at("due_on").dump(); }
  std::string needed(int number) const { return request_now(number).at("needed_by").dump(); }
  void bring(int number, const Json& change) const {
    const auto answer = change_request(f.coordinator, number, change);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
  }
  // Types of the events behind one, one behind the other.
  std::string told_after(const Json& event) const {
    std::string told;
    const Json events = f.coordinator.get(f.path("/events?limit=1000&after=" + event.dump())).json().at("items");
    for (const auto& one : events) told += one.at("type").get<std::string>() + " ";
    return told;
  }
  Json last_event() const { return f.coordinator.get(f.path("/events?limit=1000")).json().at("next_after"); }
};

}  // namespace

TEST_CASE("days of their own move with the forum: of open tasks and of requests without an answer, each as an event") {
  const MovedPlan desk;
  desk.task({{"due_on", "2026-03-01"}});
  desk.task({{"due_on", "2026-03-02"}});
  desk.changed_task(2, {{"state", "under_way"}});
  desk.task({{"due_on", "2026-03-03"}});
  desk.changed_task(3, {{"state", "done"}});
  desk.task({{"due_on", "2026-03-04"}});
  desk.changed_task(4, {{"state", "dropped"}, {"reason", "No need."}});
  desk.task();
  desk.task({{"due", {{"stage", "collect"}, {"days", 0}}}});
  const std::string counted = desk.due(6);
  for (int i = 1; i <= 5; ++i) desk.request({{"needed_by", "2026-02-01"}});
  desk.request();
  for (int i = 2; i <= 5; ++i) desk.bring(i, {{"state", "requested"}});
  desk.bring(3, {{"state", "agreed"}, {"answer", "Yes."}});
  desk.bring(4, {{"state", "declined"}, {"answer", "No."}});
  desk.bring(5, {{"state", "withdrawn"}});
  const Json before = desk.last_event();
  const auto moved = desk.move_forum("2026-05-12");
  REQUIRE_MESSAGE(moved.status == 200, moved.body);
  CHECK(desk.told_after(before) == "report.updated task.changed task.changed assistance.changed assistance.changed ");
  CHECK(moved.json().at("sequence") == desk.last_event());
  CHECK(desk.due(1) == "\"2026-03-08\"");
  CHECK(desk.due(2) == "\"2026-03-09\"");
  CHECK(desk.due(3) == "\"2026-03-03\"");
  CHECK(desk.due(4) == "\"2026-03-04\"");
  CHECK(desk.due(5) == "null");
  CHECK(desk.due(6) > counted);
  CHECK(desk.task_now(6).at("version") == 1);
  CHECK(desk.needed(1) == "\"2026-02-08\"");
  CHECK(desk.needed(2) == "\"2026-02-08\"");
  for (int i = 3; i <= 5; ++i) CHECK(desk.needed(i) == "\"2026-02-01\"");
  CHECK(desk.needed(6) == "null");
  CHECK(desk.task_now(2).at("changed_by").at("user") == "coordinator");
  CHECK(desk.task_now(2).at("state") == "under_way");
  CHECK(usecases::verify(desk.app.database()).problems.empty());
}

TEST_CASE("the plan stays where deadlines are kept, the forum does not move, or somebody else wishes it") {
  const MovedPlan desk;
  desk.task({{"due_on", "2026-03-01"}});
  desk.request({{"needed_by", "2026-02-01"}});
  const Json meeting{{"title", "First"}, {"held_on", "2026-02-20"}, {"agencies", {"labour"}}};
  REQUIRE(desk.f.coordinator.post(desk.f.path("/meetings"), meeting).status == 201);
  REQUIRE(desk.move_forum("2026-05-12", "keep").status == 200);
  REQUIRE(desk.move_forum("2026-05-12").status == 200);
  CHECK(desk.f.head.patch(desk.f.path(), {{"forum_date", "2026-06-01"}, {"own_deadlines", "move"}}).status == 403);
  CHECK(desk.f.head
            .send("PATCH", "/v1/reports/none", R"({"forum_date": "2026-06-01"})",
                  {{"Content-Type", "application/merge-patch+json"}, {"If-Match", "\"1\""}})
            .status == 403);
  CHECK(desk.due(1) == "\"2026-03-01\"");
  CHECK(desk.needed(1) == "\"2026-02-01\"");
  REQUIRE(desk.move_forum("2026-05-19").status == 200);
  CHECK(desk.due(1) == "\"2026-03-08\"");
  CHECK(desk.f.observer.get(desk.f.path("/meetings/1")).json().at("held_on") == "2026-02-20");
}

TEST_CASE("a day of the plan that would leave the calendar keeps the forum and everything else where it is") {
  const MovedPlan desk;
  const Json agreed{{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}};
  REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-07"), agreed).status == 200);
  desk.task({{"due_on", "2026-03-01"}});
  desk.request({{"needed_by", "9999-12-30"}});
  const Json before = desk.last_event();
  CHECK(place_of_fault(desk.move_forum("2026-05-12")) == "/forum_date");
  desk.bring(1, {{"needed_by", nullptr}});
  desk.task({{"due_on", "9999-12-30"}});
  CHECK(place_of_fault(desk.move_forum("2026-05-12")) == "/forum_date");
  CHECK(desk.f.observer.get(desk.f.path()).json().at("forum_date") == "2026-05-05");
  CHECK(desk.f.observer.get(desk.f.section("obj-07")).json().at("due_on") == "2026-01-20");
  CHECK(desk.due(1) == "\"2026-03-01\"");
  CHECK(desk.told_after(before) == "assistance.changed task.added ");
}

TEST_CASE("a plan with all that it may have moves in one act, within a second") {
  const MovedPlan desk;
  for (int i = 0; i < 1000; ++i) desk.task({{"due_on", "2026-03-01"}});
  for (int i = 0; i < 500; ++i) desk.request({{"needed_by", "2026-02-01"}});
  const double before = processor_seconds();
  REQUIRE(desk.move_forum("2026-05-12").status == 200);
  const double spent = processor_seconds() - before;
  MESSAGE("1,000 tasks and 500 requests moved in ", spent, " s");
  CHECK(spent < (kSanitized ? 20.0 : 1.0));
  CHECK(desk.due(1000) == "\"2026-03-08\"");
  CHECK(desk.needed(500) == "\"2026-02-08\"");
}
