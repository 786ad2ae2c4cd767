// Reminders: by the rhythm of the format on a clock that the test moves, and by the coordinator's hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"
#include "usecases/operation/housekeeping.hpp"

using namespace support;

namespace {

constexpr domain::Millis kDayOfClock = 24LL * 3600 * 1000;
constexpr domain::Millis kHour = 3600LL * 1000;

// obj-07 of labour, to which health contributes, is due on the 20th of January; today is the 15th.
struct Rhythm {
  TemporaryFolder programs;
  TestApp app{with_converters(programs)};
  ReportFixture f{app};

  Rhythm() { due("2026-01-20"); }

  void due(const std::string& day) const {
    const auto given = f.coordinator.patch(f.section("obj-07"), {{"due_on", day}, {"due_reason", "Agreed."}});
    REQUIRE_MESSAGE(given.status == 200, given.body);
  }
  void tick() { usecases::keep_house(app.app().service()); }
  // The day begins again and again: as often as the service looks.
  void live_until(const std::string& day) {
    const auto end = domain::parse_time(day + "T09:00:00Z").value();
    while (app.app().service().now() < end) {
      tick();
      app.advance(kDayOfClock / 2);
    }
    tick();
    tick();
  }
  void jump_to(const std::string& day) {
    app.set_now(domain::parse_time(day + "T09:00:00Z").value());
    tick();
  }
  Json reminders(const std::string& query = "") const {
    const auto answer = f.observer.get(f.path("/reminders" + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.json().at("items");
  }
  // "2026-01-17:-3 2026-01-20:0 " of obj-07.
  std::string days_of(const std::string& agency) const {
    std::string all;
    const Json items = reminders("?limit=200&agency=" + agency);
    for (const Json& reminder : items) {
      for (const Json& section : reminder.at("sections")) {
        if (section.at("section") != "obj-07") continue;
        all += reminder.at("made_on").get<std::string>() + ":" + section.at("days").dump() + " ";
      }
    }
    return all;
  }
  Answer remind(const Caller& caller, const Json& body = {{"agency", "labour"}}) const {
    return caller.post(f.path("/reminders"), body);
  }
};

}  // namespace

TEST_CASE("agencies are reminded on the days of the rhythm, once each, however often the service looks") {
  Rhythm r;
  r.live_until("2026-02-20");
  const std::string days = "2026-01-17:-3 2026-01-20:0 2026-01-21:1 2026-01-27:7 2026-02-03:14 ";
  CHECK(r.days_of("labour") == days);
  CHECK(r.days_of("health") == days);
  const Json first = r.reminders("?agency=labour").at(0);
  CHECK(first.at("by_hand") == false);
  CHECK(first.at("by").is_null());
  CHECK(first.at("note").is_null());
  CHECK(first.at("sections") == Json::array({{{"section", "obj-07"}, {"due_on", "2026-01-20"}, {"days", -3}}}));
}

TEST_CASE("one reminder holds all sections of an agency's day, and an agency has days of its own") {
  Rhythm r;
  const Json later{{"lead", "labour"}, {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}};
  REQUIRE(r.f.coordinator.patch(r.f.section("obj-09"), later).status == 200);
  REQUIRE(r.f.coordinator.patch(r.f.section("obj-07"), {{"agency_deadlines", {{"health", "2026-01-18"}}}}).status ==
          200);
  r.live_until("2026-01-17");
  const Json items = r.reminders("?agency=labour");
  REQUIRE(items.size() == 1);
  REQUIRE(items.at(0).at("sections").size() == 2);
  CHECK(items.at(0).at("sections").at(0).at("section") == "obj-09");  // as in the outline of this format
  CHECK(items.at(0).at("sections").at(1).at("section") == "obj-07");
  CHECK(r.days_of("health") == "2026-01-15:-3 ");
}

TEST_CASE("after a week in which the service stood still the newest reminder is made, and no other") {
  Rhythm r;
  r.live_until("2026-01-16");
  r.jump_to("2026-01-25");
  CHECK(r.days_of("labour") == "2026-01-25:1 ");
  r.tick();
  r.live_until("2026-01-27");
  CHECK(r.days_of("labour") == "2026-01-25:1 2026-01-27:7 ");
}

TEST_CASE("a start of the service makes up for what was missed") {
  Rhythm r;
  r.live_until("2026-01-16");
  r.app.set_now(domain::parse_time("2026-01-21T09:00:00Z").value());
  r.app.restart();
  const Caller observer = r.app.with_token(r.f.observer.token());
  const Json items = observer.get(r.f.path("/reminders?agency=labour")).json().at("items");
  REQUIRE(items.size() == 1);
  CHECK(items.at(0).at("made_on") == "2026-01-21");
  r.app.restart();
  const Caller again = r.app.with_token(r.f.observer.token());
  CHECK(again.get(r.f.path("/reminders?agency=labour")).json().at("items").size() == 1);
}

TEST_CASE("nobody is reminded of days that were over when reminders began") {
  Rhythm r;  // obj-08 of interior was due in September
  r.live_until("2026-02-20");
  CHECK(r.reminders("?agency=interior").empty());
}

TEST_CASE("the days follow the deadline when it moves, and one that comes again is told again") {
  Rhythm r;
  r.live_until("2026-01-17");
  CHECK(r.days_of("labour") == "2026-01-17:-3 ");
  r.due("2026-01-22");
  r.live_until("2026-01-19");
  CHECK(r.days_of("labour") == "2026-01-17:-3 2026-01-19:-3 ");
  r.due("2026-01-20");  // as it was: of this day it was reminded before
  r.live_until("2026-01-20");
  CHECK(r.days_of("labour") == "2026-01-17:-3 2026-01-19:-3 2026-01-20:0 ");
}

TEST_CASE("the days follow the forum when it moves") {
  Rhythm r;
  REQUIRE(r.f.coordinator.patch(r.f.section("obj-07"), {{"due_on", nullptr}}).status == 200);
  const auto due = domain::parse_day(r.f.observer.get(r.f.section("obj-07")).json().at("due_on").get<std::string>());
  const auto forum = domain::parse_day("2026-05-05");
  const auto wanted = domain::parse_day("2026-01-19");
  const Json moved{{"forum_date", domain::format_day(*forum + *wanted - *due)}};
  REQUIRE(r.f.coordinator.patch(r.f.path(), moved).status == 200);
  r.live_until("2026-01-20");
  CHECK(r.days_of("labour") == "2026-01-16:-3 2026-01-19:0 2026-01-20:1 ");
}

TEST_CASE("who has submitted is not reminded, and is again when the section comes back") {
  Rhythm r;
  REQUIRE(r.f.save("A text.").status == 201);
  r.live_until("2026-01-17");
  REQUIRE(r.f.submit(r.f.head).status == 201);
  r.live_until("2026-01-21");
  CHECK(r.days_of("labour") == "2026-01-17:-3 ");
  CHECK(r.days_of("health") == "2026-01-17:-3 ");
  REQUIRE(r.f.act(r.f.coordinator, "return", {{"reason", "Once more."}}).status == 201);
  r.live_until("2026-01-27");
  CHECK(r.days_of("labour") == "2026-01-17:-3 2026-01-27:7 ");
}

TEST_CASE("of a report that was submitted nobody is reminded") {
  Rhythm r;
  const Json edition{{"name", "Final"}, {"kind", "final"}, {"override_reason", "The forum waits."}};
  REQUIRE(freeze_edition(r.f.coordinator, r.f.path(), edition).status == 200);
  const Json submission{{"edition", 1}, {"addressee", "Network"}, {"channel", "Note"}, {"sent_on", "2026-01-15"}};
  REQUIRE(r.f.coordinator.post(r.f.path("/submissions"), submission).status == 201);
  r.live_until("2026-01-22");
  CHECK(r.reminders().empty());
}

TEST_CASE("the day is that of the report, not of the server") {
  Rhythm r;
  r.tick();
  r.app.set_now(domain::parse_time("2026-01-16T18:59:59Z").value());  // 23:59:59 in Ashgabat
  r.tick();
  CHECK(r.days_of("labour") == "");
  r.app.advance(1000);
  r.tick();
  CHECK(r.days_of("labour") == "2026-01-17:-3 ");
}

TEST_CASE("a quiet day writes nothing more than that it was looked at") {
  Rhythm r;
  r.tick();
  const auto events = r.f.coordinator.get(r.f.path("/events?limit=1000")).json().at("next_after");
  r.app.advance(kDayOfClock);
  r.tick();
  CHECK(r.f.coordinator.get(r.f.path("/events?limit=1000")).json().at("next_after") == events);
}

TEST_CASE("the coordinator reminds an agency by hand, once an hour, and nobody else does") {
  Rhythm r;
  const auto& f = r.f;
  for (const Caller* caller :
       {&f.writer, &f.head, &f.contributor, &f.ministry, &f.translator, &f.observer, &f.other_head}) {
    CHECK(r.remind(*caller).status == 403);
  }
  const auto made = r.remind(f.coordinator, {{"agency", "labour"}, {"note", "The ministry asked."}});
  REQUIRE_MESSAGE(made.status == 201, made.body);
  CHECK(made.json().at("by_hand") == true);
  CHECK(made.json().at("by").at("user") == "coordinator");
  CHECK(made.json().at("sections") == Json::array({{{"section", "obj-07"}, {"due_on", "2026-01-20"}, {"days", -5}}}));
  CHECK(r.reminders().at(0) == made.json());
  const auto again = r.remind(f.coordinator);
  CHECK(again.status == 409);
  CHECK(again.code() == "reminded_already");
  CHECK(r.remind(f.coordinator, {{"agency", "health"}}).status == 201);
  r.app.advance(kHour - 1);
  CHECK(r.remind(f.coordinator).status == 409);
  r.app.advance(1);
  CHECK(r.remind(f.coordinator).status == 201);
}

TEST_CASE("a reminder by hand names an agency that has something to write, and a note that can be read") {
  Rhythm r;
  const auto& f = r.f;
  const auto pointer = [](const Answer& answer) {
    REQUIRE_MESSAGE(answer.status == 422, answer.body);
    return answer.json().at("errors").at(0).at("pointer").get<std::string>();
  };
  CHECK(pointer(r.remind(f.coordinator, {{"agency", "nobody"}})) == "/agency");
  CHECK(pointer(r.remind(f.coordinator, {{"agency", "labour"}, {"note", " "}})) == "/note");
  CHECK(pointer(r.remind(f.coordinator, {{"agency", "labour"}, {"note", std::string(1001, 'a')}})) == "/note");
  CHECK(r.remind(f.coordinator, {{"agency", "labour"}, {"note", std::string(1000, 'a')}}).status == 201);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"contributors", Json::array()}}).status == 200);
  const auto none = r.remind(f.coordinator, {{"agency", "health"}});
  CHECK(none.status == 409);
  CHECK(none.code() == "nothing_due");
}

TEST_CASE("reminders lie in the inboxes of the agency until what they name is delivered") {
  Rhythm r;
  const auto& f = r.f;
  const auto reminded = [&](const Caller& caller) {
    return caller.get("/v1/inbox?kind=reminder").json().at("items").size();
  };
  REQUIRE(r.remind(f.coordinator).status == 201);
  CHECK(reminded(f.writer) == 1);
  CHECK(reminded(f.head) == 1);
  for (const Caller* caller : {&f.contributor, &f.other_writer, &f.other_head, &f.coordinator, &f.observer}) {
    CHECK(reminded(*caller) == 0);
  }
  const Json item = f.writer.get("/v1/inbox?kind=reminder").json().at("items").at(0);
  CHECK(contains(item.at("sentence").get<std::string>(), "2026-01-20"));
  REQUIRE(f.save("A text.").status == 201);
  CHECK(reminded(f.writer) == 1);
  REQUIRE(f.submit(f.head).status == 201);
  CHECK(reminded(f.writer) == 0);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", "Once more."}}).status == 201);
  CHECK(reminded(f.writer) == 1);
}

TEST_CASE("reminders are told as events of the service itself") {
  Rhythm r;
  r.live_until("2026-01-17");
  const Json events = r.f.observer.get(r.f.path("/events?limit=1000")).json().at("items");
  const auto told = std::ranges::find_if(events, [](const Json& event) {
    return event.at("type") == "reminder.made" && event.at("data").at("agency") == "labour";
  });
  REQUIRE(told != events.end());
  CHECK(told->at("data").at("made_on") == "2026-01-17");
  CHECK(told->at("data").at("note").is_null());
  CHECK(r.f.observer.get(r.f.path("/reminders?agency=none")).status == 404);
}
