#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "support/stored_section.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

namespace {

// Nine events: what the report needs, the report, then revisions 1 to 5 saved with the events 5 to 9.
struct Stored : support::StoredSection {
  Stored() {
    for (int i = 1; i <= 5; ++i) save(i, "text " + std::to_string(i));
  }

  void tamper(const std::string& sql) const { support::tamper(database.path(), sql); }
  usecases::Verification verify() const { return usecases::verify(database.path()); }
  std::string first_problem() const {
    const auto found = verify();
    return found.problems.empty() ? "" : found.problems.front();
  }
};

std::string after(const std::string& sql) {
  const Stored stored;
  stored.tamper(sql);
  return stored.first_problem();
}

// Puts an event at the end that fits the chain in all but its own hash.
constexpr const char* kForged =
    "INSERT INTO events (id, at, type, data, prev_hash, hash) "
    "SELECT id + 1, at, 'forged', '{}', hash, hash FROM events ORDER BY id DESC LIMIT 1";

}  // namespace

TEST_CASE("an untouched database is clean, and its last hash is that of its last event") {
  Stored stored;
  const auto found = stored.verify();
  CHECK(found.problems.empty());
  CHECK(found.events == 9);
  CHECK(found.revisions == 5);
  CHECK(found.last_hash == stored.events().back().hash);
}

TEST_CASE("a change of any column of an event is found at that event") {
  for (const char* change :
       {"at = at + 1", "type = 'text.read'", "report = 'other'", "report = NULL", "section = 'obj-08'",
        "section = NULL", "user = 'somebody'", "user = NULL", "agency = 'health'", "agency = NULL", "role = 'head'",
        "role = NULL", "data = '{\"revision\":99}'", "data = data || ' '", "hash = prev_hash",
        "hash = 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'"}) {
    CAPTURE(change);
    CHECK(after("UPDATE events SET " + std::string(change) + " WHERE id = 6") ==
          "event 6 was changed after it was stored (hash differs)");
  }
  CHECK(after("UPDATE events SET prev_hash = hash WHERE id = 6") ==
        "event 6 does not follow the event before it (prev_hash differs)");
}

TEST_CASE("an event made to hold bytes that are no text is found like any other change") {
  CHECK(after("UPDATE events SET type = CAST(X'ff' AS TEXT) WHERE id = 6") ==
        "event 6 was changed after it was stored (hash differs)");
  CHECK(after("UPDATE events SET data = CAST(X'22c022' AS TEXT) WHERE id = 6") ==
        "event 6 was changed after it was stored (hash differs)");
  CHECK(after("UPDATE events SET data = 'no json' WHERE id = 6") ==
        "event 6 was changed after it was stored (hash differs)");
}

TEST_CASE("an event changed together with its own hash is found at the one that follows") {
  Stored stored;
  auto event = stored.events().at(5);
  event.by.user = "somebody";
  stored.tamper("UPDATE events SET user = 'somebody', hash = '" + store::event_hash(event) + "' WHERE id = 6");
  CHECK(stored.first_problem() == "event 7 does not follow the event before it (prev_hash differs)");
}

TEST_CASE("a deleted event is found, the first one too") {
  CHECK(after("DELETE FROM events WHERE id = 6") == "event 6 is missing: the next stored one is event 7");
  CHECK(after("DELETE FROM events WHERE id = 1") == "event 1 is missing: the next stored one is event 2");
  CHECK(after("DELETE FROM events WHERE id BETWEEN 2 AND 4") == "event 2 is missing: the next stored one is event 5");
}

TEST_CASE("events that changed places are found") {
  CHECK(after("UPDATE events SET id = 99 WHERE id = 6; UPDATE events SET id = 6 WHERE id = 7; "
              "UPDATE events SET id = 7 WHERE id = 99") ==
        "event 6 does not follow the event before it (prev_hash differs)");
}

TEST_CASE("an event that was put in is found") {
  CHECK(after(kForged) == "event 10 was changed after it was stored (hash differs)");
  CHECK(after("INSERT INTO events (id, at, type, data, prev_hash, hash) SELECT 0, at, type, data, prev_hash, hash "
              "FROM events WHERE id = 1") == "event 1 is missing: the next stored one is event 0");
}

TEST_CASE("the end of the chain cut off is found where a text is left without its event") {
  CHECK(after("DELETE FROM events WHERE id > 7") == "the text saved with event 8 has no event of its own");
}

TEST_CASE("the end of the chain cut off together with its texts shows only in the last hash") {
  Stored stored;
  const auto before = stored.verify();
  stored.tamper(
      "UPDATE texts SET revision = 3, event_id = 7; DELETE FROM revisions WHERE event_id > 7; "
      "DELETE FROM events WHERE id > 7");
  const auto found = stored.verify();
  CHECK(found.problems.empty());
  CHECK(found.events == 7);
  // Who wrote down the hash that `verify` printed before sees that events are gone.
  CHECK(found.last_hash != before.last_hash);
  CHECK(found.last_hash == stored.events().back().hash);
}

TEST_CASE("a text changed, moved or lost is found and named by its event") {
  CHECK(after("UPDATE revisions SET markdown = 'other words' WHERE revision = 2") ==
        "the text saved with event 6 was changed after it was stored (hash differs)");
  CHECK(after("UPDATE revisions SET sha256 = '" + store::sha256_hex("other words") +
              "', markdown = 'other words' WHERE revision = 2") ==
        "the text saved with event 6 was changed after it was stored (hash differs)");
  CHECK(after("UPDATE revisions SET event_id = 99 WHERE revision = 2") ==
        "the text saved with event 99 has no event of its own");
  CHECK(after("DELETE FROM revisions WHERE revision = 2") == "1 saved texts are missing that the events record");
}

TEST_CASE("a text whose number, section or author differs from its event is found") {
  for (const char* change : {"revision = 7", "language = 'ru'", "user = 'somebody'", "agency = 'health'",
                             "role = 'head'", "section = 'other'", "report = 'other'", "saved_at = saved_at - 1"}) {
    CAPTURE(change);
    CHECK(after("UPDATE revisions SET " + std::string(change) + " WHERE revision = 2") ==
          "the text saved with event 6 differs from what the event says of it");
  }
}

TEST_CASE("a text of which something else is said than its event says is found") {
  for (const char* change : {"reason = 'a misprint'", "minor = 1", "words = 9", "source_revision = 1"}) {
    CAPTURE(change);
    CHECK(after("UPDATE revisions SET " + std::string(change) + " WHERE revision = 2") ==
          "the text saved with event 6 differs from what the event says of it");
  }
}

TEST_CASE("a text that shows an older revision than its newest is found") {
  CHECK(after("UPDATE texts SET revision = 1, event_id = 5") == "1 texts are not shown in their newest revision");
  CHECK(after("DELETE FROM texts") == "1 texts are not shown in their newest revision");
}

TEST_CASE("verification only reads") {
  Stored stored;
  const auto bytes = [&] {
    std::string all;
    for (const char* part : {"", "-wal"}) {
      std::ifstream in(stored.database.path() + part, std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  };
  const std::string before = bytes();
  REQUIRE(before.starts_with("SQLite format 3"));
  stored.verify();
  const bool same = bytes() == before;
  CHECK(same);
  stored.save(6, "text 6");
  CHECK(stored.verify().events == 10);
}
