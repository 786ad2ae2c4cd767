#include <doctest/doctest.h>
#include <signal.h>

#include <atomic>
#include <mutex>
#include <random>

#include "service_program.hpp"
#include "support/raw_client.hpp"
#include "support/sanitized.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"
#include "written_report.hpp"

using namespace support;
using std::chrono::milliseconds;

namespace {

constexpr std::array kSections{"obj-01", "obj-02", "obj-03", "obj-04"};

// One client of a section: saves one text after the other until the service is gone.
class Writer {
 public:
  explicit Writer(const char* section) : section_(section) {}

  // What was under way when the service was killed is either there whole or not at all.
  void settle(const Caller& reader) {
    const auto newest = reader.get(text_path(section_));
    const std::size_t revisions = newest.status == 404 ? 0 : newest.json().at("revision").get<std::size_t>();
    REQUIRE(revisions >= acknowledged.size());
    REQUIRE(revisions <= acknowledged.size() + 1);
    if (revisions > acknowledged.size()) acknowledged.push_back(under_way_);
    if (revisions > 0) CHECK(newest.json().at("markdown") == acknowledged.back());
  }

  void write_until_killed(int port, const std::string& token, std::atomic<std::size_t>& answers) {
    while (true) {
      under_way_ = "Text " + std::to_string(acknowledged.size() + 1) + " of " + section_ + ", " +
                   std::string(acknowledged.size() % 5000, 'x') + ".";
      const int status = save_next(port, token, section_, acknowledged.size(), under_way_);
      if (status == 0) return;
      if (status != 200 && status != 201) ++refused;
      if (refused > 0) return;
      acknowledged.push_back(under_way_);
      ++answers;
    }
  }

  const std::string& section() const { return section_; }
  std::vector<std::string> acknowledged;
  int refused = 0;

 private:
  std::string section_;
  std::string under_way_;
};

}  // namespace

TEST_CASE("a service killed at any moment under load has lost nothing that it acknowledged, a hundred times") {
  constexpr int kRounds = kSanitized ? 10 : 100;
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  std::vector<Writer> writers(kSections.begin(), kSections.end());
  std::mt19937 random(7);
  std::string token;
  for (int round = 0; round < kRounds; ++round) {
    ChildService service(service_program(), database);
    service.wait_until_ready();
    if (round == 0) {
      token = service.token();
      make_report({service.port(), token});
    }
    for (auto& writer : writers) writer.settle({service.port(), token});
    std::vector<std::thread> threads;
    std::atomic<std::size_t> answers{0};
    for (auto& writer : writers) {
      threads.emplace_back([&] { writer.write_until_killed(service.port(), token, answers); });
    }
    // Some rounds end before the first answer, most of them after some, however busy the machine is.
    const std::size_t wanted = random() % 40;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (answers < wanted && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(std::chrono::microseconds(100));  // the cores are the service's
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 5'000));
    service.signal(SIGKILL);
    CHECK(service.wait_for_end() == -SIGKILL);
    for (auto& thread : threads) thread.join();
    const auto found = usecases::verify(database);
    REQUIRE_MESSAGE(found.problems.empty(), found.problems.front());
  }
  ChildService service(service_program(), database);
  service.wait_until_ready();
  const Caller reader(service.port(), token);
  Acknowledged acknowledged;
  std::size_t saved = 0;
  for (auto& writer : writers) {
    CHECK(writer.refused == 0);
    writer.settle(reader);
    acknowledged[writer.section()] = writer.acknowledged;
    saved += writer.acknowledged.size();
  }
  MESSAGE(saved, " revisions were acknowledged");
  CHECK(saved > kRounds);
  check_all_there(reader, acknowledged);
  stop_and_verify(service, database);
}

TEST_CASE("SIGTERM lets requests under way finish, moves the log into the file and ends with 0") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  ChildService service(service_program(), database);
  service.wait_until_ready();
  const std::string token = service.token();
  make_report({service.port(), token});
  const std::string text(1000, 'x');
  RawClient writer(service.port());
  writer.send("PUT " + text_path("obj-07") + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
              "\r\nIf-None-Match: *\r\nContent-Length: 1000\r\n\r\n" + text.substr(0, 10));
  RawClient waiting(service.port());
  waiting.send("GET /v1/reports/r/events?after=1000&wait=30 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
               "\r\n\r\n");
  RawClient idle(service.port());
  std::this_thread::sleep_for(milliseconds(300));
  service.signal(SIGTERM);
  CHECK(status_of(waiting.receive_answer()) == 200);
  CHECK(idle.is_closed_within(milliseconds(2000)));
  writer.send(text.substr(10));
  CHECK(status_of(writer.receive_answer()) == 201);
  CHECK(service.wait_for_end() == 0);
  ChildService again(service_program(), database);
  again.wait_until_ready();
  check_all_there({again.port(), token}, {{"obj-07", {text}}});
  stop_and_verify(again, database);
}

TEST_CASE("a second service on the same database is refused in words") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  ChildService service(service_program(), database);
  service.wait_until_ready();
  const auto [code, printed] =
      run_program({service_program(), "serve", "--database", database, "--port", "0"}, folder.file("second.log"));
  CHECK(code == 1);
  CHECK(printed.find("uses the database") != std::string::npos);
}

TEST_CASE("verify names the first bad event and ends with 1") {
  const TemporaryFolder folder;
  const std::string database = folder.file("test.sqlite");
  {
    ChildService service(service_program(), database);
    service.wait_until_ready();
    make_report({service.port(), service.token()});
    stop_and_verify(service, database);
  }
  support::tamper(database, "UPDATE events SET user = 'somebody' WHERE id = 2");
  const auto [code, printed] = run_program({service_program(), "verify", database}, folder.file("verify.log"));
  CHECK(code == 1);
  CHECK(printed.starts_with("bad: event 2 was changed after it was stored"));
}
