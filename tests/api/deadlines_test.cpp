// Deadlines of sections and agencies: given by the coordinator, and moved with the forum.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/form_desk.hpp"

using namespace support;

namespace {

const Json kAgreed{
    {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-01-10"}}}};

std::string pointer_of(const Answer& answer) {
  REQUIRE(answer.status == 422);
  return answer.json().at("errors").at(0).at("pointer");
}

}  // namespace

TEST_CASE("an agency that contributes has a day of its own, none after the section's") {
  TestApp app;
  const ReportFixture f(app);
  const auto given = f.coordinator.patch(f.section("obj-07"), kAgreed);
  REQUIRE_MESSAGE(given.status == 200, given.body);
  CHECK(given.json().at("agency_deadlines") == Json{{"health", "2026-01-10"}});
  const auto refused = [&](const char* agency, const char* day) {
    return pointer_of(f.coordinator.patch(f.section("obj-07"), {{"agency_deadlines", {{agency, day}}}}));
  };
  CHECK(refused("health", "2026-01-21") == "/agency_deadlines/health");
  CHECK(refused("health", "2026-02-30") == "/agency_deadlines/health");
  CHECK(refused("labour", "2026-01-10") == "/agency_deadlines/labour");  // it leads
  CHECK(refused("nobody", "2026-01-10") == "/agency_deadlines/nobody");
  CHECK(f.head.patch(f.section("obj-07"), {{"agency_deadlines", {{"health", "2026-01-12"}}}}).status == 403);
  const auto taken = f.coordinator.patch(f.section("obj-07"), {{"agency_deadlines", {{"health", nullptr}}}});
  CHECK(taken.json().at("agency_deadlines") == Json::object());
}

TEST_CASE("the form of an agency has that agency's day") {
  const Forms forms;
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-07"), kAgreed).status == 200);
  const auto words_of = [&](const char* agency) {
    return usecases::read_docx(forms.fetch(agency)).at("word/document.xml");
  };
  CHECK(contains(words_of("labour"), "20 January 2026"));
  CHECK(contains(words_of("health"), "10 January 2026"));
}

TEST_CASE("an agency's day gives way to a section that is due before it") {
  const Forms forms;
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-07"), kAgreed).status == 200);
  const Json sooner{{"due_on", "2026-01-05"}, {"due_reason", "The forum is near."}};
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-07"), sooner).status == 200);
  CHECK(contains(usecases::read_docx(forms.fetch("health")).at("word/document.xml"), "5 January 2026"));
}

TEST_CASE("an agency that no longer contributes loses its day") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), kAgreed).status == 200);
  const auto without = f.coordinator.patch(f.section("obj-07"), {{"contributors", Json::array()}});
  CHECK(without.json().at("agency_deadlines") == Json::object());
}

TEST_CASE("deadlines of one's own move with the forum where the coordinator wishes it, each as an event") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), kAgreed).status == 200);
  const auto events = [&] {
    const Json items = f.coordinator.get(f.path("/events?limit=200")).json().at("items");
    return std::ranges::count(items, "section.updated", [](const Json& event) { return event.at("type"); });
  };
  const auto before = events();
  const auto moved = f.coordinator.patch(f.path(), {{"forum_date", "2026-05-12"}, {"own_deadlines", "move"}});
  REQUIRE_MESSAGE(moved.status == 200, moved.body);
  const Json section = f.head.get(f.section("obj-07")).json();
  CHECK(section.at("due_on") == "2026-01-27");
  CHECK(section.at("due_reason") == "Agreed.");
  CHECK(section.at("agency_deadlines") == Json{{"health", "2026-01-17"}});
  CHECK(events() == before + 1);
  REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", "2026-05-12"}, {"own_deadlines", "move"}}).status == 200);
  CHECK(events() == before + 1);  // nothing moved
  CHECK(pointer_of(f.coordinator.patch(f.path(), {{"own_deadlines", "move"}})) == "/own_deadlines");
}

TEST_CASE("deadlines never leave the calendar with the forum, and nothing of it is kept") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"due_on", "9999-12-30"}, {"due_reason", "Never."}}).status == 200);
  const auto refused = f.coordinator.patch(f.path(), {{"forum_date", "2026-06-05"}, {"own_deadlines", "move"}});
  CHECK(pointer_of(refused) == "/forum_date");
  CHECK(f.coordinator.get(f.path()).json().at("forum_date") == "2026-05-05");
}
