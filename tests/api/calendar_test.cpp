// The calendar of a report, as JSON and for calendar programs.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "support/api_app.hpp"
#include "support/contains.hpp"

using namespace support;

namespace {

struct CalendarDesk {
  TestApp app;
  ReportFixture f{app};

  CalendarDesk() {
    const Json days{
        {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-01-10"}}}};
    REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
  }

  Json entries(const std::string& query = "") const {
    const auto answer = f.observer.get(f.path("/calendar" + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.json().at("entries");
  }
  Json entry(const std::string& name) const {
    const Json all = entries();
    const auto found = std::ranges::find_if(all, [&](const Json& one) { return one.at("name") == name; });
    REQUIRE(found != all.end());
    return *found;
  }
  std::string file(const std::string& query = "") const {
    const auto answer = f.observer.get(f.path("/calendar.ics" + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }
};

// The lines of one event of the file, those that went over several put together.
std::string event_of(std::string file, const std::string& name) {
  for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) file.erase(at, 3);
  const auto uid = file.find("UID:tkm-2026." + name + "@");
  REQUIRE(uid != std::string::npos);
  return file.substr(uid, file.find("END:VEVENT", uid) - uid);
}

}  // namespace

TEST_CASE("the calendar has the forum, the stages and every deadline, by day") {
  const CalendarDesk desk;
  const Json all = desk.entries();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Json& a, const Json& b) { return a.at("starts_on") < b.at("starts_on"); }));
  CHECK(desk.entry("forum").at("starts_on") == "2026-05-05");
  CHECK(desk.entry("stage.collect").at("ends_on") == "2025-08-26");
  const Json due = desk.entry("section.obj-07");
  CHECK(due.at("starts_on") == "2026-01-20");
  CHECK(due.at("agency") == "labour");
  CHECK(due.at("overdue") == false);
  const Json input = desk.entry("agency.obj-07.health");
  CHECK(input.at("ends_on") == "2026-01-10");
  CHECK(input.at("overdue") == true);
}

TEST_CASE("the calendar is asked for by kind, agency and days") {
  const CalendarDesk desk;
  const auto names = [&](const std::string& query) {
    std::string found;
    for (const Json all = desk.entries(query); const auto& one : all) found += one.at("name").get<std::string>() + " ";
    return found;
  };
  CHECK(names("?kind=agency") == "agency.obj-07.health ");
  CHECK(names("?kind=section&agency=labour") == "section.obj-07 ");
  CHECK(names("?kind=section&agency=health") == "");  // it has a day of its own
  REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-08"), {{"contributors", {"health"}}}).status == 200);
  CHECK(names("?kind=section&agency=health") == "section.obj-08 ");
  CHECK(names("?from=2026-01-09&until=2026-01-20&kind=section") == "section.obj-07 ");
  CHECK(contains(names("?agency=health&kind=stage"), "stage.collect "));
  CHECK(names("?from=2030-01-01") == "");
  CHECK(desk.f.observer.get(desk.f.path("/calendar?agency=none")).status == 404);
  CHECK(desk.f.observer.get(desk.f.path("/calendar?from=2026-02-30")).status == 422);
  CHECK(desk.f.observer.get(desk.f.path("/calendar?kind=party")).status == 422);
}

TEST_CASE("a moved forum moves the entries: same UID, higher SEQUENCE") {
  CalendarDesk desk;
  const std::string before = event_of(desk.file(), "stage.collect");
  desk.app.advance(1000);
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), {{"forum_date", "2026-05-12"}, {"own_deadlines", "move"}}).status ==
          200);
  const std::string after = event_of(desk.file(), "stage.collect");
  const auto line = [](const std::string& event, const std::string& name) {
    const auto at = event.find(name);
    return event.substr(at, event.find("\r\n", at) - at);
  };
  CHECK(line(after, "UID:") == line(before, "UID:"));
  const auto sequence = [&](const std::string& event) { return std::stoi(line(event, "SEQUENCE:").substr(9)); };
  CHECK(sequence(after) > sequence(before));
  CHECK(line(before, "DTEND") == "DTEND;VALUE=DATE:20250827");
  CHECK(line(after, "DTEND") == "DTEND;VALUE=DATE:20250903");
  CHECK(contains(event_of(desk.file(), "section.obj-07"), "DTSTART;VALUE=DATE:20260127"));
}

TEST_CASE("a deadline that was taken away is shown as called off for sixty days, unless it is given again") {
  CalendarDesk desk;
  const auto give = [&](const Json& day) {
    desk.app.advance(1000);
    REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-07"), {{"agency_deadlines", {{"health", day}}}}).status ==
            200);
  };
  const auto live = desk.entry("agency.obj-07.health").at("event").get<std::int64_t>();
  give(nullptr);
  const Json gone = desk.entry("agency.obj-07.health");
  CHECK(gone.at("cancelled") == true);
  CHECK(gone.at("overdue") == false);
  CHECK(gone.at("starts_on") == "2026-01-10");
  CHECK(gone.at("event").get<std::int64_t>() > live);
  CHECK(contains(event_of(desk.file(), "agency.obj-07.health"), "STATUS:CANCELLED"));
  CHECK(contains(event_of(desk.file(), "agency.obj-07.health"), "SUMMARY:Called off: "));
  CHECK(desk.entries("?agency=health&kind=agency").size() == 1);
  CHECK(desk.entries("?agency=labour&kind=agency").empty());
  give("2026-01-12");
  CHECK(desk.entry("agency.obj-07.health").at("cancelled") == false);
  CHECK(desk.entries("?kind=agency").size() == 1);
  give(nullptr);
  constexpr std::int64_t kDay = 24 * 3600 * 1000;
  desk.app.advance(59 * kDay);
  CHECK(desk.entries("?kind=agency").size() == 1);
  desk.app.advance(2 * kDay);
  CHECK(desk.entries("?kind=agency").empty());
}

TEST_CASE("what is delivered says so, in the language that is asked for") {
  const CalendarDesk desk;
  CHECK(contains(event_of(desk.file(), "section.obj-07"), "SUMMARY:Due: "));
  CHECK(contains(event_of(desk.file("?language=ru"), "section.obj-07"), "SUMMARY:Срок сдачи: "));
  REQUIRE(desk.f.save("A text.").status == 201);
  REQUIRE(desk.f.submit(desk.f.head).status == 201);
  CHECK(contains(event_of(desk.file(), "section.obj-07"), "SUMMARY:Delivered: "));
  CHECK(desk.f.observer.get(desk.f.path("/calendar.ics?language=fr")).status == 404);
}

TEST_CASE(
    "who has the calendar already is told so, and at midnight it is another one only where something is overdue") {
  CalendarDesk desk;
  for (const char* door : {"/calendar", "/calendar.ics", "/calendar.ics?language=ru"}) {
    CAPTURE(door);
    const auto first = desk.f.observer.get(desk.f.path(door));
    CHECK(desk.f.observer.get(desk.f.path(door), {{"If-None-Match", first.etag()}}).status == 304);
  }
  const auto file = desk.f.observer.get(desk.f.path("/calendar.ics"));
  CHECK(file.header("Content-Type") == "text/calendar; charset=utf-8");
  CHECK(contains(file.header("Content-Disposition"), "tkm-2026.ics"));
  desk.app.set_now(domain::parse_time("2026-01-21T12:00:00Z").value());
  CHECK(desk.f.observer.get(desk.f.path("/calendar.ics")).body == file.body);
  CHECK(desk.entry("section.obj-07").at("overdue") == true);
}

TEST_CASE("a forum on the first or the last day that there is leaves every day within the calendar") {
  TestApp app;
  const ReportFixture f(app);
  for (const char* forum : {"0000-01-01", "9999-12-31"}) {
    REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", forum}}).status == 200);
    const Json counted{{"title", "Count"}, {"agency", "labour"}, {"due", {{"stage", "follow"}, {"days", 300}}}};
    REQUIRE(f.coordinator.post(f.path("/tasks"), counted).status == 201);
    // Each answer is held against the contract, by which a day has a year of four digits.
    for (const char* door :
         {"", "/status", "/status.csv", "/sections", "/findings", "/calendar", "/tasks", "/tasks.csv",
          "/papers/plan.html?language=en", "/document.json", "/document.html", "/letters/labour.html"}) {
      CHECK_MESSAGE(f.coordinator.get(f.path(door)).status == 200, std::string(door));
    }
    CHECK(f.coordinator.get("/v1/inbox?limit=200").status == 200);
    const auto file = f.coordinator.get(f.path("/calendar.ics"));
    CHECK(file.status == 200);
    CHECK_FALSE(contains(file.body, "DATE:1000"));
    CHECK_FALSE(contains(file.body, "DATE:-"));
  }
}
