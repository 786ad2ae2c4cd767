// Whatever the operations share, locks and caches, they share while all of them are under way.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "fuzzed_report.hpp"

using namespace support;

TEST_CASE("every operation is asked for by many at once, and none fails") {
  const Fuzzed fuzzed;
  const auto samples = fuzzed.samples();
  const std::size_t count = operations().size();
  std::atomic<int> done{0};
  std::atomic<int> failed{0};
  const auto ask_for_all = [&](const Caller& caller, std::size_t first) {
    for (std::size_t i = 0; i < count; ++i) {
      const int status = send(caller, samples.fitting(operations()[(first + i) % count])).status;
      ++(status < 500 || status == 501 || status == 503 ? done : failed);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < 4; ++i) {
    threads.emplace_back(ask_for_all, i % 2 == 0 ? fuzzed.fixture.coordinator : fuzzed.app.admin(), i * count / 4);
  }
  threads.emplace_back([&] {
    for (int i = 0; i < 20; ++i) fuzzed.fixture.save("Text " + std::to_string(i));
  });
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(done == 4 * static_cast<int>(count));
}
