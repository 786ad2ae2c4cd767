// Who sees and moves mail on its way out, and how each chooses to get it.
#include <doctest/doctest.h>

#include <regex>

#include "support/mail_desk.hpp"
#include "usecases/mail/mails.hpp"
#include "usecases/operation/housekeeping.hpp"

using namespace support;

namespace {

const HeaderMap kPatchOfMail{{"Content-Type", "application/merge-patch+json"}};

std::string told(const Answer& answer) {
  return std::to_string(answer.status) + (answer.status < 300 ? "" : " " + answer.code());
}

}  // namespace

TEST_CASE("administrators and coordinators look at mail, and nobody reads in it") {
  MailDesk desk({}, quick_mail);
  const ReportFixture f(desk.app);
  desk.relay.mode("refuse-all");
  desk.give_address("writer", "writer@labour.example");
  const std::string failed = desk.queue("writer");
  REQUIRE(desk.comes_to(failed, "failed"));
  for (const Caller& caller : {desk.app.admin(), f.coordinator}) {
    for (const std::string& door : {std::string("/v1/mails"), failed}) {
      const auto answer = caller.get(door);
      CHECK(answer.status == 200);
      CHECK(answer.body.find("writer@labour.example") != std::string::npos);
      CHECK(answer.body.find("Новое") == std::string::npos);
      CHECK(answer.body.find("Раздел") == std::string::npos);
    }
  }
  for (const Caller* other :
       {&f.writer, &f.head, &f.contributor, &f.ministry, &f.other_writer, &f.other_head, &f.translator, &f.observer}) {
    CHECK(told(other->get("/v1/mails")) == "403 role_required");
    CHECK(told(other->get(failed)) == "403 role_required");  // his own too
    CHECK(told(other->get("/v1/mails/4711")) == "403 role_required");
    CHECK(told(other->send("POST", failed + "/repetition", "", {})) == "403 role_required");
    CHECK(told(other->send("POST", "/v1/mails/test", "", {})) == "403 role_required");
  }
  CHECK(told(f.coordinator.send("POST", "/v1/mails/test", "", {})) == "403 role_required");
  desk.relay.mode("accept");
  CHECK(told(f.coordinator.send("POST", failed + "/repetition", "", {})) == "200");
  CHECK(desk.comes_to(failed, "sent"));
  CHECK(told(f.coordinator.send("POST", failed + "/repetition", "", {})) == "409 mail_not_over");
  CHECK(told(f.coordinator.send("POST", "/v1/mails/4711/repetition", "", {})) == "404 not_found");
  CHECK(told(f.coordinator.get("/v1/mails/4711")) == "404 not_found");
}

TEST_CASE("mail is listed newest first, by state and person, and a person who is not there is named") {
  MailDesk desk;
  desk.relay.mode("refuse reader-1@labour.example");
  desk.queue_many(3);
  REQUIRE(comes_true([&] { return desk.count("sent") == 2 && desk.count("failed") == 1; }));
  const auto users = [&](const std::string& query) {
    std::string found;
    const Json page = desk.app.admin().get("/v1/mails" + query).json();
    for (const auto& mail : page.at("items")) found += mail.at("user").get<std::string>() + " ";
    return found;
  };
  CHECK(users("") == "reader-2 reader-1 reader-0 ");
  CHECK(users("?state=failed") == "reader-1 ");
  CHECK(users("?user=reader-0") == "reader-0 ");
  CHECK(users("?user=reader-0&state=failed") == "");
  CHECK(users("?limit=1") == "reader-2 ");
  CHECK(told(desk.app.admin().get("/v1/mails?user=none")) == "404 not_found");
  CHECK(told(desk.app.admin().get("/v1/mails?state=lost")) == "422 invalid_parameters");
}

TEST_CASE("without a relay everything but mail works, and who asks for mail is told why there is none") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(app.admin().patch("/v1/users/admin", {{"email", "admin@ministry.example"}}).status == 200);
  CHECK(told(app.admin().send("POST", "/v1/mails/test", "", {})) == "409 mail_off");
  CHECK(app.admin().get("/v1/mails").json().at("items") == Json::array());
  CHECK(app.admin().get("/v1/me/mail").json().at("mail_is_on") == false);
  const Json ready = app.anonymous().get("/readyz").json();
  CHECK(ready.at("mail") == Json{{"state", "off"}, {"troubled_since", nullptr}, {"waiting", 0}});
}

TEST_CASE("a test mail needs an address that mail can go to") {
  MailDesk desk;
  const Caller admin = desk.app.admin();
  for (const Json& address : {Json(), Json("not an address"), Json("a@b.example\r\nBcc: c@d.example")}) {
    REQUIRE(admin.patch("/v1/users/admin", {{"email", address}}).status == 200);
    CHECK(told(admin.send("POST", "/v1/mails/test", "", {})) == "409 no_address");
  }
  CHECK(admin.get("/v1/mails").json().at("items") == Json::array());
}

TEST_CASE("test mails have a bound, and one asked for twice by one key is one") {
  MailDesk desk;
  const Caller admin = desk.app.admin();
  const HeaderMap once{{"Idempotency-Key", "once"}};
  const auto first = admin.send("POST", "/v1/mails/test", "", once);
  CHECK(admin.send("POST", "/v1/mails/test", "", once).header("Location") == first.header("Location"));
  for (int i = 1; i < 20; ++i) desk.send_test();
  CHECK(told(admin.send("POST", "/v1/mails/test", "", {})) == "409 too_many_test_mails");
  desk.app.advance(60 * kMinuteLong + 1);
  CHECK(told(admin.send("POST", "/v1/mails/test", "", {})) == "201");
}

TEST_CASE("each chooses for himself how mail comes, and reminders of what is due come all the same") {
  MailDesk desk;
  const Caller head = desk.reader("head");
  const auto before = head.get("/v1/me/mail");
  CHECK(before.json() == Json{{"user", "head"},
                              {"address", "head@labour.example"},
                              {"rhythm", "daily"},
                              {"language", nullptr},
                              {"mail_is_on", true},
                              {"version", 1}});
  const auto changed = head.patch("/v1/me/mail", {{"rhythm", "each"}, {"language", "ru"}});
  CHECK(changed.json().at("version") == 2);
  CHECK(changed.json().at("rhythm") == "each");
  CHECK(changed.json().at("language") == "ru");
  HeaderMap stale = kPatchOfMail;
  stale.emplace("If-Match", before.etag());
  CHECK(told(head.send("PATCH", "/v1/me/mail", R"({"rhythm": "off"})", stale)) == "412 stale");
  CHECK(told(head.send("PATCH", "/v1/me/mail", R"({"rhythm": "off"})", kPatchOfMail)) == "428 precondition_required");
  CHECK(told(head.patch("/v1/me/mail", {{"rhythm", "never"}})) == "422 invalid_body");
  const auto no_words = head.patch("/v1/me/mail", {{"language", "fr"}});
  CHECK(told(no_words) == "422 invalid_request");
  CHECK(no_words.json().at("errors").at(0).at("pointer") == "/language");
  CHECK(head.patch("/v1/me/mail", {{"language", nullptr}}).json().at("language").is_null());
  CHECK(head.patch("/v1/me/mail", {{"rhythm", "off"}}).json().at("rhythm") == "off");
  CHECK(desk.app.admin().get("/v1/me/mail").json().at("rhythm") == "daily");
  CHECK(desk.queue("head") == "");
  CHECK(desk.queue("head", "duty", domain::MailKind::reminder) != "");
}

TEST_CASE("choices and repetitions of mail are events") {
  MailDesk desk;
  desk.relay.mode("refuse-all");
  const Caller admin = desk.app.admin();
  REQUIRE(admin.patch("/v1/me/mail", {{"rhythm", "off"}}).status == 200);
  const std::string address = desk.send_test();
  REQUIRE(desk.comes_to(address, "failed"));
  REQUIRE(admin.send("POST", address + "/repetition", "", {}).status == 200);
  const Json events = admin.get("/v1/events?limit=1000").json().at("items");
  Json found = Json::object();
  for (const auto& event : events) found[event.at("type").get<std::string>()] = event.at("data");
  CHECK(found.at("mail.settings_saved") ==
        Json{{"user", "admin"}, {"rhythm", "off"}, {"language", nullptr}, {"version", 2}, {"by_link", false}});
  CHECK(found.at("mail.tested") == Json{{"user", "admin"}});
  CHECK(found.at("mail.repeated").at("state") == "failed");
  CHECK(found.at("mail.repeated").at("message_id") == desk.mail(address).at("message_id"));
}

TEST_CASE("mails are forgotten ninety days after their end, and not before") {
  MailDesk desk;
  const std::string sent = desk.send_test();
  REQUIRE(desk.comes_to(sent, "sent"));
  desk.app.advance(usecases::kMailsKept);
  usecases::keep_house(desk.app.app().service());
  CHECK(desk.app.admin().get(sent).status == 200);
  desk.app.advance(1);
  usecases::keep_house(desk.app.app().service());
  CHECK(desk.app.admin().get(sent).status == 404);
  CHECK(desk.send_test() != sent);  // its number is not given again
}

TEST_CASE("the figures of the service tell how mail goes") {
  MailDesk desk({}, quick_mail);
  const auto figure = [&](const std::string& name) {
    std::smatch found;
    const std::string text = desk.app.anonymous().get("/metrics").body;
    const bool there = std::regex_search(text, found, std::regex("\n" + name + " ([0-9.e+]+)\n"));
    return there ? found[1].str() : "";
  };
  REQUIRE(desk.comes_to(desk.send_test(), "sent"));
  desk.relay.mode("refuse-all");
  REQUIRE(desk.comes_to(desk.send_test(), "failed"));
  desk.relay.mode("drop");
  REQUIRE(desk.comes_to(desk.send_test(), "uncertain"));
  desk.send_test();
  desk.app.advance(30'000);
  CHECK(figure(R"(national_report_mails\{state="waiting"\})") == "1");
  CHECK(figure(R"(national_report_mails\{state="failed"\})") == "1");
  CHECK(figure(R"(national_report_mails\{state="uncertain"\})") == "1");
  CHECK(figure("national_report_mail_oldest_seconds") == "30");
  for (const char* outcome : {"accepted", "refused", "lost"}) {
    CAPTURE(outcome);
    CHECK(figure(R"(national_report_mail_attempts_total\{outcome=")" + std::string(outcome) + R"("\})") == "1");
  }
  const Json mail = desk.app.anonymous().get("/readyz").json().at("mail");
  CHECK(mail == Json{{"state", "troubled"}, {"troubled_since", "2026-01-15T09:00:00.000Z"}, {"waiting", 1}});
}
