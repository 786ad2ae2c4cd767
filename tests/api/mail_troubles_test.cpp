// Mail and a relay that does not take it: refusals, patience, loss, and that nobody else notices.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "support/mail_desk.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

bool is_troubled(const TestApp& app) {
  return app.anonymous().get("/readyz").json().at("mail").at("state") == "troubled";
}

milliseconds since(steady_clock::time_point begin) {
  return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
}

}  // namespace

TEST_CASE("a refused recipient fails alone, and the others get their mail") {
  MailDesk desk;
  desk.relay.mode("refuse reader-3@labour.example");
  desk.queue_many(8);
  REQUIRE(comes_true([&] { return desk.relay.mails() == 7; }));
  REQUIRE(comes_true([&] { return desk.count("sent") == 7; }));
  const Json failed = desk.app.admin().get("/v1/mails?state=failed").json().at("items");
  REQUIRE(failed.size() == 1);
  CHECK(failed.at(0).at("user") == "reader-3");
  CHECK(failed.at(0).at("last_outcome") == "550 5.1.1 No such person here");
  CHECK(desk.relay.connections() == 2);  // the library ends a connection after a refusal
  CHECK_FALSE(is_troubled(desk.app));
}

TEST_CASE("a recipient who is told to come later is tried again by the clock, the others at once") {
  MailDesk desk;
  desk.relay.mode("greylist");
  const std::string address = desk.send_test();
  REQUIRE(desk.is_tried(address, 1));
  const Json later = desk.mail(address);
  CHECK(later.at("state") == "waiting");
  CHECK(later.at("last_outcome") == "451 4.7.1 Greylisted");
  CHECK(later.at("next_attempt_at") == "2026-01-15T09:01:00.000Z");
  desk.relay.mode("later admin@ministry.example");
  desk.app.advance(kMinuteLong);
  REQUIRE(desk.is_tried(address, 2));
  CHECK(desk.mail(address).at("next_attempt_at") == "2026-01-15T09:06:00.000Z");
  desk.reader("head");
  REQUIRE(desk.comes_to(desk.queue("head"), "sent"));
  CHECK(desk.mail(address).at("attempts") == 2);
  desk.relay.mode("accept");
  desk.app.advance(5 * kMinuteLong);
  CHECK(desk.comes_to(address, "sent"));
}

TEST_CASE("what the relay says to the body counts: no for good, or not now") {
  MailDesk desk;
  desk.relay.mode("refuse-body");
  const std::string refused = desk.send_test();
  REQUIRE(desk.comes_to(refused, "failed"));
  CHECK(desk.mail(refused).at("last_outcome") == "552 5.2.3 Not this");
  desk.relay.mode("later-body");
  const std::string later = desk.send_test();
  REQUIRE(desk.is_tried(later, 1));
  CHECK(desk.mail(later).at("state") == "waiting");
}

TEST_CASE("a mail that is lost behind its body is uncertain, and is sent once more with the same bytes") {
  MailDesk desk;
  desk.relay.mode("keep-and-drop");
  const std::string address = desk.send_test();
  REQUIRE(desk.comes_to(address, "uncertain"));
  const Json lost = desk.mail(address);
  CHECK(lost.at("losses") == 1);
  CHECK(lost.at("next_attempt_at") == "2026-01-15T09:01:00.000Z");
  CHECK(lost.at("last_outcome").get<std::string>().starts_with("no answer to the mail"));
  CHECK(desk.app.admin().send("POST", address + "/repetition", "", {}).code() == "mail_not_over");
  desk.relay.mode("accept");
  desk.app.advance(kMinuteLong);
  REQUIRE(desk.comes_to(address, "sent"));
  REQUIRE(desk.relay.mails() == 2);
  CHECK(desk.relay.bytes(1) == desk.relay.bytes(2));
}

TEST_CASE("lost twice it stays uncertain, until somebody sends it once more under the same Message-ID") {
  MailDesk desk;
  desk.relay.mode("drop");
  const std::string address = desk.send_test();
  REQUIRE(desk.comes_to(address, "uncertain"));
  desk.app.advance(kMinuteLong);
  REQUIRE(comes_true([&] { return desk.mail(address).at("losses") == 2; }));
  const Json lost = desk.mail(address);
  CHECK(lost.at("state") == "uncertain");
  CHECK(lost.at("next_attempt_at").is_null());
  CHECK_FALSE(lost.at("finished_at").is_null());
  desk.relay.mode("accept");
  desk.app.advance(24 * 60 * kMinuteLong);
  REQUIRE(desk.comes_to(desk.send_test(), "sent"));
  CHECK(desk.mail(address).at("state") == "uncertain");
  const auto again = desk.app.admin().send("POST", address + "/repetition", "", {});
  REQUIRE(again.status == 200);
  CHECK(again.json().at("state") == "waiting");
  REQUIRE(desk.comes_to(address, "sent"));
  CHECK(desk.relay.read(2).at("headers").at("Message-ID") == "<" + lost.at("message_id").get<std::string>() + ">");
}

TEST_CASE("a relay that does not answer the body leaves the mail uncertain, one that ends before it does not") {
  MailDesk desk({}, quick_mail);
  desk.relay.mode("hang-body");
  const std::string hung = desk.send_test();
  REQUIRE(desk.comes_to(hung, "uncertain"));
  desk.relay.mode("drop-command");
  desk.app.advance(kMinuteLong);
  REQUIRE(desk.is_tried(hung, 2));
  CHECK(desk.mail(hung).at("losses") == 1);
  const std::string ended = desk.send_test();
  desk.app.advance(5 * kMinuteLong);
  REQUIRE(desk.is_tried(ended, 1));
  CHECK(desk.mail(ended).at("state") == "waiting");
}

TEST_CASE("a relay that is dead is asked once a pause, not once a mail, and everything goes when it rises") {
  MailDesk desk({}, quick_mail);
  desk.relay.mode("hang");
  desk.queue_many(30);
  REQUIRE(comes_true([&] { return is_troubled(desk.app); }));
  CHECK(desk.relay.connections() == 1);
  desk.app.advance(kMinuteLong - 1);
  std::this_thread::sleep_for(milliseconds(1500));
  CHECK(desk.relay.connections() == 1);
  desk.app.advance(1);
  REQUIRE(comes_true([&] { return desk.relay.connections() == 2; }));
  CHECK(desk.count("waiting") == 30);
  CHECK(desk.app.anonymous().get("/readyz").status == 200);
  desk.relay.die();
  std::this_thread::sleep_for(milliseconds(1500));
  desk.app.advance(5 * kMinuteLong);
  std::this_thread::sleep_for(milliseconds(1500));
  desk.relay.mode("accept");
  desk.relay.rise();
  desk.app.advance(15 * kMinuteLong);
  REQUIRE(comes_true([&] { return desk.relay.mails() == 30; }));
  REQUIRE(comes_true([&] { return desk.count("sent") == 30; }));
  CHECK(desk.relay.connections() == 3);
  CHECK_FALSE(is_troubled(desk.app));
}

TEST_CASE("a relay that refuses us refuses no mail: all wait, for three days") {
  MailDesk desk;
  desk.relay.mode("refuse-sender");
  desk.queue_many(5);
  REQUIRE(comes_true([&] { return is_troubled(desk.app); }));
  CHECK(desk.count("waiting") == 5);
  CHECK(desk.relay.connections() == 1);
  desk.app.advance(domain::kMailTriedFor);
  REQUIRE(comes_true([&] { return desk.count("failed") == 5; }));
  const Json failed = desk.app.admin().get("/v1/mails?state=failed&limit=1").json().at("items").at(0);
  CHECK(failed.at("last_outcome") == "MAIL: 550 5.7.1 Sender rejected");
}

TEST_CASE("whoever refuses ten mails one after the other is not asked about all the others at once") {
  MailDesk desk;
  desk.relay.mode("refuse-all");
  desk.queue_many(25);
  REQUIRE(comes_true([&] { return is_troubled(desk.app); }));
  CHECK(desk.count("failed") == 10);
  CHECK(desk.count("waiting") == 15);
  desk.relay.mode("accept");
  desk.app.advance(kMinuteLong);
  CHECK(comes_true([&] { return desk.count("sent") == 15; }));
}

TEST_CASE("a service whose relay hangs stops at once") {
  MailDesk desk;  // which waits a minute for a relay
  desk.relay.mode("hang");
  desk.send_test();
  REQUIRE(comes_true([&] { return desk.relay.connections() == 1; }));
  auto begin = steady_clock::now();
  desk.app.restart();
  CHECK(since(begin) < milliseconds(4000));
  desk.relay.mode("hang-body");
  REQUIRE(comes_true([&] { return desk.relay.connections() == 2; }));
  REQUIRE(comes_true([&] { return desk.count("sending") == 1; }));
  begin = steady_clock::now();
  desk.app.restart();
  CHECK(since(begin) < milliseconds(9000));
  CHECK(desk.count("uncertain") == 1);
}

TEST_CASE("what is not wanted any more is not sent") {
  MailDesk desk;
  desk.relay.mode("greylist");
  std::vector<std::string> addresses;
  for (const char* id : {"off", "gone", "moved"}) {
    desk.reader(id);
    addresses.push_back(desk.queue(id));
    REQUIRE(desk.is_tried(addresses.back(), 1));
  }
  const Caller admin = desk.app.admin();
  REQUIRE(admin.patch("/v1/users/gone", {{"active", false}}).status == 200);
  REQUIRE(admin.patch("/v1/users/moved", {{"email", "elsewhere@labour.example"}}).status == 200);
  desk.app.app().service().database().write([](store::WriteTx& tx) { usecases::switch_mail_off(tx, "off"); });
  desk.app.advance(kMinuteLong);
  for (const auto& address : addresses) CHECK(desk.comes_to(address, "dropped"));
  CHECK(desk.mail(addresses.at(0)).at("last_outcome") == "not sent, as the person switched such mails off");
  CHECK(desk.relay.mails() == 0);
  CHECK(desk.queue("off", "another day") == "");
  CHECK(desk.queue("off", "duty", domain::MailKind::reminder) != "");
}

TEST_CASE("an address that is none makes a mail that failed, and no command for the relay") {
  MailDesk desk;
  desk.reader("head");
  desk.give_address("head", "a@b.example\r\nRCPT TO:<c@d.example>");
  const Json mail = desk.mail(desk.queue("head"));
  CHECK(mail.at("state") == "failed");
  CHECK(mail.at("last_outcome") == "the address is none that mail can be sent to");
  REQUIRE(desk.comes_to(desk.send_test(), "sent"));
  CHECK(desk.relay.mails() == 1);
}

TEST_CASE("a relay that does not answer touches no request") {
  MailDesk desk;  // which waits a minute for its relay
  desk.relay.mode("hang");
  const auto mail = desk.send_test();
  REQUIRE(comes_true([&] { return desk.relay.connections() == 1; }));
  for (int i = 0; i < 200; ++i) {
    REQUIRE(desk.app.admin().patch("/v1/users/admin", {{"name", "Name " + std::to_string(i)}}).status == 200);
    REQUIRE(desk.app.admin().get("/v1/me").status == 200);
  }
  CHECK(desk.mail(mail).at("attempts") == 0);  // none of these waited until the relay was given up
  CHECK(desk.relay.connections() == 1);
}
