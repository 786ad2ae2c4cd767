// Meetings of the working group: called, answered, held and written down.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/api_app.hpp"
#include "support/contains.hpp"

using namespace support;

namespace {

struct MeetingRoom {
  TestApp app;
  ReportFixture f{app};

  Answer call(const Caller& who, const Json& more = Json::object()) const {
    Json body{{"title", "First meeting"}, {"held_on", "2026-01-15"}, {"agencies", {"labour", "health"}}};
    body.update(more);
    return who.post(f.path("/meetings"), body);
  }
  void called(const Json& more = Json::object()) const {
    const auto answer = call(f.coordinator, more);
    REQUIRE_MESSAGE(answer.status == 201, answer.body);
  }
  std::string door(const std::string& below = "") const { return f.path("/meetings/1" + below); }
  Json meeting() const { return f.observer.get(door()).json(); }
  Json agenda() const { return f.observer.get(door("/agenda")).json(); }
  Answer answer(const Caller& who, const Json& body) const { return who.post(door("/answers"), body); }
  Answer decide(const Json& body) const { return f.coordinator.post(door("/decisions"), body); }
  Answer write_down(const Caller& who, const std::string& markdown) const {
    const auto tag = who.get(door("/minutes")).etag();
    return who.put(door("/minutes"), Json{{"markdown", markdown}}, {{"If-Match", tag}});
  }
};

std::vector<std::string> keys_of(const Json& agenda, const std::string& kind) {
  std::vector<std::string> keys;
  for (const auto& point : agenda.at("points")) {
    if (point.at("kind") == kind) keys.push_back(point.at("key"));
  }
  return keys;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

std::string wrong_place(const Answer& answer) {
  REQUIRE_MESSAGE(answer.status == 422, answer.body);
  return answer.json().at("errors").at(0).at("pointer");
}

}  // namespace

TEST_CASE("a meeting is called, its agencies say whether they are ready, and all see who said what") {
  const MeetingRoom room;
  room.called(
      {{"starts_at", "10:00"}, {"link", "https://example.org/m"}, {"partners", {"IOM"}}, {"topics", {"Stages"}}});
  REQUIRE(room.answer(room.f.writer, {{"ready", true}, {"attends", "Two experts"}}).status == 201);
  CHECK(wrong_place(room.answer(room.f.contributor, {{"ready", false}})) == "/lacks");
  REQUIRE(room.answer(room.f.contributor, {{"ready", false}, {"lacks", "Figures of 2025."}}).status == 201);
  const Json meeting = room.meeting();
  CHECK(meeting.at("asked") == 2);
  CHECK(meeting.at("ready") == 1);
  CHECK(meeting.at("not_ready") == 1);
  CHECK(meeting.at("roll_call").at(0).at("agency") == "labour");
  CHECK(meeting.at("roll_call").at(0).at("attends") == "Two experts");
  CHECK(meeting.at("roll_call").at(1).at("lacks") == "Figures of 2025.");
  REQUIRE(room.answer(room.f.contributor, {{"ready", true}}).status == 201);
  CHECK(room.meeting().at("ready") == 2);
  CHECK(room.meeting().at("roll_call").at(1).at("version") == 2);
  CHECK(room.meeting().at("roll_call").at(1).at("lacks") == nullptr);
}

TEST_CASE("who may call, change, answer, decide and write down: each role, of an agency that is asked and another") {
  const MeetingRoom room;
  const auto& f = room.f;
  for (const Caller* other : {&f.writer, &f.head, &f.ministry, &f.translator, &f.observer}) {
    CHECK(room.call(*other).status == 403);
  }
  room.called();
  const Json ready{{"ready", true}};
  for (const Caller* other : {&f.ministry, &f.translator, &f.observer, &f.other_writer, &f.other_head}) {
    CHECK(room.answer(*other, ready).status == 403);
  }
  CHECK(room.answer(f.writer, {{"ready", true}, {"agency", "health"}}).status == 403);
  CHECK(room.answer(f.coordinator, ready).status == 403);  // for nobody
  CHECK(room.answer(f.coordinator, {{"ready", true}, {"agency", "health"}}).status == 201);
  CHECK(wrong_place(room.answer(f.coordinator, {{"ready", true}, {"agency", "interior"}})) == "/agency");
  CHECK(room.answer(f.head, ready).status == 201);
  for (const Caller* other : {&f.writer, &f.head, &f.ministry, &f.translator, &f.observer}) {
    CHECK(other->patch(room.door(), {{"title", "X"}}).status == 403);
    CHECK(other->post(room.door("/decisions"), {{"text", "X"}}).status == 403);
    CHECK(room.write_down(*other, "X").status == 403);
    CHECK(other->get(room.door()).status == 200);
    CHECK(other->get(room.door("/minutes")).status == 200);
    CHECK(other->get(room.door("/agenda")).status == 200);
  }
  CHECK(f.head.get(room.door()).json().at("may_answer_for") == Json{"labour"});
  CHECK(f.observer.get(room.door()).json().at("may_answer_for") == Json::array());
  CHECK(f.coordinator.get(room.door()).json().at("may_change") == true);
}

TEST_CASE("the agenda is what is open now, and of a meeting that was held what was open then") {
  MeetingRoom room;
  const auto& f = room.f;
  room.called({{"topics", {"Key stages", "Reporting format"}}});
  const Json days{{"due_on", "2026-01-10"}, {"due_reason", "Agreed."}};
  REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
  REQUIRE(
      f.writer.post(f.path("/extensions"), {{"section", "obj-07"}, {"until", "2026-02-01"}, {"reason", "A survey."}})
          .status == 201);
  const Json late{{"title", "Hire an editor"}, {"agency", "labour"}, {"due_on", "2026-01-01"}};
  REQUIRE(f.coordinator.post(f.path("/tasks"), late).status == 201);
  const Json help{{"title", "Editing"}, {"partner", "IOM"}, {"kind", "expertise"}};
  REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
  REQUIRE(f.coordinator.patch(f.path("/assistance/1"), {{"state", "requested"}}).status == 200);
  const Json open = room.agenda();
  CHECK(open.at("kept") == false);
  CHECK(keys_of(open, "topic") == std::vector<std::string>{"1", "2"});
  CHECK(open.at("points").at(0).at("title") == Json{{"en", "Key stages"}});
  CHECK(has(keys_of(open, "overdue"), "obj-07"));
  CHECK(keys_of(open, "extension") == std::vector<std::string>{"obj-07"});
  CHECK(keys_of(open, "task") == std::vector<std::string>{"1"});
  CHECK(keys_of(open, "assistance") == std::vector<std::string>{"1"});
  CHECK(open.at("points").back().at("kind") == "stage");
  REQUIRE(f.coordinator.patch(room.door(), {{"state", "held"}}).status == 200);
  REQUIRE(f.save("A text.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"state", "done"}}).status == 200);
  const Json kept = room.agenda();
  CHECK(kept.at("kept") == true);
  CHECK(kept.at("points") == open.at("points"));
}

TEST_CASE("topics of a meeting that was held can be corrected, and its agenda has them") {
  MeetingRoom room;
  room.called({{"topics", {"Key stages", "Reporting format"}}});
  REQUIRE(room.f.coordinator.patch(room.door(), {{"state", "held"}}).status == 200);
  const auto others = room.agenda().at("points").size() - 2;
  for (const Json& topics : {Json{"Reporting format"}, Json{"Reporting format", "Help", "Dates"}, Json::array()}) {
    REQUIRE(room.f.coordinator.patch(room.door(), {{"topics", topics}}).status == 200);
    const Json points = room.agenda().at("points");
    REQUIRE(points.size() == others + topics.size());
    for (std::size_t i = 0; i < topics.size(); ++i) CHECK(points.at(i).at("title") == Json{{"en", topics.at(i)}});
  }
}

TEST_CASE("an agenda has fifty points of a kind, and counts the others") {
  const MeetingRoom room;
  room.called();
  for (int i = 0; i < 60; ++i) {
    const Json late{{"title", "Task"}, {"agency", "labour"}, {"due_on", "2026-01-01"}};
    REQUIRE(room.f.coordinator.post(room.f.path("/tasks"), late).status == 201);
  }
  CHECK(keys_of(room.agenda(), "task").size() == 50);
  CHECK(room.agenda().at("left_out").get<int>() >= 10);
}

TEST_CASE("decisions become tasks of the plan") {
  const MeetingRoom room;
  room.called();
  const auto decided =
      room.decide({{"text", "Send the figures."}, {"task", {{"agency", "labour"}, {"due_on", "2026-02-15"}}}});
  REQUIRE_MESSAGE(decided.status == 201, decided.body);
  const Json decision = decided.json().at("decisions").at(0);
  CHECK(decision.at("task") == 1);
  const Json task = room.f.observer.get(room.f.path("/tasks/1")).json();
  CHECK(task.at("title") == "Send the figures.");
  CHECK(task.at("due_on") == "2026-02-15");
  REQUIRE(room.decide({{"text", "The format is agreed."}}).status == 201);
  CHECK(room.meeting().at("decisions").at(1).at("task") == nullptr);
  CHECK(wrong_place(room.decide({{"text", "X"}, {"task", {{"due_on", "2026-02-15"}}}})) == "/task/agency");
  CHECK(wrong_place(room.decide({{"text", std::string(200, 'x')}, {"task", {{"agency", "labour"}}}})) == "/task/title");
  CHECK(room.meeting().at("decided") == 2);
  CHECK(room.f.observer.get(room.f.path("/tasks")).json().at("items").size() == 1);  // nothing half done
}

TEST_CASE("minutes are saved on top of what was read, and every version is told") {
  const MeetingRoom room;
  room.called();
  CHECK(room.f.observer.get(room.door("/minutes")).json().at("version") == 0);
  REQUIRE(room.write_down(room.f.coordinator, "The **format** was agreed.").status == 200);
  const auto first = room.f.coordinator.get(room.door("/minutes"));
  CHECK(first.json().at("markdown") == "The **format** was agreed.");
  CHECK(first.json().at("saved_by").at("user") == "coordinator");
  REQUIRE(room.write_down(room.f.coordinator, "Corrected.").status == 200);
  const auto late =
      room.f.coordinator.put(room.door("/minutes"), Json{{"markdown", "Lost"}}, {{"If-Match", first.etag()}});
  CHECK(late.status == 412);
  CHECK(room.f.observer.get(room.door("/minutes")).json().at("markdown") == "Corrected.");
  CHECK(room.meeting().at("minutes_version") == 2);
  CHECK(room.write_down(room.f.coordinator, std::string(200'001, 'x')).status == 422);
  CHECK(room.write_down(room.f.coordinator, "A \xE2\x80\xAE mark").status == 422);
  CHECK(room.write_down(room.f.coordinator, std::string(100'000, '>') + " deep").code() == "text_too_large");
}

TEST_CASE("a meeting is held when its day has come, and cancelled with a reason") {
  const MeetingRoom room;
  const auto& f = room.f;
  room.called({{"held_on", "2026-01-16"}});
  const auto change = [&](const Json& body) { return f.coordinator.patch(room.door(), body); };
  CHECK(wrong_place(change({{"state", "held"}})) == "/state");
  CHECK(wrong_place(change({{"state", "cancelled"}})) == "/reason");
  CHECK(wrong_place(change({{"reason", "X"}})) == "/reason");
  REQUIRE(change({{"state", "cancelled"}, {"reason", "No room."}}).status == 200);
  CHECK(room.answer(f.writer, {{"ready", true}}).code() == "meeting_cancelled");
  CHECK(room.decide({{"text", "X"}}).code() == "meeting_cancelled");
  CHECK(room.write_down(f.coordinator, "X").code() == "meeting_cancelled");
  CHECK(room.meeting().at("may_answer_for") == Json::array());
  REQUIRE(change({{"state", "planned"}, {"held_on", "2026-01-14"}}).status == 200);
  REQUIRE(change({{"state", "held"}}).status == 200);
  CHECK(change({{"state", "cancelled"}, {"reason", "X"}}).code() == "wrong_next_state");
  CHECK(change({{"title", "Its right name"}}).status == 200);
}

TEST_CASE("days, times, addresses, names and agencies that there are not are told, all at once") {
  const MeetingRoom room;
  const auto places = [&](const Json& more) {
    std::vector<std::string> found;
    const auto answer = room.call(room.f.coordinator, more);
    REQUIRE_MESSAGE(answer.status == 422, answer.body);
    for (const Json errors = answer.json().at("errors"); const auto& error : errors)
      found.push_back(error.at("pointer"));
    return found;
  };
  const Json all{{"held_on", "2026-02-30"},
                 {"starts_at", "24:00"},
                 {"link", "javascript:alert(1)"},
                 {"organisers", {"\u202Egnp"}},
                 {"agencies", {"labour", "none"}}};
  CHECK(places(all) == std::vector<std::string>{"/held_on", "/starts_at", "/link", "/organisers/0", "/agencies/1"});
  for (const char* link :
       {"https://", "https:///x", "https://a b", "https://u:p@host/", "https://x/\"onclick=", "ftp://x/y"}) {
    CAPTURE(link);
    CHECK(room.call(room.f.coordinator, {{"link", link}}).status == 422);
  }
  CHECK(room.call(room.f.coordinator, {{"link", "https://meet.example.org/a?b=c#d"}}).status == 201);
  CHECK(room.call(room.f.coordinator, {{"agencies", {"labour", "labour"}}}).status == 422);
  CHECK(room.call(room.f.coordinator, {{"topics", Json::array_t(31, "x")}}).status == 422);
}

TEST_CASE("left out, all agencies that take part are asked to come") {
  const MeetingRoom room;
  REQUIRE(room.app.admin().patch("/v1/agencies/interior", {{"active", false}}).status == 200);
  const auto answer = room.f.coordinator.post(room.f.path("/meetings"), {{"title", "X"}, {"held_on", "2026-01-20"}});
  REQUIRE(answer.status == 201);
  const auto asked = answer.json().at("agencies").get<std::vector<std::string>>();
  CHECK(has(asked, "labour"));
  CHECK_FALSE(has(asked, "interior"));
}

TEST_CASE("where more agencies take part than can be asked, they are named, and none is left out in silence") {
  const MeetingRoom room;
  const auto call_all = [&] {
    return room.f.coordinator.post(room.f.path("/meetings"), {{"title", "X"}, {"held_on", "2026-01-20"}});
  };
  int active = 0;
  const Json there = room.app.admin().get("/v1/agencies?limit=200").json();
  for (const auto& agency : there.at("items")) active += agency.at("active").get<bool>() ? 1 : 0;
  for (int i = active; i < 100; ++i) room.app.agency("a-" + std::to_string(i));
  for (const char* gone : {"gone", "left"}) {
    room.app.agency(gone);
    REQUIRE(room.app.admin().patch("/v1/agencies/" + std::string(gone), {{"active", false}}).status == 200);
  }
  const auto all = call_all();
  REQUIRE(all.status == 201);
  CHECK(all.json().at("agencies").size() == 100);
  room.app.agency("one-more");
  const auto refused = call_all();
  CHECK(wrong_place(refused) == "/agencies");
  CHECK(refused.json().at("errors").at(0).at("code") == "too_many");
  CHECK(room.call(room.f.coordinator).status == 201);
}

TEST_CASE("what a meeting may have has an end, and it is told") {
  const MeetingRoom room;
  room.called();
  for (int i = 0; i < 50; ++i) REQUIRE(room.answer(room.f.writer, {{"ready", true}}).status == 201);
  CHECK(room.answer(room.f.writer, {{"ready", true}}).code() == "too_many_answers");
  for (int i = 0; i < 50; ++i) REQUIRE(room.decide({{"text", "X"}}).status == 201);
  CHECK(room.decide({{"text", "X"}}).code() == "too_many_decisions");
  for (int i = 0; i < 200; ++i) REQUIRE(room.write_down(room.f.coordinator, "X").status == 200);
  CHECK(room.write_down(room.f.coordinator, "X").code() == "too_many_versions");
  for (int i = 1; i < 200; ++i) room.called();
  CHECK(room.call(room.f.coordinator).code() == "too_many_meetings");
}

TEST_CASE("what happens to a meeting is told as events, without its minutes") {
  const MeetingRoom room;
  room.called();
  REQUIRE(room.answer(room.f.writer, {{"ready", true}}).status == 201);
  REQUIRE(room.decide({{"text", "Send the figures."}}).status == 201);
  REQUIRE(room.write_down(room.f.coordinator, "A secret remark.").status == 200);
  REQUIRE(room.f.coordinator.patch(room.door(), {{"state", "held"}}).status == 200);
  const auto events = room.f.observer.get(room.f.path("/events?limit=200"));
  std::string told;
  for (const Json page = events.json(); const auto& event : page.at("items")) {
    const std::string type = event.at("type");
    if (type.starts_with("meeting.")) told += type + " " + event.at("data").at("meeting").dump() + "; ";
  }
  CHECK(told == "meeting.called 1; meeting.answered 1; meeting.decided 1; meeting.minuted 1; meeting.changed 1; ");
  CHECK_FALSE(contains(events.body, "A secret remark"));
}

TEST_CASE("a meeting stands in the calendar, called off where it is cancelled") {
  const MeetingRoom room;
  room.called({{"held_on", "2026-01-20"}});
  const auto entry = [&] {
    const Json all = room.f.observer.get(room.f.path("/calendar?kind=meeting")).json().at("entries");
    REQUIRE(all.size() == 1);
    return all.at(0);
  };
  CHECK(entry().at("name") == "meeting.1");
  CHECK(entry().at("starts_on") == "2026-01-20");
  CHECK(entry().at("cancelled") == false);
  REQUIRE(room.f.coordinator.patch(room.door(), {{"state", "cancelled"}, {"reason", "No room."}}).status == 200);
  CHECK(entry().at("cancelled") == true);
}
