#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

#include "domain/basis/error.hpp"
#include "support/stored_section.hpp"

namespace {

using nlohmann::json;

void append(store::WriteTx& tx, const std::string& type) { store::append_event(tx, type, {}, {}, json::object()); }

// Each event follows the one before it, from 1 on.
void check_chain(support::OpenDatabase& open) {
  std::string prev(64, '0');
  std::int64_t id = 0;
  for (const auto& event : open.events()) {
    CHECK(event.id == ++id);
    CHECK(event.prev_hash == prev);
    CHECK(store::event_hash(event) == event.hash);
    prev = event.hash;
  }
}

// Writers that are sure to wait at the same time: all come while the first one holds the database.
template <class Function>
void write_together(support::OpenDatabase& open, int writers, Function function) {
  std::latch holding(1);
  std::latch all_wait(writers);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    open.database.write([&](store::WriteTx&) {
      holding.count_down();
      all_wait.wait();
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    });
  });
  holding.wait();
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&, i] {
      all_wait.count_down();
      function(i);
    });
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("a function that throws leaves the others of its batch alone") {
  support::OpenDatabase open;
  std::atomic<int> refused{0};
  write_together(open, 20, [&](int i) {
    try {
      open.database.write([&](store::WriteTx& tx) {
        append(tx, "writer." + std::to_string(i));
        if (i % 2 == 1) throw std::runtime_error("changed my mind");
      });
    } catch (const std::runtime_error& error) {
      CHECK(std::string(error.what()) == "changed my mind");
      ++refused;
    }
  });
  CHECK(refused == 10);
  CHECK(open.events().size() == 10);
  for (const auto& event : open.events()) CHECK((event.type.back() - '0') % 2 == 0);
  check_chain(open);
}

TEST_CASE("writers that wait together share one commit, whose events are told once and in order") {
  support::OpenDatabase open;
  std::vector<std::int64_t> told;
  std::size_t commits = 0;
  open.database.on_commit([&](const std::vector<store::Change>& changes) {
    ++commits;
    for (const auto& change : changes) told.push_back(change.event);
  });
  write_together(open, 30, [&](int) { open.append("x"); });
  REQUIRE(told.size() == 30);
  for (std::size_t i = 0; i < told.size(); ++i) CHECK(told[i] == static_cast<std::int64_t>(i) + 1);
  CHECK(commits < 10);
}

TEST_CASE("a write that throws leaves nothing behind") {
  support::OpenDatabase open;
  CHECK_THROWS_AS(open.database.write([](store::WriteTx& tx) {
    append(tx, "lost");
    throw std::runtime_error("no");
  }),
                  std::runtime_error);
  CHECK(open.events().empty());
  CHECK(open.append("kept") == 1);
  check_chain(open);
}

TEST_CASE("a part that throws is undone alone, its events included") {
  support::OpenDatabase open;
  std::vector<store::Change> told;
  open.database.on_commit([&](const std::vector<store::Change>& changes) { told = changes; });
  open.database.write([](store::WriteTx& tx) {
    append(tx, "before");
    CHECK_THROWS_AS(store::run_part(tx,
                                    [&] {
                                      append(tx, "lost");
                                      throw std::runtime_error("no");
                                    }),
                    std::runtime_error);
    store::run_part(tx, [&] { append(tx, "part"); });
    append(tx, "after");
  });
  REQUIRE(told.size() == 3);
  CHECK(told[1].type == "part");
  CHECK(open.events().size() == 3);
  check_chain(open);
}

TEST_CASE("now is one moment for a transaction and never before the last event") {
  support::OpenDatabase open;
  open.append("first");
  open.now -= 5000;  // somebody set the clock back
  open.append("second");
  open.now += 6000;
  open.append("third");
  const auto events = open.events();
  CHECK(events[0].at == 1'000'000);
  CHECK(events[1].at == 1'000'000);
  CHECK(events[2].at == 1'001'000);
}

TEST_CASE("a reader sees one state of the database, whatever is written meanwhile") {
  support::OpenDatabase open;
  open.append("first");
  open.database.read([&](store::ReadTx& tx) {
    CHECK(store::last_event(tx).id == 1);
    std::thread([&] { open.append("second"); }).join();
    CHECK(store::last_event(tx).id == 1);
    CHECK(open.database.read([](store::ReadTx& other) { return store::last_event(other).id; }) == 2);
    return 0;
  });
  CHECK(open.database.read([](store::ReadTx& tx) { return store::last_event(tx).id; }) == 2);
}

TEST_CASE("a backup made while others write is whole") {
  support::OpenDatabase open;
  for (int i = 0; i < 200; ++i) open.append("before." + std::string(2000, 'x'));
  std::atomic<bool> ready{false};
  std::thread writer([&] {
    while (!ready) open.append("while");
  });
  while (open.events().size() == 200) std::this_thread::yield();
  open.database.backup_to(open.folder.file("copy.sqlite"));
  ready = true;
  writer.join();
  store::Connection copy(open.folder.file("copy.sqlite"), store::Access::read_only);
  store::ReadTx tx{copy};
  CHECK(store::integrity_problems(tx).empty());
  const auto copied = store::list_events(tx, std::nullopt, 0, 100'000).events;
  const auto written = open.events();
  REQUIRE(copied.size() > 200);
  REQUIRE(written.size() >= copied.size());
  CHECK(copied.back().hash == written[copied.size() - 1].hash);
}

TEST_CASE("a named constraint becomes a sentence for the client") {
  support::OpenDatabase open;
  const auto insert = [&] {
    open.database.write([](store::WriteTx& tx) {
      store::Query(tx.connection, "INSERT INTO users (id, name, created_at, updated_at) VALUES ('a', 'A', 0, 0)").run();
    });
  };
  insert();
  try {
    insert();
    FAIL("a second user with the same id was stored");
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::conflict);
    CHECK(error.kind() == "id_taken");
  }
}

TEST_CASE("a checkpoint moves the log into the file") {
  support::OpenDatabase open;
  open.append("x");
  const auto log = std::filesystem::path(open.database.path() + "-wal");
  CHECK(std::filesystem::file_size(log) > 0);
  open.database.checkpoint();
  CHECK(std::filesystem::file_size(log) == 0);
  CHECK(open.events().size() == 1);
}
