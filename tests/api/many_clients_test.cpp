// Many clients at once, idle, slow at reading or busy: each gets its turn.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <latch>

#include "normal_client.hpp"

using namespace support;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

// Writes a report that is more than the kernel takes off the service's hands for a client that does not read; gives the
// bytes of it as Markdown.
std::size_t write_large_report(const ReportFixture& f) {
  std::string text;
  while (text.size() < 900'000) text += "A sentence that is repeated to make the text long.\n\n";
  for (const char* id : {"obj-01", "obj-02", "obj-03", "obj-04", "obj-05", "obj-06", "obj-09", "obj-10"}) {
    const std::string path = f.section(id, "/texts/en");
    REQUIRE(f.coordinator.put(path, {{"markdown", text}}, {{"If-None-Match", "*"}}).status == 201);
  }
  const std::size_t whole = f.coordinator.get(f.path("/document.md")).body.size();
  REQUIRE(whole > 7'000'000);
  return whole;
}

}  // namespace

TEST_CASE("slow readers of a large answer are dropped, and hold no copies of it") {
  TestApp app(impatient());
  const ReportFixture f(app, "shared");
  const std::size_t whole = write_large_report(f);
  const std::string request = get_with(f.coordinator.token(), f.path("/document.md"));
  with_a_normal_client(app, [&] {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 12; ++i) {
      clients.push_back(std::make_unique<RawClient>(app.port(), 4096));
      clients.back()->send(request);
    }
    std::this_thread::sleep_for(milliseconds(2500));  // longer than they are waited for
    for (auto& client : clients) {
      const std::size_t received = client->receive(seconds(1)).size();
      CHECK(received > 0);
      CHECK(received < whole);
      CHECK(client->is_closed_within(seconds(10)));
    }
  });
}

TEST_CASE("a reader that takes its time but goes on gets the whole answer") {
  TestApp app(impatient());
  const ReportFixture f(app, "shared");
  const std::size_t whole = write_large_report(f);
  RawClient client(app.port(), 4096);
  client.send(get_with(f.coordinator.token(), f.path("/document.md")));
  std::this_thread::sleep_for(milliseconds(500));
  CHECK(body_of(client.receive_answer()).size() == whole);
}

TEST_CASE("300 idle connections cost nobody anything and end by themselves") {
  TestApp app(impatient());
  with_a_normal_client(app, [&] {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 300; ++i) clients.push_back(std::make_unique<RawClient>(app.port()));
    std::this_thread::sleep_for(milliseconds(300));
    for (const auto& client : clients) CHECK(client->is_closed_within(seconds(8)));
  });
}

TEST_CASE("more connections than allowed are told to come later, unless an idle one can make room") {
  Config config = impatient();
  config.max_connections = 8;
  config.idle_seconds = 60;
  config.header_seconds = 60;
  TestApp app(config);
  std::vector<std::unique_ptr<RawClient>> busy;
  for (int i = 0; i < 8; ++i) {
    busy.push_back(std::make_unique<RawClient>(app.port()));
    busy.back()->send("GET / HT");
  }
  std::this_thread::sleep_for(milliseconds(200));
  {
    RawClient late(app.port());
    check_refusal(late.receive_answer(), 503, "too_many_connections");
  }
  busy.clear();
  std::this_thread::sleep_for(milliseconds(200));
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 20; ++i) idle.push_back(std::make_unique<RawClient>(app.port()));
  CHECK(app.admin().get("/v1/me").status == 200);
}

TEST_CASE("200 keep-alive clients at once: none is refused, none starves") {
  TestApp app;
  constexpr int kClients = 200;
  constexpr int kMean = 40;  // answers a client: a slow machine takes longer for them, and shares out the same
  std::atomic<int> failed{0};
  std::atomic<int> in_all{0};
  std::vector<int> answered(kClients);
  std::latch all_connected(kClients);
  std::vector<std::thread> threads;
  for (int i = 0; i < kClients; ++i) {
    threads.emplace_back([&, i] {
      RawClient client(app.port());
      const std::string request = get_with(app.admin().token(), "/v1/me");
      all_connected.arrive_and_wait();
      while (in_all < kClients * kMean && failed == 0) {
        client.send(request);
        if (status_of(client.receive_answer(seconds(30))) != 200) ++failed;
        ++answered[static_cast<std::size_t>(i)];
        ++in_all;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  const auto [least, most] = std::ranges::minmax(answered);
  CHECK(least >= kMean / 10);
  MESSAGE("answered a client: ", least, " to ", most);
}
