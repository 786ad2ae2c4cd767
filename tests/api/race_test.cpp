#include <doctest/doctest.h>

#include <array>
#include <barrier>

#include "support/api_app.hpp"
#include "support/raw_client.hpp"

using namespace support;

namespace {

// A writer on one connection of its own, kept alive.
class Writer {
 public:
  Writer(int port, std::string token, std::string path)
      : client_(port), token_(std::move(token)), path_(std::move(path)) {}

  // Saves on top of a revision; gives the status.
  int save(const std::string& text, int revision) {
    const std::string match = revision == 0 ? "If-None-Match: *" : "If-Match: \"" + std::to_string(revision) + "\"";
    client_.send("PUT " + path_ + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token_ + "\r\n" + match +
                 "\r\nContent-Type: text/markdown\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" +
                 text);
    return status_of(client_.receive_answer(std::chrono::seconds(30)));
  }

 private:
  RawClient client_;
  std::string token_;
  std::string path_;
};

}  // namespace

TEST_CASE("of two writers with one ETag exactly one is refused, a thousand times") {
  constexpr int kRounds = 1000;
  TestApp app;
  const ReportFixture f(app);
  const std::string path = f.section("obj-07", "/texts/en");
  std::array<std::vector<int>, 2> statuses;
  std::barrier both(2);
  const auto write = [&](std::size_t who, const Caller& caller) {
    Writer writer(app.port(), caller.token(), path);
    for (int round = 0; round < kRounds; ++round) {
      both.arrive_and_wait();
      statuses.at(who).push_back(writer.save("round " + std::to_string(round) + " by " + std::to_string(who), round));
    }
  };
  std::thread first([&] { write(0, f.writer); });
  std::thread second([&] { write(1, f.contributor); });
  first.join();
  second.join();
  int won_by_first = 0;
  int wrong = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    const int one = statuses[0][round];
    const int other = statuses[1][round];
    const int saved = round == 0 ? 201 : 200;
    won_by_first += one == saved ? 1 : 0;
    if (!((one == saved && other == 412) || (one == 412 && other == saved))) ++wrong;
  }
  CHECK(wrong == 0);
  MESSAGE("the first writer won ", won_by_first, " of ", kRounds);
  const auto newest = f.writer.get(path).json();
  CHECK(newest.at("revision") == kRounds);
  CHECK(newest.at("markdown").get<std::string>().starts_with("round 999 by "));
}

TEST_CASE("one Idempotency-Key used by many at once is carried out once") {
  TestApp app;
  constexpr int kCallers = 16;
  std::atomic<int> created{0};
  std::atomic<int> other{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kCallers; ++i) {
    threads.emplace_back([&] {
      const auto answer = app.admin().post("/v1/agencies", {{"id", "labour"}, {"title", {{"en", "Labour"}}}},
                                           {{"Idempotency-Key", "one"}});
      (answer.status == 201 ? created : other)++;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(created == kCallers);
  CHECK(other == 0);
  CHECK(app.admin().get("/v1/agencies").json().at("items").size() == 1);
}
