// What people are told by mail: reminders, and a digest of their inbox.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "support/contains.hpp"
#include "support/digest_desk.hpp"

using namespace support;

namespace {

constexpr std::int64_t kHour = 3'600'000;

}  // namespace

TEST_CASE("whoever has an address is told once a day what waits for them, as far as they have not read it") {
  DigestDesk desk;
  desk.tick();
  CHECK(desk.mails() == std::vector<std::string>{"digest to head", "digest to coordinator"});
  REQUIRE(desk.arrived(2));
  desk.tick();
  CHECK(desk.mails().size() == 2);
  desk.app.advance(24 * kHour);
  desk.tick();
  CHECK(desk.mails().size() >= 3);  // what waits is told again the next day
  const auto before = desk.mails().size();
  for (const Json items = desk.f.head.get("/v1/inbox?limit=200").json().at("items"); const auto& item : items) {
    REQUIRE(desk.f.head.send("PUT", "/v1/inbox/" + item.at("id").get<std::string>() + "/read", "", {}).status < 300);
  }
  desk.app.advance(24 * kHour);
  desk.tick();
  std::size_t to_head = 0;
  for (const auto& mail : desk.mails()) to_head += mail == "digest to head" ? 1 : 0;
  CHECK(to_head == 2);  // what was read is not told
  CHECK(desk.mails().size() >= before);
}

TEST_CASE("a digest is in the language of its reader, and says what is overdue") {
  DigestDesk desk;
  REQUIRE(desk.f.head.patch("/v1/me/mail", {{"language", "ru"}}).status == 200);
  REQUIRE(desk.f.coordinator.patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  desk.tick();
  REQUIRE(desk.arrived(1));
  const Json mail = desk.newest();
  CHECK(mail.at("to").at(0).at(1) == "head@ministry.example");
  CHECK(contains(mail.at("text"), "Просрочено: "));
  CHECK(contains(mail.at("text"), "https://reports.example/v1/inbox"));
  CHECK(mail.at("headers").contains("List-Unsubscribe"));
}

TEST_CASE("who wants none gets no digest, and before seven in the morning nobody does") {
  DigestDesk desk;
  for (const Caller* caller : {&desk.f.head, &desk.f.coordinator}) {
    REQUIRE(caller->patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  }
  desk.tick();
  CHECK(desk.mails().empty());
  REQUIRE(desk.f.head.patch("/v1/me/mail", {{"rhythm", "daily"}}).status == 200);
  desk.app.set_now(domain::parse_time("2026-01-16T06:30:00Z").value());
  desk.tick();
  CHECK(desk.mails().empty());
  desk.app.set_now(domain::parse_time("2026-01-16T07:30:00Z").value());
  desk.tick();
  CHECK(desk.mails().size() == 1);
}

TEST_CASE("who wants each is told of news at once, and of the same news never twice") {
  DigestDesk desk;
  REQUIRE(desk.f.head.patch("/v1/me/mail", {{"rhythm", "each"}}).status == 200);
  REQUIRE(desk.f.coordinator.patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  desk.tick();
  const auto before = desk.mails().size();
  const Json meeting{{"title", "First meeting"}, {"held_on", "2026-01-20"}, {"agencies", {"labour"}}};
  REQUIRE(desk.f.coordinator.post(desk.f.path("/meetings"), meeting).status == 201);
  desk.tick();
  CHECK(desk.mails().size() == before + 1);
  REQUIRE(desk.arrived(before + 1));
  CHECK(contains(desk.newest().at("headers").at("Subject"), "First meeting"));  // a single item needs no digest
  desk.tick();
  CHECK(desk.mails().size() == before + 1);
}

TEST_CASE("a reminder goes to those who write for the agency, whatever they chose, and cannot be switched off") {
  DigestDesk desk;
  REQUIRE(desk.f.head.patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  const Json note{{"agency", "labour"}, {"note", "The ministry asked for it."}};
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), note).status == 201);
  CHECK(desk.mails() == std::vector<std::string>{"reminder to head"});
  REQUIRE(desk.arrived(1));
  const Json mail = desk.newest();
  CHECK(contains(mail.at("text"), "due on 2026-01-10"));
  CHECK(contains(mail.at("text"), "The ministry asked for it."));
  CHECK(contains(mail.at("text"), "/v1/reports/tkm-2026/letters/labour.html"));
  CHECK_FALSE(mail.at("headers").contains("List-Unsubscribe"));
}

TEST_CASE("what stands in titles becomes no header and no markup of a mail") {
  DigestDesk desk;
  const Json title{{"title", {{"en", "<b>X</b> =?utf-8?q?Bcc:?="}}}};
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), title).status == 200);
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  REQUIRE(desk.arrived(1));
  const Json mail = desk.newest();
  CHECK(mail.at("headers").at("Subject") == "Reminder: <b>X</b> =?utf-8?q?Bcc:?=");
  CHECK_FALSE(mail.at("headers").contains("Bcc"));
  CHECK_FALSE(contains(mail.at("html"), "<b>X</b>"));
}

TEST_CASE("titles as long as they may be make a mail that tells how much it has no room for") {
  DigestDesk desk;
  std::string title;
  for (int i = 0; i < 500; ++i) title += "Ж";
  for (int i = 1; i <= 23; ++i) {
    const std::string section = "obj-" + std::string(i < 10 ? "0" : "") + std::to_string(i);
    const Json change{
        {"lead", "labour"}, {"due_on", "2026-01-10"}, {"due_reason", "Agreed."}, {"title", {{"en", title}}}};
    REQUIRE(desk.f.coordinator.patch(desk.f.section(section), change).status == 200);
  }
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  REQUIRE(desk.arrived(1));
  CHECK(contains(desk.newest_text(), "Items that this mail has no room for: "));
  CHECK(contains(desk.newest_text(), "/letters/labour.html"));
  desk.tick();
  REQUIRE(desk.arrived(3));  // the digests of head and coordinator
  CHECK(desk.relay.bytes(1).size() <= 48'000);
  CHECK(desk.relay.bytes(3).size() <= 48'000);
}

TEST_CASE("without a relay reminders are made and nobody is mailed") {
  TestApp app;
  const ReportFixture f(app);
  const Json days{{"due_on", "2026-01-10"}, {"due_reason", "Agreed."}};
  REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
  REQUIRE(app.admin().patch("/v1/users/head", {{"email", "head@ministry.example"}}).status == 200);
  REQUIRE(f.coordinator.post(f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  usecases::keep_house(app.app().service());
  CHECK(app.admin().get("/v1/mails").json().at("items").empty());
}

TEST_CASE("whoever wants each is told of it, however many they are and whoever among them holds no post any more") {
  DigestDesk desk;
  for (const Caller* caller : {&desk.f.head, &desk.f.coordinator}) {
    REQUIRE(caller->patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  }
  const auto tell_at_once = [&](const std::string& id, const Json& posts) {
    const Caller person = desk.app.person(id, posts);
    REQUIRE(desk.app.admin().patch("/v1/users/" + id, {{"email", id + "@ministry.example"}}).status == 200);
    REQUIRE(person.patch("/v1/me/mail", {{"rhythm", "each"}}).status == 200);
  };
  for (int i = 0; i < 25; ++i) tell_at_once("a-without-post-" + std::to_string(i), Json::array());
  for (int i = 0; i < 25; ++i) {
    tell_at_once("b-writer-" + std::to_string(i), {{{"role", "contributor"}, {"agency", "labour"}}});
  }
  std::set<std::string> told;
  for (int minute = 0; minute < 8; ++minute) {
    const Json days{{"due_on", "2026-01-1" + std::to_string(minute)}, {"due_reason", "Agreed."}};
    REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-07"), days).status == 200);  // something happens all the time
    desk.tick();
    const Json list = desk.app.admin().get("/v1/mails?limit=200").json().at("items");
    for (const auto& mail : list) told.insert(mail.at("user").get<std::string>());
    desk.app.advance(60'000);
  }
  CHECK(told.size() == 25);
}

TEST_CASE("a duty without a day is told once, of each kind of work") {
  DigestDesk desk;
  const Json address{{"email", "ministry@ministry.example"}};
  REQUIRE(desk.app.admin().patch("/v1/users/ministry", address).status == 200);
  const auto told = [&] {
    int count = 0;
    for (const auto& mail : desk.mails()) count += mail == "digest to ministry" ? 1 : 0;
    return count;
  };
  desk.tick();
  CHECK(told() == 0);
  REQUIRE(desk.f.save("A text.").status == 201);
  REQUIRE(desk.f.submit(desk.f.head).status == 201);
  REQUIRE(desk.f.act(desk.f.coordinator, "approve", {{"revisions", {{"en", 1}}}}).status == 201);
  REQUIRE(desk.f.ministry.get("/v1/inbox?kind=section_to_review").json().at("items").size() == 1);
  for (int day = 0; day < 3; ++day) {
    desk.app.advance(24 * kHour);
    desk.tick();
    CHECK(told() == 1);
  }
}

TEST_CASE("a digest is in the language of the only report under way, and in English where there are several") {
  const Relay relay;
  TestApp app{with_mail(relay)};
  app.agency("labour");
  const Caller coordinator = app.person("coordinator", {{{"role", "coordinator"}}});
  REQUIRE(app.admin().patch("/v1/users/coordinator", {{"email", "coordinator@ministry.example"}}).status == 200);
  const auto newest_language = [&](std::size_t mails) {
    usecases::keep_house(app.app().service());
    REQUIRE(comes_true([&] { return relay.mails() == mails; }));
    return relay.read(mails).at("headers").at("Content-Language").get<std::string>();
  };
  Json body{
      {"id", "rus-2026"},           {"format", "gcm-imrf"}, {"country", "TKM"},       {"title", {{"ru", "Доклад"}}},
      {"forum_date", "2026-05-05"}, {"languages", {"ru"}},  {"source_language", "ru"}};
  REQUIRE(coordinator.post("/v1/reports", body).status == 201);
  CHECK(newest_language(1) == "ru");
  body["id"] = "rus-2027";
  REQUIRE(coordinator.post("/v1/reports", body).status == 201);
  app.advance(24 * kHour);
  CHECK(newest_language(2) == "en");
}

TEST_CASE("a reminder is mailed to whoever may open its letter, by the service's days") {
  DigestDesk desk;  // the service's days are those of UTC, the report's those of Ashgabat
  const auto post_of = [&](const std::string& user) {
    const Json post = desk.app.admin().get("/v1/users/" + user + "/posts").json().at("items").at(0);
    return "/v1/users/" + user + "/posts/" + post.at("id").dump();
  };
  REQUIRE(desk.app.admin().patch(post_of("head"), {{"ends_on", "2026-01-15"}}).status == 200);
  desk.app.person("follower", {{{"role", "head"}, {"agency", "labour"}, {"starts_on", "2026-01-16"}}});
  REQUIRE(desk.app.admin().patch("/v1/users/follower", {{"email", "follower@ministry.example"}}).status == 200);
  desk.app.set_now(domain::parse_time("2026-01-15T20:00:00Z").value());
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  CHECK(desk.mails() == std::vector<std::string>{"reminder to head"});
  CHECK(desk.f.head.get(desk.f.path("/letters/labour.html")).status == 200);
}
