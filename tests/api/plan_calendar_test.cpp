// The plan in the calendar of its report.
#include <doctest/doctest.h>

#include <string>

#include "support/contains.hpp"
#include "support/plan_desk.hpp"

using namespace support;

namespace {

std::string planned_days(const PlanDesk& desk, const std::string& query = "") {
  std::string found;
  const Json calendar = desk.f.observer.get(desk.f.path("/calendar" + query)).json();
  for (const auto& entry : calendar.at("entries")) {
    const std::string kind = entry.at("kind");
    if (kind != "task" && kind != "assistance") continue;
    found += entry.at("name").get<std::string>() + " " + entry.at("ends_on").get<std::string>() +
             (entry.at("overdue") == true ? " late" : "") + (entry.at("done") == true ? " done" : "") +
             (entry.at("cancelled") == true ? " off; " : "; ");
  }
  return found;
}

}  // namespace

TEST_CASE("what of the plan has a day stands in the calendar, with what became of it") {
  PlanDesk desk;
  desk.task({{"due_on", "2026-01-14"}});
  desk.task({{"agency", "health"}, {"due", {{"stage", "follow"}, {"days", 0}}}});
  desk.task();  // without a day
  desk.request({{"needed_by", "2026-02-01"}, {"agency", "labour"}});
  const std::string end = desk.task_now(2).at("due_on");
  CHECK(planned_days(desk) == "task.1 2026-01-14 late; assistance.1 2026-02-01; task.2 " + end + "; ");
  CHECK(planned_days(desk, "?kind=task&agency=health") == "task.2 " + end + "; ");
  CHECK(planned_days(desk, "?agency=labour") == "task.1 2026-01-14 late; assistance.1 2026-02-01; ");
  const auto file = [&] { return desk.f.observer.get(desk.f.path("/calendar.ics")).body; };
  CHECK(contains(file(), "SUMMARY:Task: Agree on the outline"));
  CHECK(contains(file(), "SUMMARY:Help is needed: Editing of the English text"));
  desk.changed_task(1, {{"state", "done"}});
  desk.changed_task(2, {{"state", "dropped"}, {"reason", "No need."}});
  REQUIRE(desk.change_request(desk.f.coordinator, 1, {{"state", "withdrawn"}}).status == 200);
  CHECK(planned_days(desk) == "task.1 2026-01-14 done; assistance.1 2026-02-01 off; task.2 " + end + " off; ");
  CHECK(contains(file(), "SUMMARY:Done: Agree on the outline"));
  CHECK(contains(file(), "SUMMARY:No longer needed: Editing of the English text"));
  desk.app.advance(61LL * 24 * 3'600'000);
  CHECK(planned_days(desk) == "");
}

TEST_CASE("a day that follows from a stage has a higher SEQUENCE once the forum moved") {
  PlanDesk desk;
  desk.task({{"due", {{"stage", "clear"}, {"days", -7}}}});
  const auto sequence = [&] {
    const std::string file = desk.f.observer.get(desk.f.path("/calendar.ics?kind=task")).body;
    return std::stoi(file.substr(file.find("SEQUENCE:") + 9));
  };
  const int before = sequence();
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  CHECK(sequence() > before);
}

TEST_CASE("what loses its day, or goes to another agency, is called off where it stood") {
  PlanDesk desk;
  desk.task({{"due_on", "2026-02-01"}});
  desk.task({{"due_on", "2026-02-02"}});
  desk.request({{"needed_by", "2026-02-03"}, {"agency", "labour"}});
  desk.task();  // never had a day
  desk.changed_task(1, {{"due_on", nullptr}});
  desk.changed_task(2, {{"agency", "health"}});
  desk.changed_task(3, {{"title", "Renamed"}});
  REQUIRE(desk.change_request(desk.f.coordinator, 1, {{"needed_by", nullptr}}).status == 200);
  CHECK(planned_days(desk) == "task.1 2026-02-01 off; task.2 2026-02-02; assistance.1 2026-02-03 off; ");
  CHECK(planned_days(desk, "?agency=labour") ==
        "task.1 2026-02-01 off; task.2 2026-02-02 off; assistance.1 2026-02-03 off; ");
  CHECK(planned_days(desk, "?agency=health") == "task.2 2026-02-02; ");
  const auto file = [&](const std::string& query) {
    return desk.f.observer.get(desk.f.path("/calendar.ics" + query)).body;
  };
  CHECK(contains(file("?kind=assistance"), "STATUS:CANCELLED"));
  desk.changed_task(1, {{"due_on", "2026-02-05"}});
  CHECK(planned_days(desk, "?kind=task") == "task.2 2026-02-02; task.1 2026-02-05; ");
  desk.app.advance(61LL * 24 * 3'600'000);
  CHECK(planned_days(desk, "?kind=assistance") == "");
  CHECK(planned_days(desk, "?agency=labour") == "task.1 2026-02-05 late; ");
}

TEST_CASE("an agency that is not asked to a meeting any more sees it called off") {
  const PlanDesk desk;
  const Json body{{"title", "First meeting"}, {"held_on", "2026-01-20"}, {"agencies", {"labour", "health"}}};
  REQUIRE(desk.f.coordinator.post(desk.f.path("/meetings"), body).status == 201);
  REQUIRE(desk.f.coordinator.patch(desk.f.path("/meetings/1"), {{"agencies", {"labour"}}}).status == 200);
  const auto called_off = [&](const std::string& agency) {
    const Json entries =
        desk.f.observer.get(desk.f.path("/calendar?kind=meeting&agency=" + agency)).json().at("entries");
    return entries.empty() ? Json() : entries.at(0).at("cancelled");
  };
  CHECK(called_off("health") == true);
  CHECK(called_off("labour") == false);
  CHECK(called_off("interior") == nullptr);
}

TEST_CASE("a hostile title stays one line of text wherever it is told") {
  const PlanDesk desk;
  const std::string title = "BEGIN:VEVENT;x,y\\ <script>alert(1)</script> \"quoted\"";
  CHECK(desk.task({{"title", title}, {"due_on", "2026-02-01"}}).at("title") == title);
  const std::string file = desk.f.observer.get(desk.f.path("/calendar.ics?kind=task")).body;
  CHECK(contains(file, "SUMMARY:Task: BEGIN:VEVENT\\;x\\,y\\\\ <script>"));
  CHECK(file.find("BEGIN:VEVENT\r\n") == file.rfind("BEGIN:VEVENT\r\n"));
  for (const char* broken : {"Two\nlines", "A\ttab", "A\r\nX-INJECTED: 1", "Turned \xE2\x80\xAE round"}) {
    CHECK(place_of_fault(desk.add_task(desk.f.coordinator, {{"title", broken}})) == "/title");
    CHECK(place_of_fault(desk.ask_help(desk.f.coordinator, {{"partner", broken}})) == "/partner");
  }
}
