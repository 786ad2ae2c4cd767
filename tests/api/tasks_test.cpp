// The tasks of the preparation plan: owners, days, states and what they wait for.
#include <doctest/doctest.h>

#include "support/contains.hpp"
#include "support/plan_desk.hpp"

using namespace support;

TEST_CASE("a task has a title, an owner and a day, and is told as an event") {
  const PlanDesk desk;
  const auto added = desk.add_task(desk.f.coordinator, {{"note", "With the committee."}, {"due_on", "2026-02-01"}});
  REQUIRE_MESSAGE(added.status == 201, added.body);
  CHECK(added.header("Location") == desk.task_path(1));
  const Json task = added.json();
  CHECK(task.at("id") == 1);
  CHECK(task.at("state") == "open");
  CHECK(task.at("agency") == "labour");
  CHECK(task.at("due_on") == "2026-02-01");
  CHECK(task.at("overdue") == false);
  CHECK(task.at("allowed_states") == Json{"under_way", "done", "dropped"});
  CHECK(task.at("changed_by").at("role") == "coordinator");
  const Json begun = desk.changed_task(1, {{"state", "under_way"}, {"note", nullptr}});
  CHECK(begun.at("version") == 2);
  CHECK(begun.at("note").is_null());
  std::string told;
  const Json events = desk.f.observer.get(desk.f.path("/events?limit=200")).json();
  for (const auto& event : events.at("items")) {
    const std::string type = event.at("type");
    if (type.starts_with("task.")) told += type + " " + event.at("data").at("state").get<std::string>() + "; ";
  }
  CHECK(told == "task.added open; task.changed under_way; ");
}

TEST_CASE("a day that is counted from a stage moves with the forum, one of its own does not") {
  const PlanDesk desk;
  const Json due{{"stage", "collect"}, {"days", -7}};
  CHECK(desk.task({{"due", due}}).at("due_on") == "2025-08-19");
  CHECK(desk.task({{"due_on", "2026-02-01"}}).at("due_on") == "2026-02-01");
  CHECK(desk.task_now(1).at("overdue") == true);
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), {{"forum_date", "2026-11-10"}}).status == 200);
  CHECK(desk.task_now(1).at("due_on") == "2026-02-24");
  CHECK(desk.task_now(1).at("due") == due);
  CHECK(desk.task_now(1).at("overdue") == false);
  CHECK(desk.task_now(2).at("due_on") == "2026-02-01");
}

TEST_CASE("a day of its own takes the place of one counted from a stage, and the other way round") {
  const PlanDesk desk;
  desk.task({{"due", {{"stage", "collect"}, {"days", 0}}}});
  const Json own = desk.changed_task(1, {{"due_on", "2026-02-01"}});
  CHECK(own.at("due").is_null());
  const Json counted = desk.changed_task(1, {{"due", {{"stage", "collect"}, {"days", 1}}}});
  CHECK(counted.at("due_on") == "2025-08-27");
  const Json both{{"due", {{"stage", "collect"}, {"days", 1}}}, {"due_on", "2026-02-01"}};
  CHECK(place_of_fault(desk.change_task(desk.f.coordinator, 1, both)) == "/due");
  CHECK(desk.change_task(desk.f.coordinator, 1, {{"due", {{"days", 3}}}}).status == 422);  // it is told whole
  const Json none = desk.changed_task(1, {{"due", nullptr}});
  CHECK(none.at("due_on").is_null());
  CHECK(none.at("overdue") == false);
}

TEST_CASE("a task belongs to an agency or to a post, one of them takes the place of the other") {
  const PlanDesk desk;
  const auto& f = desk.f;
  desk.task();
  const Json of_post = desk.changed_task(1, {{"role", "translator"}});
  CHECK(of_post.at("agency").is_null());
  CHECK(of_post.at("role") == "translator");
  CHECK(desk.changed_task(1, {{"agency", "health"}}).at("role").is_null());
  CHECK(place_of_fault(desk.add_task(f.coordinator, {{"agency", "labour"}, {"role", "translator"}})) == "/role");
  CHECK(place_of_fault(f.coordinator.post(f.path("/tasks"), {{"title", "Nobody's"}})) == "/agency");
  CHECK(place_of_fault(desk.change_task(f.coordinator, 1, {{"agency", nullptr}})) == "/agency");
  CHECK(place_of_fault(desk.add_task(f.coordinator, {{"agency", "police"}})) == "/agency");
  CHECK(desk.add_task(f.coordinator, {{"role", "admin"}}).status == 422);
  REQUIRE(desk.app.admin().patch("/v1/agencies/interior", {{"active", false}}).status == 200);
  CHECK(place_of_fault(desk.add_task(f.coordinator, {{"agency", "interior"}})) == "/agency");
}

TEST_CASE("everything that is wrong with a task is told at once") {
  const PlanDesk desk;
  const auto refused = desk.add_task(desk.f.coordinator, {{"due", {{"stage", "party"}, {"days", 0}}},
                                                          {"section", "nowhere"},
                                                          {"stage", "never"},
                                                          {"agency", "police"},
                                                          {"depends_on", {7}}});
  REQUIRE(refused.status == 422);
  std::string places;
  const Json errors = refused.json().at("errors");
  for (const auto& error : errors) places += error.at("pointer").get<std::string>() + " ";
  CHECK(places == "/agency /due/stage /section /stage /depends_on/0 ");
  CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"due_on", "2026-02-30"}})) == "/due_on");
  CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"title", " "}})) == "/title");
  CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"title", std::string(301, 'x')}})) == "/title");
  CHECK(desk.add_task(desk.f.coordinator, {{"title", std::string(300, 'x')}}).status == 201);
  CHECK(desk.add_task(desk.f.coordinator, {{"state", "done"}}).status == 422);
}

TEST_CASE("a heading is nothing that a task can wait for") {
  const PlanDesk desk;
  std::string heading;
  const Json sections = desk.f.observer.get(desk.f.path("/sections?limit=200")).json();
  for (const auto& section : sections.at("items")) {
    if (section.at("kind") == "group") heading = section.at("id");
  }
  REQUIRE_FALSE(heading.empty());
  CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"section", heading}})) == "/section");
}

TEST_CASE("a task waits for tasks, a section and a stage, each until it is over, and is not done before") {
  PlanDesk desk;
  const auto& f = desk.f;
  for (int i = 0; i < 2; ++i) desk.task();
  const Json waiting = desk.task({{"depends_on", {2, 1}}, {"section", "obj-07"}, {"stage", "follow"}});
  CHECK(waiting.at("depends_on") == Json{1, 2});
  const auto waits_for = [&] {
    std::string text;
    const Json waited = desk.task_now(3).at("waits_for");
    for (const auto& one : waited)
      text += one.at("kind").get<std::string>() + " " + one.at("key").get<std::string>() + "; ";
    return text;
  };
  CHECK(waits_for() == "task 1; task 2; section obj-07; stage follow; ");
  const auto refused = desk.change_task(f.writer, 3, {{"state", "done"}});
  CHECK(refusal(refused) == "409 task_waits");
  CHECK(contains(refused.json().at("detail"), "1, 2, obj-07, follow"));
  CHECK(desk.f.head.get(desk.task_path(3)).json().at("allowed_states") == Json{"under_way", "dropped"});
  desk.changed_task(1, {{"state", "done"}});
  desk.changed_task(2, {{"state", "dropped"}, {"reason", "No need."}});
  CHECK(waits_for() == "section obj-07; stage follow; ");
  REQUIRE(f.save("A text.").status == 201);
  f.approve();
  CHECK(waits_for() == "stage follow; ");
  desk.app.set_now(domain::parse_time("2029-01-01T12:00:00Z").value());
  CHECK(waits_for() == "");
  CHECK(desk.change_task(f.coordinator, 3, {{"state", "done"}}).status == 200);
}

TEST_CASE("a wrong dependence is taken out and the task done in one step, and none is put into what is done") {
  const PlanDesk desk;
  desk.task();
  desk.task({{"depends_on", {1}}});
  CHECK(desk.changed_task(2, {{"state", "done"}, {"depends_on", Json::array()}}).at("state") == "done");
  CHECK(refusal(desk.change_task(desk.f.coordinator, 2, {{"depends_on", {1}}})) == "409 task_waits");
  CHECK(desk.change_task(desk.f.coordinator, 2, {{"state", "open"}, {"depends_on", {1}}}).status == 200);
}

TEST_CASE("a task that was done stays done where what it waited for is begun again") {
  const PlanDesk desk;
  desk.task();
  desk.task({{"depends_on", {1}}});
  desk.changed_task(1, {{"state", "done"}});
  desk.changed_task(2, {{"state", "done"}});
  desk.changed_task(1, {{"state", "open"}});
  const Json later = desk.changed_task(2, {{"note", "It is printed."}});
  CHECK(later.at("state") == "done");
  CHECK(later.at("waits_for") == Json::array());
}

TEST_CASE("tasks that would wait for each other in a circle are refused, and the circle named") {
  const PlanDesk desk;
  desk.task();
  desk.task({{"depends_on", {1}}});
  desk.task({{"depends_on", {2}}});
  const auto refused = desk.change_task(desk.f.coordinator, 1, {{"depends_on", {3}}});
  CHECK(place_of_fault(refused) == "/depends_on");
  CHECK(contains(refused.json().at("detail"), "1, 3, 2, 1"));
  CHECK(place_of_fault(desk.change_task(desk.f.coordinator, 1, {{"depends_on", {1}}})) == "/depends_on");
  CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"depends_on", {4}}})) == "/depends_on/0");
  CHECK(desk.task_now(1).at("depends_on") == Json::array());
  CHECK(desk.change_task(desk.f.coordinator, 1, {{"depends_on", {2, 2}}}).status == 422);
  Json many = Json::array();
  for (int i = 1; i <= 21; ++i) many.push_back(i);
  CHECK(desk.change_task(desk.f.coordinator, 1, {{"depends_on", many}}).status == 422);
}

TEST_CASE("a task is dropped with a reason, which goes when it is begun again") {
  const PlanDesk desk;
  desk.task();
  CHECK(place_of_fault(desk.change_task(desk.f.head, 1, {{"state", "dropped"}})) == "/reason");
  CHECK(place_of_fault(desk.change_task(desk.f.head, 1, {{"reason", "None."}})) == "/reason");
  REQUIRE(desk.change_task(desk.f.head, 1, {{"state", "dropped"}, {"reason", "No need."}}).status == 200);
  CHECK(desk.task_now(1).at("reason") == "No need.");
  CHECK(place_of_fault(desk.change_task(desk.f.head, 1, {{"reason", nullptr}})) == "/reason");
  CHECK(refusal(desk.change_task(desk.f.head, 1, {{"state", "done"}})) == "409 wrong_next_state");
  REQUIRE(desk.change_task(desk.f.head, 1, {{"state", "open"}}).status == 200);
  CHECK(desk.task_now(1).at("reason").is_null());
}

TEST_CASE("who may add, change and bring on a task: each role, of this agency and another") {
  const PlanDesk desk;
  const auto& f = desk.f;
  for (const Caller* other : {&f.writer, &f.head, &f.ministry, &f.translator, &f.observer, &f.other_head}) {
    CHECK(refusal(desk.add_task(*other)) == "403 role_required");
  }
  CHECK(refusal(desk.add_task(desk.app.person("second-admin", {{{"role", "admin"}}}))) == "403 role_required");
  desk.task();
  for (const Caller* other :
       {&f.contributor, &f.other_writer, &f.other_head, &f.ministry, &f.translator, &f.observer}) {
    CHECK(refusal(desk.change_task(*other, 1, {{"state", "under_way"}})) == "403 not_yours");
    CHECK(other->get(desk.task_path(1)).json().at("may_change") == false);
    CHECK(other->get(desk.task_path(1)).json().at("allowed_states") == Json::array());
  }
  for (const Caller* own : {&f.writer, &f.head}) {
    CHECK(own->get(desk.task_path(1)).json().at("may_change") == true);
    CHECK(desk.change_task(*own, 1, {{"note", "We are at it."}}).status == 200);
    for (const Json& more : {Json{{"title", "Less"}}, Json{{"agency", "health"}}, Json{{"due_on", "2027-01-01"}},
                             Json{{"depends_on", Json::array()}}, Json{{"section", nullptr}}}) {
      CHECK(refusal(desk.change_task(*own, 1, more)) == "403 role_required");
    }
  }
  CHECK(desk.task_now(1).at("changed_by").at("agency") == "labour");
  CHECK(f.observer.get(f.path("/tasks/2")).status == 404);
}

TEST_CASE("a task of a post is brought on by whoever holds such a post") {
  const PlanDesk desk;
  const auto& f = desk.f;
  desk.task({{"role", "translator"}});
  desk.task({{"role", "coordinator"}});
  CHECK(desk.change_task(f.translator, 1, {{"state", "under_way"}}).status == 200);
  CHECK(desk.task_now(1).at("changed_by").at("role") == "translator");
  CHECK(refusal(desk.change_task(f.ministry, 1, {{"state", "open"}})) == "403 not_yours");
  CHECK(refusal(desk.change_task(f.translator, 2, {{"state", "under_way"}})) == "403 not_yours");
  CHECK(refusal(desk.change_task(f.writer, 1, {{"state", "open"}})) == "403 not_yours");
}

TEST_CASE("tasks are listed by state, agency, section and whether they are overdue, page by page") {
  const PlanDesk desk;
  desk.task({{"due_on", "2026-01-14"}});
  desk.task({{"agency", "health"}, {"due_on", "2026-01-15"}, {"section", "obj-07"}});
  desk.task({{"due", {{"stage", "collect"}, {"days", 0}}}});
  desk.task({{"due_on", "2025-01-01"}});
  desk.changed_task(4, {{"state", "done"}});
  CHECK(desk.numbers("/tasks") == "1 2 3 4 ");
  CHECK(desk.numbers("/tasks?state=done") == "4 ");
  CHECK(desk.numbers("/tasks?agency=health") == "2 ");
  CHECK(desk.numbers("/tasks?section=obj-07") == "2 ");
  CHECK(desk.numbers("/tasks?section=obj-08") == "");
  CHECK(desk.numbers("/tasks?overdue=true") == "1 3 ");
  CHECK(desk.numbers("/tasks?overdue=true&limit=1") == "1 ");
  CHECK(desk.numbers("/tasks?overdue=false") == "2 4 ");
  const std::string cursor = desk.f.observer.get(desk.f.path("/tasks?overdue=true&limit=1")).json().at("next_cursor");
  CHECK(desk.numbers("/tasks?overdue=true&limit=1&cursor=" + cursor) == "3 ");
  CHECK(desk.f.observer.get(desk.f.path("/tasks?agency=none")).status == 404);
  CHECK(desk.f.observer.get(desk.f.path("/tasks?section=none")).status == 404);
  CHECK(desk.f.observer.get(desk.f.path("/tasks?state=finished")).status == 422);
}

TEST_CASE("a plan has a thousand tasks at most, and a circle through all of them is found and told in short") {
  const PlanDesk desk;
  desk.task();
  for (int number = 2; number <= 1000; ++number) desk.task({{"depends_on", {number - 1}}});
  CHECK(refusal(desk.add_task(desk.f.coordinator)) == "409 too_many_tasks");
  const auto refused = desk.change_task(desk.f.coordinator, 1, {{"depends_on", {1000}}});
  CHECK(place_of_fault(refused) == "/depends_on");
  CHECK(contains(refused.json().at("detail"), "1, 1000, 999"));
  CHECK(refused.body.size() < 2000);
  CHECK(desk.numbers("/tasks?limit=200&overdue=true") == "");
}
