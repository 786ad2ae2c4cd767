// What plan, meetings and moves of the forum bring to inboxes: when it is new, to whom, and until when.
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "support/contains.hpp"
#include "support/plan_desk.hpp"

using namespace support;

namespace {

struct PreparationDesk : PlanDesk {
  void set_now(const char* time) { app.set_now(domain::parse_time(time).value()); }
  void read_all(const Caller& caller) const {
    REQUIRE(caller.post("/v1/inbox/read", {{"until", 9'007'199'254'740'991}}).status == 204);
  }
  Json unread_of(const Caller& caller, const std::string& kind) const {
    return caller.get("/v1/inbox?unread=true&kind=" + kind).json().at("items");
  }
  std::size_t count_unread(const Caller& caller, const std::string& kind) const {
    return unread_of(caller, kind).size();
  }
  Json told_of(const Caller& caller, const std::string& kind) const {
    return caller.get("/v1/inbox?kind=" + kind).json().at("items");
  }
  std::size_t count_told(const Caller& caller, const std::string& kind) const { return told_of(caller, kind).size(); }
  void call_meeting(const Json& agencies, const std::string& day = "2026-01-20") const {
    const Json body{{"title", "First meeting"}, {"held_on", day}, {"agencies", agencies}};
    REQUIRE(f.coordinator.post(f.path("/meetings"), body).status == 201);
  }
  void change_meeting(const Json& body) const {
    const auto changed = f.coordinator.patch(f.path("/meetings/1"), body);
    REQUIRE_MESSAGE(changed.status == 200, changed.body);
  }
};

std::string sentence(const Json& items) { return items.empty() ? "" : items.at(0).at("sentence").get<std::string>(); }

}  // namespace

TEST_CASE("what comes up as its day comes near or has passed is unread then, although all was read before") {
  PreparationDesk desk;
  const Caller& coordinator = desk.f.coordinator;
  desk.task({{"due_on", "2026-02-16"}});                           // thirty days before: the 17th of January
  desk.task({{"due_on", "2026-02-16"}, {"role", "coordinator"}});  // of a post
  desk.request({{"needed_by", "2026-01-16"}});
  REQUIRE(desk.change_request(coordinator, 1, {{"state", "requested"}}).status == 200);
  desk.call_meeting({"labour"}, "2026-01-16");
  desk.set_now("2026-01-16T18:59:59Z");  // a second before midnight in Ashgabat
  desk.read_all(desk.f.writer);
  desk.read_all(coordinator);
  const auto seen = [&](const Caller& caller, const std::string& kind) {
    return std::pair(desk.count_unread(caller, kind), desk.count_told(caller, kind));
  };
  using Counts = std::pair<std::size_t, std::size_t>;
  for (const char* kind : {"post_task_to_do", "help_to_follow", "meeting_to_close"}) {
    CAPTURE(kind);
    CHECK(seen(coordinator, kind) == Counts{0, 0});
  }
  CHECK(seen(desk.f.writer, "task_to_do") == Counts{0, 0});
  desk.app.advance(1000);
  for (const char* kind : {"post_task_to_do", "help_to_follow", "meeting_to_close"}) {
    CAPTURE(kind);
    CHECK(seen(coordinator, kind) == Counts{1, 1});
    CHECK(desk.told_of(coordinator, kind).at(0).at("since") == "2026-01-16T19:00:00.000Z");
  }
  CHECK(seen(desk.f.writer, "task_to_do") == Counts{1, 1});
  desk.read_all(desk.f.writer);
  CHECK(seen(desk.f.writer, "task_to_do") == Counts{0, 1});
}

TEST_CASE("a meeting that was moved or cancelled is told to those it asks, and its old day is told no more") {
  PreparationDesk desk;
  const Caller interior = desk.app.person("officer", {{{"role", "contributor"}, {"agency", "interior"}}});
  desk.call_meeting({"labour", "interior"});
  CHECK(desk.count_told(desk.f.writer, "meeting_called") == 1);
  CHECK(desk.count_told(interior, "meeting_called") == 1);
  desk.change_meeting({{"topics", {"Key stages"}}});
  CHECK(desk.count_told(desk.f.writer, "meeting_moved") == 0);
  desk.change_meeting({{"held_on", "2026-01-22"}, {"agencies", {"labour"}}});
  CHECK(desk.count_told(desk.f.writer, "meeting_called") == 0);
  CHECK(contains(sentence(desk.unread_of(desk.f.writer, "meeting_moved")), "it is on 2026-01-22: First meeting"));
  CHECK(desk.count_told(interior, "meeting_called") == 0);  // it is not asked any more
  CHECK(desk.count_told(interior, "meeting_moved") == 0);
  CHECK(desk.count_told(desk.f.coordinator, "meeting_moved") == 0);  // whose act it was
  desk.change_meeting({{"place", "The State Migration Service"}});
  CHECK(desk.count_told(desk.f.writer, "meeting_moved") == 2);
  desk.change_meeting({{"state", "cancelled"}, {"reason", "No room."}});
  CHECK(desk.count_told(desk.f.writer, "meeting_moved") == 0);
  const Json cancelled = desk.unread_of(desk.f.writer, "meeting_cancelled");
  CHECK(sentence(cancelled) == "The meeting of 2026-01-22 was cancelled: First meeting.");
  CHECK(desk.f.writer.get(cancelled.at(0).at("address").at("href").get<std::string>()).status == 200);
  desk.change_meeting({{"reason", "The room is closed."}});
  CHECK(desk.count_told(desk.f.writer, "meeting_cancelled") == 1);
}

TEST_CASE("a meeting that was held is told no more as one to come") {
  PreparationDesk desk;
  desk.call_meeting({"labour"}, "2026-01-15");
  CHECK(desk.count_told(desk.f.writer, "meeting_called") == 1);
  desk.change_meeting({{"state", "held"}});
  CHECK(desk.count_told(desk.f.writer, "meeting_called") == 0);
  CHECK(desk.count_told(desk.f.writer, "meeting_moved") == 0);
}

TEST_CASE("news of the whole report concern whoever has a section now, whenever inboxes were last looked at") {
  const PreparationDesk desk;
  desk.app.agency("statistics");
  const Caller statistician = desk.app.person("statistician", {{{"role", "contributor"}, {"agency", "statistics"}}});
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), {{"forum_date", "2026-05-12"}}).status == 200);
  CHECK(desk.count_told(desk.f.writer, "forum_moved") == 1);
  CHECK(desk.count_told(statistician, "forum_moved") == 0);
  REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-09"), {{"lead", "statistics"}}).status == 200);
  CHECK(desk.count_told(statistician, "forum_moved") == 1);
  REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-09"), {{"lead", nullptr}}).status == 200);
  CHECK(desk.count_told(statistician, "forum_moved") == 0);
}
