// The service killed while mail is under way: nothing is lost, and only what is named as uncertain comes twice.
#include <doctest/doctest.h>
#include <httplib.h>
#include <signal.h>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <thread>

#include "service_program.hpp"
#include "support/api_app.hpp"
#include "support/api_child.hpp"
#include "support/api_relay.hpp"
#include "support/raw_client.hpp"
#include "support/sanitized.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

std::vector<std::string> behind_environment(const Relay& relay) {
  return {"/usr/bin/env", "NATIONAL_REPORT_SMTP=smtp://127.0.0.1:" + std::to_string(relay.port()),
          "NATIONAL_REPORT_MAIL_FROM=reports@service.example", "NATIONAL_REPORT_PUBLIC_URL=https://reports.example",
          "NATIONAL_REPORT_SMTP_SECONDS=5"};
}

// Administrators who each have an address and a token of their own: nobody sends more than 20 test mails in an hour.
std::vector<std::string> make_admins(const Caller& first, int count) {
  std::vector<std::string> tokens;
  for (int i = 0; i < count; ++i) {
    const std::string id = "admin-" + std::to_string(i);
    REQUIRE(first.post("/v1/users", {{"id", id}, {"name", id}, {"email", id + "@ministry.example"}}).status == 201);
    REQUIRE(first.post("/v1/users/" + id + "/posts", {{"role", "admin"}}).status == 201);
    tokens.push_back(first.post("/v1/users/" + id + "/tokens", {{"label", "test"}}).json().at("secret"));
  }
  return tokens;
}

// A test mail; its number, or nothing where the service did not answer.
std::optional<std::int64_t> ask_for_mail(int port, const std::string& token) {
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Post("/v1/mails/test", httplib::Headers{{"Authorization", "Bearer " + token}}, "", "");
  if (!answer || answer->status != 201) return std::nullopt;
  return Json::parse(answer->body).at("id").get<std::int64_t>();
}

// By Message-ID.
std::map<std::string, int> copies_at(const Relay& relay) {
  const std::string before = "Message-ID: <";
  std::map<std::string, int> copies;
  for (std::size_t number = 1; number <= relay.mails(); ++number) {
    const std::string bytes = relay.bytes(number);
    const auto begin = bytes.find(before) + before.size();
    ++copies[bytes.substr(begin, bytes.find('>', begin) - begin)];
  }
  return copies;
}

struct KilledSender {
  Relay relay;
  TemporaryFolder folder;
  std::string database = folder.file("test.sqlite");
  std::string token;                // of the first administrator
  std::vector<std::string> admins;  // tokens, one a round
  std::set<std::int64_t> acknowledged;
  std::set<std::int64_t> was_uncertain;

  // Before a minute is over what a kill left uncertain is not sent once more.
  void note_uncertain(const Caller& admin) {
    const Json found = admin.get("/v1/mails?state=uncertain&limit=200").json().at("items");
    for (const auto& mail : found) was_uncertain.insert(mail.at("id").get<std::int64_t>());
  }

  void kill_while_sending(std::size_t round, std::chrono::milliseconds when) {
    ChildService service(service_program(), database, behind_environment(relay));
    service.wait_until_ready();
    note_uncertain({service.port(), token});
    std::thread asking([&] {
      while (const auto id = ask_for_mail(service.port(), admins.at(round))) acknowledged.insert(*id);
    });
    std::this_thread::sleep_for(when);
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
    asking.join();
  }
};

}  // namespace

TEST_CASE("killed while it sends, twenty times, the service loses no mail and doubles none in silence") {
  constexpr int kKills = kSanitized ? 3 : 20;
  KilledSender run;
  run.relay.mode("slow");
  {
    ChildService service(service_program(), run.database, behind_environment(run.relay));
    service.wait_until_ready();
    run.token = service.token();
    run.admins = make_admins({service.port(), run.token}, kKills);
    service.signal(SIGTERM);
    CHECK(service.wait_for_end() == 0);
  }
  std::mt19937 random(13);
  for (std::size_t round = 0; round < kKills; ++round) {
    run.kill_while_sending(round, std::chrono::milliseconds(300 + random() % 900));
  }
  ChildService service(service_program(), run.database, behind_environment(run.relay));
  service.wait_until_ready();
  const Caller admin(service.port(), run.token);
  run.note_uncertain(admin);
  const auto none = [&](const std::string& state) {
    return admin.get("/v1/mails?limit=1&state=" + state).json().at("items").empty();
  };
  // Each has come to its end: what was uncertain is sent once more when a minute is over.
  REQUIRE(comes_true([&] { return none("waiting") && none("sending") && none("uncertain"); }, std::chrono::minutes(3)));
  const auto copies = copies_at(run.relay);
  std::size_t twice = 0;
  for (const auto id : run.acknowledged) {
    const Json mail = admin.get("/v1/mails/" + std::to_string(id)).json();
    CAPTURE(mail.dump());
    const auto found = copies.find(mail.at("message_id").get<std::string>());
    const int arrived = found == copies.end() ? 0 : found->second;
    CHECK(mail.at("state") == "sent");
    CHECK(arrived >= 1);
    CHECK(arrived <= (run.was_uncertain.contains(id) ? 2 : 1));
    if (arrived > 1) ++twice;
  }
  MESSAGE(run.acknowledged.size(), " mails acknowledged, ", run.was_uncertain.size(), " were uncertain, ", twice,
          " came twice");
  CHECK(run.acknowledged.size() > 5 * kKills);
  CHECK_FALSE(run.was_uncertain.empty());
  service.signal(SIGTERM);
  CHECK(service.wait_for_end() == 0);
  CHECK(usecases::verify(run.database).problems.empty());
}

TEST_CASE("no log tells the secret of a link that switches mail off, in whatever way it was asked for") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  const std::string secret(64, 'c');
  const std::string link = "/v1/unsubscribe/" + secret;
  ChildService service(service_program(), database);
  service.wait_until_ready();
  for (const std::string& path : {link, link + "/", link + "x", "/" + link, link + "?a=1"}) {
    for (const char* method : {"GET", "POST", "PUT"}) {
      RawClient client(service.port());
      client.send(std::string(method) + " " + path +
                  " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      CHECK(status_of(client.receive()) / 100 == 4);
    }
  }
  service.signal(SIGTERM);
  CHECK(service.wait_for_end() == 0);
  std::ifstream in(database + ".log");
  const std::string log{std::istreambuf_iterator<char>(in), {}};
  CHECK(log.find("/v1/unsubscribe/***") != std::string::npos);
  CHECK(log.find(secret.substr(0, 20)) == std::string::npos);
}
