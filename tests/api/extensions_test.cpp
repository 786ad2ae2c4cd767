// More time for a section: asked for, granted or refused.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/api_app.hpp"
#include "support/contains.hpp"

using namespace support;

namespace {

// obj-07 is due on the 20th of January; `health`, which contributes, has to be done on the 10th.
struct Deadlines {
  TestApp app;
  ReportFixture f{app};

  Deadlines() {
    const Json days{
        {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-01-16"}}}};
    const auto given = f.coordinator.patch(f.section("obj-07"), days);
    REQUIRE_MESSAGE(given.status == 200, given.body);
  }

  Answer ask(const Caller& who, const std::string& until, const Json& more = Json::object()) const {
    Json body{{"section", "obj-07"}, {"until", until}, {"reason", "The survey ends late."}};
    body.update(more);
    return who.post(f.path("/extensions"), body);
  }
  Answer decide(const Caller& who, const Json& body, int number = 1) const {
    return who.patch(f.path("/extensions/" + std::to_string(number)), body);
  }
  Answer withdraw(const Caller& who, int number = 1) const {
    return who.send("POST", f.path("/extensions/" + std::to_string(number) + "/withdrawal"), "", {});
  }
  Json section() const { return f.observer.get(f.section("obj-07")).json(); }
};

std::string fault_place(const Answer& answer) {
  REQUIRE_MESSAGE(answer.status == 422, answer.body);
  return answer.json().at("errors").at(0).at("pointer");
}

}  // namespace

TEST_CASE("a lead gets more time: what is granted is the section's deadline, with the reason it asked for") {
  const Deadlines d;
  const auto asked = d.ask(d.f.writer, "2026-02-03");
  REQUIRE_MESSAGE(asked.status == 201, asked.body);
  CHECK(asked.json().at("agency") == "labour");
  CHECK(asked.json().at("due_on") == "2026-01-20");
  CHECK(d.section().at("due_on") == "2026-01-20");
  const auto granted = d.decide(d.f.coordinator, {{"state", "granted"}, {"until", "2026-01-30"}});
  REQUIRE_MESSAGE(granted.status == 200, granted.body);
  CHECK(granted.json().at("state") == "granted");
  CHECK(granted.json().at("decision").at("until") == "2026-01-30");
  CHECK(granted.json().at("until") == "2026-02-03");
  CHECK(d.section().at("due_on") == "2026-01-30");
  CHECK(d.section().at("due_reason") == "The survey ends late.");
}

TEST_CASE("an agency that contributes gets more time up to the section's deadline") {
  const Deadlines d;
  CHECK(fault_place(d.ask(d.f.contributor, "2026-01-21")) == "/until");
  REQUIRE(d.ask(d.f.contributor, "2026-01-20").status == 201);
  REQUIRE(d.decide(d.f.coordinator, {{"state", "granted"}}).status == 200);
  CHECK(d.section().at("agency_deadlines") == Json{{"health", "2026-01-20"}});
  CHECK(d.section().at("due_on") == "2026-01-20");
}

TEST_CASE("more time is refused with a reason, and the deadline stays") {
  const Deadlines d;
  REQUIRE(d.ask(d.f.head, "2026-02-03").status == 201);
  CHECK(fault_place(d.decide(d.f.coordinator, {{"state", "refused"}})) == "/reason");
  CHECK(fault_place(d.decide(d.f.coordinator, {{"state", "refused"}, {"reason", "No."}, {"until", "2026-02-01"}})) ==
        "/until");
  REQUIRE(d.decide(d.f.coordinator, {{"state", "refused"}, {"reason", "The forum waits."}}).status == 200);
  CHECK(d.section().at("due_on") == "2026-01-20");
  const auto again = d.decide(d.f.coordinator, {{"state", "granted"}});
  CHECK(again.status == 409);
  CHECK(again.code() == "extension_decided");
}

TEST_CASE("who may ask, decide and withdraw: each role, of this agency and another") {
  const Deadlines d;
  const auto& f = d.f;
  for (const Caller* other : {&f.ministry, &f.other_writer, &f.other_head, &f.translator, &f.observer}) {
    CHECK(d.ask(*other, "2026-02-03").status == 403);
  }
  CHECK(d.ask(f.other_head, "2026-02-03", {{"agency", "labour"}}).status == 403);
  CHECK(fault_place(d.ask(f.coordinator, "2026-02-03", {{"agency", "police"}})) == "/agency");
  CHECK(d.ask(f.coordinator, "2026-02-03").status == 403);  // for nobody
  REQUIRE(d.ask(f.coordinator, "2026-02-03", {{"agency", "labour"}}).status == 201);
  for (const Caller* other : {&f.writer, &f.head, &f.contributor, &f.ministry, &f.translator, &f.observer}) {
    CHECK(d.decide(*other, {{"state", "granted"}}).status == 403);
  }
  for (const Caller* other : {&f.contributor, &f.other_head, &f.ministry, &f.observer}) {
    CHECK(d.withdraw(*other).status == 403);
  }
  CHECK(f.observer.get(f.path("/extensions/1")).json().at("may_withdraw") == false);
  CHECK(f.head.get(f.path("/extensions/1")).json().at("may_withdraw") == true);
  CHECK(f.coordinator.get(f.path("/extensions/1")).json().at("may_decide") == true);
  CHECK(d.withdraw(f.head).status == 200);
  CHECK(d.withdraw(f.head).status == 200);
  CHECK(f.head.get(f.path("/extensions/1")).json().at("version") == 2);
}

TEST_CASE("more time is asked for once at a time, for what is due, and not for days that have passed") {
  const Deadlines d;
  const auto& f = d.f;
  REQUIRE(d.ask(f.writer, "2026-02-03").status == 201);
  CHECK(d.ask(f.head, "2026-02-04").code() == "extension_asked");
  REQUIRE(d.withdraw(f.writer).status == 200);
  CHECK(fault_place(d.ask(f.writer, "2026-01-20")) == "/until");
  CHECK(fault_place(d.ask(f.writer, "2026-02-30")) == "/until");
  CHECK(fault_place(d.ask(f.writer, "2026-02-03", {{"reason", " "}})) == "/reason");
  CHECK(d.ask(f.writer, "2026-02-03", {{"section", "none"}}).status == 404);
  REQUIRE(f.save("A text.").status == 201);
  f.approve();
  const auto late = d.ask(f.writer, "2026-02-03");
  CHECK(late.status == 409);
  CHECK(late.code() == "nothing_due");
}

TEST_CASE("what an agency may ask for has an end, and it is told") {
  const Deadlines d;
  for (int i = 1; i <= 50; ++i) {
    REQUIRE(d.ask(d.f.writer, "2026-02-03").status == 201);
    REQUIRE(d.withdraw(d.f.writer, i).status == 200);
  }
  const auto more = d.ask(d.f.writer, "2026-02-03");
  CHECK(more.status == 409);
  CHECK(more.code() == "too_many_extensions");
}

TEST_CASE("nothing is granted to an agency that left the section meanwhile") {
  const Deadlines d;
  REQUIRE(d.ask(d.f.contributor, "2026-01-18").status == 201);
  REQUIRE(d.f.coordinator.patch(d.f.section("obj-07"), {{"contributors", Json::array()}}).status == 200);
  const auto granted = d.decide(d.f.coordinator, {{"state", "granted"}});
  CHECK(granted.status == 409);
  CHECK(granted.code() == "nothing_due");
  CHECK(d.section().at("agency_deadlines") == Json::object());
}

TEST_CASE("requests are listed by state, agency and section, page by page, and told as events") {
  const Deadlines d;
  const auto& f = d.f;
  REQUIRE(d.ask(f.writer, "2026-02-03").status == 201);
  REQUIRE(d.ask(f.contributor, "2026-01-18").status == 201);
  REQUIRE(d.decide(f.coordinator, {{"state", "refused"}, {"reason", "No."}}).status == 200);
  const auto numbers = [&](const std::string& query) {
    std::string found;
    const Json page = f.observer.get(f.path("/extensions" + query)).json();
    for (const auto& one : page.at("items")) found += one.at("id").dump();
    return found;
  };
  CHECK(numbers("") == "12");
  CHECK(numbers("?state=asked") == "2");
  CHECK(numbers("?agency=labour") == "1");
  CHECK(numbers("?section=obj-08") == "");
  CHECK(numbers("?limit=1") == "1");
  CHECK(f.observer.get(f.path("/extensions?agency=none")).status == 404);
  std::string told;
  const Json events = f.observer.get(f.path("/events?limit=200")).json();
  for (const auto& event : events.at("items")) {
    const std::string type = event.at("type");
    if (type.starts_with("extension.")) told += type + " " + event.at("data").at("state").get<std::string>() + "; ";
  }
  CHECK(told == "extension.asked asked; extension.asked asked; extension.decided refused; ");
}
