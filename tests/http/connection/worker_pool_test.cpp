#include "http/connection/worker_pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <latch>
#include <thread>

TEST_CASE("all work is done before the pool is gone") {
  std::atomic<int> done{0};
  {
    http::WorkerPool pool(4);
    for (int i = 0; i < 1000; ++i) pool.run([&] { ++done; });
  }
  CHECK(done == 1000);
}

TEST_CASE("work that waits for other work gets a thread of its own, up to the limit") {
  std::latch all(8);
  std::atomic<int> met{0};
  {
    http::WorkerPool pool(8);
    for (int i = 0; i < 8; ++i) {
      pool.run([&] {
        all.arrive_and_wait();  // ends only when all eight run at once
        ++met;
      });
    }
  }
  CHECK(met == 8);
}

TEST_CASE("never more threads than allowed work at once") {
  std::atomic<int> busy{0};
  std::atomic<int> most{0};
  {
    http::WorkerPool pool(3);
    for (int i = 0; i < 60; ++i) {
      pool.run([&] {
        const int now = ++busy;
        int seen = most;
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        --busy;
      });
    }
  }
  CHECK(most <= 3);
  CHECK(most >= 2);
}

TEST_CASE("a pool with work waiting says that a worker has no time to stay") {
  std::latch go(1);
  http::WorkerPool pool(1);
  CHECK(pool.has_time());
  pool.run([&] { go.wait(); });
  pool.run([] {});
  CHECK_FALSE(pool.has_time());
  go.count_down();
}

TEST_CASE("pools that give work to each other can be ended one after the other") {
  std::atomic<int> passed = 0;
  for (int round = 0; round < 200; ++round) {
    std::atomic<bool> over = false;
    http::WorkerPool first(2);
    http::WorkerPool second(2);
    std::function<void(http::WorkerPool&, http::WorkerPool&)> pass = [&](http::WorkerPool& to, http::WorkerPool& then) {
      ++passed;
      if (!over) to.run([&] { pass(then, to); });
    };
    first.run([&] { pass(second, first); });
    second.run([&] { pass(first, second); });
    std::this_thread::sleep_for(std::chrono::microseconds(50));
    first.end();
    over = true;
    second.end();
  }
  CHECK(passed >= 200);
}

TEST_CASE("work that comes to a pool that was ended is left") {
  http::WorkerPool pool(2);
  pool.end();
  bool done = false;
  pool.run([&] { done = true; });
  pool.end();
  CHECK_FALSE(done);
}
