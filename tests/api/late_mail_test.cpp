// Mail that waits for a relay: what was read or done meanwhile is not told any more.
#include <doctest/doctest.h>

#include <string>

#include "support/contains.hpp"
#include "support/digest_desk.hpp"

using namespace support;

namespace {

constexpr domain::Millis kPause = 6LL * 60'000;  // until a mail is tried again that the relay put off

// The mails of the head wait, as the relay puts every mail off. The coordinator wants none.
struct LateDesk : DigestDesk {
  LateDesk() {
    relay.mode("greylist");
    REQUIRE(f.coordinator.patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  }

  Json items() const { return f.head.get("/v1/inbox?limit=200&unread=true").json().at("items"); }
  void read(const Json& item) const {
    REQUIRE(f.head.send("PUT", "/v1/inbox/" + item.at("id").get<std::string>() + "/read", "", {}).status < 300);
  }
  Json mail() const { return app.admin().get("/v1/mails").json().at("items").at(0); }
  bool comes_to(const std::string& state) const {
    return comes_true([&] { return mail().at("state") == state; });
  }
  // The relay has put off the one mail that there is.
  void wait_for_attempt() const {
    REQUIRE(comes_true([&] { return mail().at("attempts") == 1; }));
    REQUIRE(mail().at("state") == "waiting");
  }
  void open_relay() {
    relay.mode("accept");
    app.advance(kPause);
  }
  void add_section(const std::string& section) const {
    const Json change{{"lead", "labour"}, {"due_on", "2026-01-10"}, {"due_reason", "Agreed."}};
    REQUIRE(f.coordinator.patch(f.section(section), change).status == 200);
  }
};

}  // namespace

TEST_CASE("a digest that waited tells only what is still unread") {
  LateDesk desk;
  desk.add_section("obj-08");
  desk.tick();
  desk.wait_for_attempt();
  const Json items = desk.items();
  REQUIRE(items.size() > 1);
  for (std::size_t i = 1; i < items.size(); ++i) desk.read(items.at(i));
  desk.open_relay();
  REQUIRE(desk.arrived(1));
  const Json mail = desk.newest();
  // A single item is its own subject.
  CHECK(contains(mail.at("headers").at("Subject"), items.at(0).at("sentence").get<std::string>()));
  CHECK_FALSE(contains(mail.at("text"), items.at(1).at("sentence").get<std::string>()));
  CHECK(desk.mail().at("state") == "sent");
}

TEST_CASE("a digest of which everything was read or done meanwhile is not sent, and the administrator sees why") {
  LateDesk desk;
  desk.tick();
  desk.wait_for_attempt();
  for (const Json items = desk.items(); const auto& item : items) desk.read(item);
  desk.open_relay();
  REQUIRE(desk.comes_to("dropped"));
  CHECK(desk.mail().at("last_outcome") == "not sent, as everything in it has been read or done since");
  CHECK(desk.relay.mails() == 0);
}

TEST_CASE("a digest that waited tells nothing that happened after it was written, which the next one tells") {
  LateDesk desk;
  desk.tick();
  desk.wait_for_attempt();
  desk.add_section("obj-09");
  const Json meeting{{"title", "Later meeting"}, {"held_on", "2026-01-20"}, {"agencies", {"labour"}}};
  REQUIRE(desk.f.coordinator.post(desk.f.path("/meetings"), meeting).status == 201);
  desk.open_relay();
  REQUIRE(desk.arrived(1));
  CHECK_FALSE(contains(desk.newest_text(), "Later meeting"));
  desk.app.advance(kOneDay);
  desk.tick();
  REQUIRE(desk.arrived(2));
  CHECK(contains(desk.newest_text(), "Later meeting"));
}

TEST_CASE("a reminder that waited leaves out what was delivered or got another day, and is not sent for nothing") {
  LateDesk desk;
  desk.add_section("obj-08");
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  desk.wait_for_attempt();
  SUBCASE("one of two got another day") {
    const Json change{{"due_on", "2026-01-25"}, {"due_reason", "Agreed anew."}};
    REQUIRE(desk.f.coordinator.patch(desk.f.section("obj-07"), change).status == 200);
    desk.open_relay();
    REQUIRE(desk.arrived(1));
    CHECK(contains(desk.newest_text(), "2026-01-10"));
    CHECK_FALSE(contains(desk.newest_text(), "Objective 7"));
  }
  SUBCASE("nothing is left") {
    for (const char* section : {"obj-07", "obj-08"}) {
      REQUIRE(desk.f.coordinator.patch(desk.f.section(section), {{"lead", "health"}, {"contributors", Json::array()}})
                  .status == 200);
    }
    desk.open_relay();
    REQUIRE(desk.comes_to("dropped"));
    CHECK(contains(desk.mail().at("last_outcome").get<std::string>(), "delivered since"));
    CHECK(desk.relay.mails() == 0);
  }
  SUBCASE("the person writes for another agency by now") {
    const Json posts = desk.app.admin().get("/v1/users/head/posts").json().at("items");
    for (const auto& post : posts) {
      const std::string address = "/v1/users/head/posts/" + std::to_string(post.at("id").get<int>());
      REQUIRE(desk.app.admin().patch(address, {{"ends_on", "2026-01-14"}}).status == 200);
    }
    desk.open_relay();
    REQUIRE(desk.comes_to("dropped"));
    CHECK(contains(desk.mail().at("last_outcome").get<std::string>(), "no post"));
  }
}

TEST_CASE("a mail that may have arrived is repeated as it was, whatever was read meanwhile") {
  LateDesk desk;
  desk.add_section("obj-08");
  desk.relay.mode("keep-and-drop");
  desk.tick();
  REQUIRE(comes_true([&] { return desk.mail().at("losses") == 1; }));
  for (const Json items = desk.items(); const auto& item : items) desk.read(item);
  desk.open_relay();
  REQUIRE(desk.comes_to("sent"));
  REQUIRE(desk.relay.mails() == 2);
  CHECK(desk.relay.bytes(1) == desk.relay.bytes(2));
}

TEST_CASE("who stands in for an absent colleague is reminded as well") {
  DigestDesk desk;
  desk.app.person("deputy", {{{"role", "contributor"}, {"agency", "health"}}});
  REQUIRE(desk.app.admin().patch("/v1/users/deputy", {{"email", "deputy@ministry.example"}}).status == 200);
  const Json away{{"starts_on", "2026-01-01"}, {"ends_on", "2026-03-01"}, {"deputy", "deputy"}};
  REQUIRE(desk.app.admin().post("/v1/users/head/absences", away).status == 201);
  REQUIRE(desk.f.coordinator.post(desk.f.path("/reminders"), {{"agency", "labour"}}).status == 201);
  CHECK(desk.mails() == std::vector<std::string>{"reminder to head", "reminder to deputy"});
}
