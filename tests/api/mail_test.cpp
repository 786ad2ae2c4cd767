// Mail and a relay that takes it: what goes out, over how many connections, and how safely.
#include <doctest/doctest.h>

#include <fstream>

#include "support/api_certificate.hpp"
#include "support/mail_desk.hpp"
#include "support/sanitized.hpp"

using namespace support;

TEST_CASE("a test mail arrives as its reader's program understands it, in the language that was chosen") {
  const MailDesk desk;
  const Caller admin = desk.app.admin();
  REQUIRE(admin.patch("/v1/users/admin", {{"name", "Şöhrat Ýazymow, Ň"}}).status == 200);
  REQUIRE(admin.patch("/v1/me/mail", {{"language", "tk"}}).status == 200);
  const std::string address = desk.send_test();
  REQUIRE(desk.comes_to(address, "sent"));
  const Json sent = desk.mail(address);
  CHECK(sent.at("attempts") == 1);
  CHECK(sent.at("last_outcome") == "250 2.0.0 Taken");
  CHECK(sent.at("next_attempt_at").is_null());
  const Json envelope = desk.relay.envelope(1);
  CHECK(envelope.at("from") == "reports@service.example");
  CHECK(envelope.at("to") == Json{"admin@ministry.example"});
  CHECK(envelope.at("greeting") == "reports.example");
  const Json mail = desk.relay.read(1);
  CHECK(mail.at("defects") == Json::array());
  CHECK(mail.at("bare") == 0);
  CHECK(mail.at("long") <= 1);  // the Message-ID, which cannot be folded
  CHECK(mail.at("ascii") == true);
  CHECK(mail.at("to").at(0) == Json::array({"Şöhrat Ýazymow, Ň", "admin@ministry.example"}));
  CHECK(mail.at("from").at(0) == Json::array({"national-report", "reports@service.example"}));
  const Json& headers = mail.at("headers");
  CHECK(headers.at("Subject") == "Synag haty: milli hasabat");
  CHECK(headers.at("Message-ID") == "<" + sent.at("message_id").get<std::string>() + ">");
  CHECK(sent.at("message_id").get<std::string>().ends_with("@reports.example"));
  CHECK(headers.at("Date") == "Thu, 15 Jan 2026 09:00:00 +0000");
  CHECK(headers.at("Auto-Submitted") == "auto-generated");
  CHECK(headers.at("Content-Language") == "tk");
  CHECK_FALSE(headers.contains("List-Unsubscribe"));
  CHECK(mail.at("type") == "multipart/alternative");
  CHECK(mail.at("parts") == Json{"text/plain", "text/html"});
  CHECK(mail.at("text").get<std::string>().find("hatlar size gelip gowuşýar") != std::string::npos);
  CHECK(mail.at("html").get<std::string>().find("gowuşýar") != std::string::npos);
}

TEST_CASE("a mail that may be switched off is in Cyrillic what it was, and leads to its own end") {
  MailDesk desk;
  desk.reader("head");
  const std::string address = desk.queue("head");
  REQUIRE(desk.comes_to(address, "sent"));
  const Json mail = desk.relay.read(1);
  CHECK(mail.at("headers").at("Subject") == "Новое в докладе");
  CHECK(mail.at("headers").at("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click");
  const std::string link = mail.at("headers").at("List-Unsubscribe");
  CHECK(link.starts_with("<https://reports.example/v1/unsubscribe/"));
  CHECK(mail.at("text").get<std::string>().find("- Раздел\n  https://reports.example/v1/reports/r") !=
        std::string::npos);
  CHECK(desk.queue("head") == "");  // the same is not told twice
  CHECK(desk.queue("head", "next day") != "");
}

TEST_CASE("five hundred recipients are one connection, and it ends with a goodbye") {
  constexpr int kRecipients = kSanitized ? 50 : 500;
  MailDesk desk;
  desk.queue_many(kRecipients);
  REQUIRE(comes_true([&] { return desk.relay.mails() == kRecipients; }, std::chrono::seconds(60)));
  REQUIRE(comes_true([&] { return desk.relay.goodbyes() == 1; }));
  CHECK(desk.relay.connections() == 1);
  CHECK(desk.count("sent") == kRecipients);
}

TEST_CASE("a mail whose change was undone is not sent") {
  MailDesk desk;
  desk.reader("head");
  CHECK_THROWS(desk.app.app().service().database().write([&](store::WriteTx& tx) {
    usecases::QueuedLetter queued;
    queued.to = store::find_user(tx, "head").value();
    queued.event = tx.head.id;
    queued.letter.language = "en";
    REQUIRE(usecases::queue_mail(desk.app.app().service(), tx, queued));
    throw std::runtime_error("undone");
  }));
  REQUIRE(desk.comes_to(desk.send_test(), "sent"));
  CHECK(desk.relay.mails() == 1);
}

TEST_CASE("what waits when the service stops is sent after its next start") {
  MailDesk desk({}, quick_mail);
  desk.relay.mode("hang");
  const std::string address = desk.send_test();
  REQUIRE(comes_true([&] { return desk.relay.connections() == 1; }));
  CHECK(desk.mail(address).at("state") == "waiting");
  desk.relay.mode("accept");
  desk.app.restart();
  CHECK(desk.comes_to(address, "sent"));
  CHECK(desk.relay.mails() == 1);
}

namespace {

// What becomes of a test mail with such a relay, and what is said of it.
Json outcome_of(const std::vector<std::string>& of_relay, const std::function<void(Config&)>& change) {
  const Relay relay(of_relay);
  Config config = with_mail(relay);
  config.smtp_seconds = 5;
  change(config);
  TestApp app(config);
  REQUIRE(app.admin().patch("/v1/users/admin", {{"email", "admin@ministry.example"}}).status == 200);
  const std::string address = app.admin().send("POST", "/v1/mails/test", "", {}).header("Location");
  REQUIRE(comes_true([&] { return app.admin().get(address).json().at("attempts") == 1; }));
  Json outcome = app.admin().get(address).json();
  outcome["mails"] = relay.mails();
  if (relay.mails() == 1) outcome["envelope"] = relay.envelope(1);
  return outcome;
}

}  // namespace

TEST_CASE("mail is encrypted by STARTTLS or from the beginning, to a relay whose certificate is right") {
  const TemporaryFolder folder;
  const auto files = make_certificate(folder);
  const std::vector<std::string> with_tls{"--tls", files.certificate, files.key};
  auto from_beginning = with_tls;
  from_beginning.emplace_back("--smtps");
  const auto demand = [&](Config& config) {
    config.smtp_tls = "required";
    config.smtp_ca = files.certificate;
  };
  const auto upgraded = outcome_of(with_tls, demand);
  CHECK(upgraded.at("state") == "sent");
  CHECK(upgraded.at("envelope").at("tls") == true);
  const auto encrypted = outcome_of(from_beginning, [&](Config& config) {
    demand(config);
    config.smtp.replace(0, 4, "smtps");
  });
  CHECK(encrypted.at("state") == "sent");
  CHECK(encrypted.at("envelope").at("tls") == true);
  const auto unknown = outcome_of(with_tls, [&](Config& config) { config.smtp_tls = "required"; });
  CHECK(unknown.at("state") == "waiting");
  CHECK(unknown.at("last_outcome").get<std::string>().find("certificate") != std::string::npos);
  CHECK(unknown.at("mails") == 0);
}

TEST_CASE("where encryption is required nothing goes to a relay that has none") {
  const auto plain = outcome_of({}, [](Config& config) { config.smtp_tls = "required"; });
  CHECK(plain.at("state") == "waiting");
  CHECK(plain.at("mails") == 0);
}

TEST_CASE("a relay that asks for a login gets it, and the password is told nowhere") {
  const auto login = [](const std::string& password) {
    return [password](Config& config) {
      config.smtp_user = "service";
      config.smtp_password = password;
    };
  };
  const std::vector<std::string> asks{"--login", "service", "open-sesame"};
  const auto right = outcome_of(asks, login("open-sesame"));
  CHECK(right.at("state") == "sent");
  CHECK(right.at("envelope").at("login") == "service");
  const auto wrong = outcome_of(asks, login("closed-sesame"));
  CHECK(wrong.at("state") == "waiting");
  CHECK(wrong.at("last_outcome").get<std::string>().find("AUTH: 535") != std::string::npos);
  CHECK(wrong.dump().find("closed-sesame") == std::string::npos);
  const auto none = outcome_of(asks, [](Config&) {});
  CHECK(none.at("state") == "waiting");  // not this mail's fault: 530 at MAIL
  CHECK(none.at("mails") == 0);
}

TEST_CASE("no proxy of the environment stands between the service and its relay") {
  REQUIRE(setenv("ALL_PROXY", "http://127.0.0.1:1", 1) == 0);
  const auto sent = outcome_of({}, [](Config&) {});
  unsetenv("ALL_PROXY");
  CHECK(sent.at("state") == "sent");
}
