// The link in a mail by which such mail is switched off: for who has it, and nobody else.
#include <doctest/doctest.h>

#include "support/mail_desk.hpp"

using namespace support;

namespace {

const HeaderMap kFormType{{"Content-Type", "application/x-www-form-urlencoded"}};

struct Subscriber : MailDesk {
  Caller head = reader("head");
  std::string link;  // "/v1/unsubscribe/..."

  Subscriber() {
    REQUIRE(comes_to(queue("head"), "sent"));
    const std::string header = relay.read(1).at("headers").at("List-Unsubscribe");
    const std::string before = "<https://reports.example";
    REQUIRE(header.starts_with(before));
    link = header.substr(before.size(), header.size() - before.size() - 1);
  }
  std::string rhythm() const { return head.get("/v1/me/mail").json().at("rhythm"); }
};

}  // namespace

TEST_CASE("the link switches mail off at one click, and looking at it changes nothing") {
  const Subscriber desk;
  const Caller anybody = desk.app.anonymous();
  CHECK(desk.link.size() == std::string("/v1/unsubscribe/").size() + 64);
  for (const char* method : {"GET", "HEAD", "GET"}) {
    const auto page = anybody.send(method, desk.link, "", {});
    CHECK(page.status == 200);
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(page.header("Referrer-Policy") == "no-referrer");
  }
  CHECK(desk.rhythm() == "daily");
  const std::string page = anybody.get(desk.link).body;
  for (const char* words : {"<form method=\"post\">", "Stop these mails", "Больше не присылать такие письма",
                            "Şeýle hatlary indi ibermezlik"}) {
    CHECK_MESSAGE(page.find(words) != std::string::npos, words);
  }
  CHECK(page.find("head") == page.find("<head>") + 1);  // whose link it is is not told
  const auto gone = anybody.send("POST", desk.link, "List-Unsubscribe=One-Click", kFormType);
  CHECK(gone.status == 200);
  CHECK(gone.body.find("<form") == std::string::npos);
  CHECK(desk.rhythm() == "off");
  CHECK(anybody.send("POST", desk.link, "List-Unsubscribe=One-Click", kFormType).status == 200);
  CHECK(desk.head.get("/v1/me/mail").json().at("version") == 2);
}

TEST_CASE("programs of mail send their click as another kind of form, or with nothing, and keys mean nothing to it") {
  const Subscriber desk;
  const Caller anybody = desk.app.anonymous();
  const std::string multipart =
      "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
  CHECK(anybody.send("POST", desk.link, multipart, {{"Content-Type", "multipart/form-data; boundary=x"}}).status ==
        200);
  CHECK(desk.rhythm() == "off");
  REQUIRE(desk.head.patch("/v1/me/mail", {{"rhythm", "daily"}}).status == 200);
  CHECK(anybody.send("POST", desk.link, "", {{"Idempotency-Key", "k"}}).status == 200);
  CHECK(desk.rhythm() == "off");
  CHECK(anybody.send("POST", desk.link, "{}", {{"Content-Type", "application/json"}}).status == 415);
  CHECK(anybody.send("DELETE", desk.link, "", {}).status == 405);
}

TEST_CASE("one link is one person's, the same in all mails, and of another service it is none") {
  Subscriber desk;
  desk.reader("other");
  REQUIRE(desk.comes_to(desk.queue("other"), "sent"));
  REQUIRE(desk.comes_to(desk.queue("head", "next day"), "sent"));
  const std::string others = desk.relay.read(2).at("headers").at("List-Unsubscribe");
  CHECK(others.find(desk.link) == std::string::npos);
  CHECK(desk.relay.read(3).at("headers").at("List-Unsubscribe") == "<https://reports.example" + desk.link + ">");
  const Subscriber another;
  CHECK(another.link != desk.link);
  CHECK(another.app.anonymous().send("POST", desk.link, "", kFormType).status == 404);
  CHECK(another.rhythm() == "daily");
}

TEST_CASE("a link cannot be guessed, and who tries is slowed down while right links work") {
  const Subscriber desk;
  const Caller anybody = desk.app.anonymous();
  REQUIRE(anybody.get(desk.link).status == 200);
  int refused = 0;
  int slowed = 0;
  for (int i = 0; i < 500; ++i) {
    const auto answer = anybody.send(i % 2 == 0 ? "GET" : "POST", "/v1/unsubscribe/" + std::to_string(i), "", {});
    refused += answer.status == 404 ? 1 : 0;
    slowed += answer.status == 429 && answer.code() == "too_many_wrong_tokens" ? 1 : 0;
  }
  CHECK(refused + slowed == 500);
  CHECK(refused >= 300);
  CHECK(slowed > 0);
  CHECK(anybody.get(desk.link).status == 200);
  CHECK(desk.app.admin().get("/v1/me").status == 200);
}
