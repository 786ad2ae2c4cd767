#include <doctest/doctest.h>

#include "support/stored_section.hpp"

TEST_CASE("the hash of an event is the one that anybody can compute from its columns") {
  // printf '[1,1768467600000,"text.saved",...,"{\\"revision\\":1}","00...0"]' | sha256sum
  domain::Event event;
  event.id = 1;
  event.at = 1'768'467'600'000;
  event.type = "text.saved";
  event.report = "tkm-2026";
  event.section = "obj-07";
  event.by = {"writer", "not hashed: a person may be renamed", "labour", "contributor"};
  event.data = R"({"revision":1})";
  event.prev_hash = std::string(64, '0');
  CHECK(store::event_hash(event) == "323d7a51c26140483765256be55feef927371120defffaf3852ac697fb24de2b");
  event.by.for_user = "head";  // whose deputy the writer was: a member more, at the end
  CHECK(store::event_hash(event) == "76a9976faef05aa0ff0eb81534abdc97a7c1657b12a20c62a5e48dcbed7624f0");
}

TEST_CASE("an event is read back as it was appended, and holds the hash of the one before it") {
  support::OpenDatabase open;
  open.database.write([](store::WriteTx& tx) {
    store::append_event(tx, "report.created", {"tkm-2026", ""}, {"coordinator", "", "", "coordinator"},
                        {{"country", "TKM"}});
    store::append_event(tx, "text.saved", {"tkm-2026", "obj-07"}, {"writer", "", "labour", "contributor"},
                        {{"n", "Ž"}});
  });
  const auto events = open.events();
  REQUIRE(events.size() == 2);
  CHECK(events[0].id == 1);
  CHECK(events[0].section.empty());
  CHECK(events[0].prev_hash == std::string(64, '0'));
  CHECK(events[1].by.agency == "labour");
  CHECK(events[1].data == R"({"n":"Ž"})");
  CHECK(events[1].prev_hash == events[0].hash);
  CHECK(events[1].hash == store::event_hash(events[1]));
}

TEST_CASE("events are listed by report, after an id, up to a limit") {
  support::OpenDatabase open;
  open.database.write([](store::WriteTx& tx) {
    for (const char* report : {"a", "b", "a", "", "a"})
      store::append_event(tx, "x", {report, ""}, {}, nlohmann::json::object());
  });
  open.database.read([](store::ReadTx& tx) {
    const auto ids = [&](const std::optional<std::string>& report, std::int64_t after, int limit) {
      std::vector<std::int64_t> found;
      for (const auto& event : store::list_events(tx, report, after, limit).events) found.push_back(event.id);
      return found;
    };
    CHECK(ids("a", 0, 10) == std::vector<std::int64_t>{1, 3, 5});
    CHECK(ids("a", 1, 1) == std::vector<std::int64_t>{3});
    CHECK(ids(std::nullopt, 2, 10) == std::vector<std::int64_t>{3, 4, 5});
    CHECK(ids("c", 0, 10).empty());
    CHECK(store::last_event(tx).id == 5);
    CHECK(store::last_event_for(tx, "b").id == 2);
    return 0;
  });
}

TEST_CASE("a page of events ends once their data are as much as it may hold, and has one event at least") {
  support::OpenDatabase open;
  constexpr int kEvents = 10;
  const nlohmann::json half{{"x", std::string(store::kMostDataOfPage / 2, 'x')}};
  open.database.write([&](store::WriteTx& tx) {
    for (int i = 0; i < kEvents; ++i) store::append_event(tx, "x", {"a", ""}, {}, half);
    store::append_event(tx, "x", {"a", ""}, {}, {{"x", std::string(3 * store::kMostDataOfPage, 'x')}});
    store::append_event(tx, "x", {"b", ""}, {}, half);
  });
  open.database.read([](store::ReadTx& tx) {
    for (const std::optional<std::string>& report : {std::optional<std::string>("a"), std::optional<std::string>()}) {
      std::int64_t after = 0;
      for (int page = 0; page < kEvents / 2; ++page) {
        const auto two = store::list_events(tx, report, after, 1000);
        CHECK(two.more);
        REQUIRE(two.events.size() == 2);
        CHECK(two.events.front().id == after + 1);
        after = two.events.back().id;
      }
      const auto large = store::list_events(tx, report, after, 1000);
      CHECK(large.more);
      CHECK(large.events.size() == 1);
    }
    const auto last = store::list_events(tx, std::nullopt, kEvents + 1, 1000);
    CHECK(last.events.size() == 1);
    CHECK_FALSE(last.more);
    CHECK(store::list_events(tx, "a", 0, 1).more);
    CHECK_FALSE(store::list_events(tx, "a", kEvents + 1, 1000).more);
    return 0;
  });
}

TEST_CASE("the last event up to a time is found") {
  support::OpenDatabase open;
  for (int i = 0; i < 3; ++i) {
    open.database.write([](store::WriteTx& tx) {
      store::append_event(tx, "x", {"a", ""}, {}, nlohmann::json::object());
    });
    open.now += 1000;
  }
  open.database.read([](store::ReadTx& tx) {
    CHECK(store::last_event_for(tx, "a", 1'000'999).id == 1);
    CHECK(store::last_event_for(tx, "a", 1'001'000).id == 2);
    CHECK(store::last_event_for(tx, "a", 999).id == 0);
    return 0;
  });
}
