// The service killed while a working group is reminded, told, decides and hands over, and mail of all that is under
// way: nothing is lost, and only what is named as uncertain comes twice.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <thread>

#include "service_program.hpp"
#include "store/database/connection.hpp"
#include "support/api_app.hpp"
#include "support/api_child.hpp"
#include "support/api_relay.hpp"
#include "support/raw_client.hpp"
#include "support/sanitized.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"
#include "working_group.hpp"

using namespace support;

namespace {

std::vector<std::string> behind_environment(const Relay& relay) {
  return {"/usr/bin/env", "NATIONAL_REPORT_SMTP=smtp://127.0.0.1:" + std::to_string(relay.port()),
          "NATIONAL_REPORT_MAIL_FROM=reports@service.example", "NATIONAL_REPORT_PUBLIC_URL=https://reports.example",
          "NATIONAL_REPORT_SMTP_SECONDS=5"};
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

std::int64_t number_of(const std::string& database, const std::string& sql) {
  store::Connection connection(database, store::Access::read_only);
  store::Query query(connection, sql.c_str());
  REQUIRE(query.next());
  return query.integer(0);
}

struct KilledGroup {
  Relay relay;
  TemporaryFolder folder;
  std::string database = folder.file("test.sqlite");
  std::string token;  // of the administrator, who coordinates
  std::mt19937 random{13};
  Reminding reminding;
  Deciding deciding;
  HandingOver handing_over;
  std::vector<std::string> reports;   // each due on the day on which it was made
  std::vector<std::string> meetings;  // titles

  KilledGroup() {
    relay.mode("slow");
    ChildService service(service_program(), database, behind_environment(relay));
    service.wait_until_ready();
    token = service.token();
    const Caller admin(service.port(), token);
    make_working_group(admin);
    for (int i = 0; i < kGroupAgencies; ++i) {
      const std::string path = "/v1/users/head-" + group_agency(i) + "/tokens";
      const Caller head(service.port(), admin.post(path, {{"label", "test"}}).json().at("secret"));
      REQUIRE(head.patch("/v1/me/mail", {{"rhythm", "each"}}).status == 200);
    }
    stop(service);
  }

  void stop(ChildService& service) {
    service.signal(SIGTERM);
    CHECK(service.wait_for_end() == 0);
  }

  // While it reminds by the rhythm and writes digests, before it takes a request.
  void kill_at_the_start() {
    ChildService service(service_program(), database, behind_environment(relay));
    std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 120));
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
  }

  void kill_at_work(std::size_t round) {
    ChildService service(service_program(), database, behind_environment(relay));
    service.wait_until_ready();
    const Caller admin(service.port(), token);
    settle(admin);
    reports.push_back("r" + std::to_string(round));
    make_report_due_today(admin, reports.back());
    meetings.push_back(deciding.call(admin, round));
    const auto pause = static_cast<unsigned>(random() % 40);
    std::thread reminds([&] { reminding.work(service.port(), token, reports.back(), pause); });
    std::thread decides([&] { deciding.work(service.port(), token); });
    std::thread hands_over([&] { handing_over.work(service.port(), token); });
    std::this_thread::sleep_for(std::chrono::microseconds(10'000 + random() % 200'000));
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
    for (std::thread* thread : {&reminds, &decides, &hands_over}) thread->join();
  }

  void settle(const Caller& admin) {
    reminding.settle(admin);
    deciding.settle(admin);
    handing_over.settle(admin);
  }

  // What a kill left uncertain is sent once more when a minute is over; this is that minute.
  void let_a_minute_pass() {
    {
      ChildService service(service_program(), database, behind_environment(relay));  // which notes the last kill
      service.wait_until_ready();
      stop(service);
    }
    tamper(database, "UPDATE mails SET next_attempt_at = next_attempt_at - 60000 WHERE next_attempt_at IS NOT NULL");
  }

  void wait_until_all_is_sent(const Caller& admin) const {
    const auto none = [&](const std::string& state) {
      return admin.get("/v1/mails?limit=1&state=" + state).json().at("items").empty();
    };
    const auto all_ended = [&] {
      if (!none("waiting") || !none("sending")) return false;
      const Json uncertain = admin.get("/v1/mails?limit=200&state=uncertain").json().at("items");
      return std::ranges::all_of(uncertain, [](const Json& mail) { return mail.at("next_attempt_at").is_null(); });
    };
    REQUIRE(comes_true(all_ended, std::chrono::minutes(2)));
  }

  void check_reminders() const;
  void check_digests() const;
  void check_mails() const;
};

// Each has its mail, made in the same transaction; each report had those of its day.
void KilledGroup::check_reminders() const {
  CHECK(number_of(database,
                  "SELECT count(*) FROM reminders r LEFT JOIN mails m ON m.event_id = r.event_id AND m.kind = "
                  "'reminder' AND m.user = 'head-' || r.agency WHERE m.id IS NULL") == 0);
  CHECK(number_of(database, "SELECT count(*) FROM mails WHERE kind = 'reminder'") ==
        number_of(database, "SELECT count(*) FROM reminders"));
  for (const auto& [report, agency] : reminding.acknowledged()) {
    CHECK(number_of(database, "SELECT count(*) FROM reminders WHERE by_hand = 1 AND report = '" + report +
                                  "' AND agency = '" + agency + "'") == 1);
  }
  for (const auto& report : reports) {
    CAPTURE(report);
    CHECK(number_of(database, "SELECT count(DISTINCT agency) FROM reminders WHERE by_hand = 0 AND report = '" + report +
                                  "'") == kGroupAgencies);
  }
}

// Each meeting is told of once to each head who was called.
void KilledGroup::check_digests() const {
  for (const auto& title : meetings) {
    CAPTURE(title);
    const std::string told = " FROM mails WHERE kind = 'digest' AND instr(text_body, '" + title + "') > 0";
    CHECK(number_of(database, "SELECT count(*)" + told) == kGroupAgencies);
    CHECK(number_of(database, "SELECT count(DISTINCT user)" + told) == kGroupAgencies);
  }
}

// Each came, once; more than once, or not at all, only where it is marked.
void KilledGroup::check_mails() const {
  const auto copies = copies_at(relay);
  store::Connection connection(database, store::Access::read_only);
  store::Query mail(connection, "SELECT message_id, state, losses FROM mails ORDER BY id");
  std::size_t all = 0;
  std::size_t marked = 0;
  std::size_t twice = 0;
  while (mail.next()) {
    CAPTURE(mail.text(0));
    const auto found = copies.find(mail.text(0));
    const int arrived = found == copies.end() ? 0 : found->second;
    const auto losses = mail.integer(2);
    CHECK((mail.text(1) == "sent" || (mail.text(1) == "uncertain" && losses == 2)));
    if (mail.text(1) == "sent") CHECK(arrived >= 1);
    CHECK(arrived <= 1 + losses);
    ++all;
    marked += losses > 0 ? 1U : 0U;
    twice += arrived > 1 ? 1U : 0U;
  }
  CHECK(copies.size() <= all);         // none that the outbox does not know
  if (!kSanitized) CHECK(marked > 0);  // the few kills there may all have missed a mail
  MESSAGE(all, " mails, ", marked, " were uncertain, ", twice, " came twice");
}

}  // namespace

TEST_CASE("killed a hundred times while it reminds, tells and hands over, the service loses and doubles nothing") {
  constexpr std::size_t kKills = kSanitized ? 9 : 100;
  KilledGroup group;
  for (std::size_t round = 1; round <= kKills; ++round) {
    if (round % 3 == 0) {
      group.kill_at_the_start();
    } else {
      group.kill_at_work(round);
    }
    if (round % 10 != 0) continue;
    const auto found = usecases::verify(group.database);
    REQUIRE_MESSAGE(found.problems.empty(), found.problems.front());
  }
  group.let_a_minute_pass();
  ChildService service(service_program(), group.database, behind_environment(group.relay));
  service.wait_until_ready();
  const Caller admin(service.port(), group.token);
  group.settle(admin);
  group.wait_until_all_is_sent(admin);
  group.stop(service);
  CHECK(group.reminding.refused + group.deciding.refused + group.handing_over.refused == 0);
  group.check_reminders();
  group.check_digests();
  group.check_mails();
  const auto decided = static_cast<std::int64_t>(group.deciding.decided());
  CHECK(number_of(group.database, "SELECT count(*) FROM tasks") == decided);
  CHECK(number_of(group.database, "SELECT count(DISTINCT task) FROM decisions") == decided);
  const auto handed = static_cast<std::int64_t>(group.handing_over.done());
  CHECK(number_of(group.database, "SELECT count(*) FROM events WHERE type = 'user.handed_over'") == handed);
  CHECK(usecases::verify(group.database).problems.empty());
  MESSAGE(group.reminding.acknowledged().size(), " reminders by hand, ", decided, " decisions, ", handed,
          " hand-overs, of which ", group.handing_over.caught_whole(), " were done when the answer was lost");
  CHECK(group.reminding.acknowledged().size() > (kSanitized ? 0 : kKills / 2));
  CHECK(handed > (kSanitized ? 0 : static_cast<std::int64_t>(kKills)));
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
