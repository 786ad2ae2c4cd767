// What is asked of the database again and again costs no more where much has become of other things.
#include <doctest/doctest.h>

#include <string>

#include "store/log/events.hpp"
#include "store/people/tokens.hpp"
#include "store/preparation/digests.hpp"
#include "store/preparation/meetings.hpp"
#include "store/preparation/reminders.hpp"
#include "support/steps.hpp"
#include "support/stored_section.hpp"

namespace {

constexpr int kFewOthers = 10;
constexpr int kManyOthers = 1000;

// ?1 is the number of an event of its own, ?2 that of the turn.
void run_numbered(store::WriteTx& tx, const std::string& sql, std::int64_t event, int turn) {
  SQLite::Statement statement(tx.connection.raw(), sql);
  if (statement.getBindParameterCount() > 0) statement.bind(1, event);
  if (statement.getBindParameterCount() > 1) statement.bind(2, turn);
  statement.exec();
}

std::int64_t event_of_growth(store::WriteTx& tx) {
  return store::append_event(tx, "test", {}, {}, nlohmann::json::object());
}

void run_often(support::StoredSection& stored, int count, const std::string& sql) {
  stored.database.write([&](store::WriteTx& tx) {
    for (int turn = 1; turn <= count; ++turn) run_numbered(tx, sql, event_of_growth(tx), turn);
  });
}

void run_once(support::StoredSection& stored, const std::string& sql) { run_often(stored, 1, sql); }

// What a question costs where a statement was run so often before.
template <class Question>
int steps_among(int others, const std::string& sql, Question question) {
  support::StoredSection stored;
  run_often(stored, others, sql);
  return stored.database.read([&](store::ReadTx& tx) { return support::steps_of(tx, [&] { question(tx); }); });
}

template <class Question>
void check_no_growth(const std::string& sql, Question question) {
  const int among_few = steps_among(kFewOthers, sql, question);
  const int among_many = steps_among(kManyOthers, sql, question);
  CHECK(among_few > 0);
  CHECK(among_many <= among_few + 20);
}

}  // namespace

TEST_CASE("the last event that changes a document is found however often agencies were renamed") {
  check_no_growth("INSERT INTO agency_versions VALUES (?1, 'labour', '{}')",
                  [](store::ReadTx& tx) { CHECK(store::last_event_for(tx, "r").id > kFewOthers); });
}

TEST_CASE("the writers of an agency are found among any number of posts of others") {
  const std::string others =
      "INSERT INTO posts (user, role, agency) SELECT 'writer', 'head', id FROM agencies WHERE id <> 'labour' "
      "AND ?1 > 0";
  const auto steps = [&](int count) {
    support::StoredSection stored;
    run_once(stored, "INSERT INTO agencies VALUES ('other', '{}', '{}', 1, 1, 0, 0)");
    run_often(stored, count, others);
    return stored.database.read([&](store::ReadTx& tx) {
      return support::steps_of(tx, [&] { CHECK(store::writers_with_address(tx, "labour", "2026-01-15").empty()); });
    });
  };
  CHECK(steps(kManyOthers) <= steps(kFewOthers) + 20);
}

TEST_CASE("a page of reminders costs what is on it") {
  check_no_growth("INSERT INTO reminders VALUES (?1, 'r', 'labour', '2026-01-15', 0, NULL, NULL, NULL, NULL, 0)",
                  [](store::ReadTx& tx) { CHECK(store::list_reminders(tx, "r", "", 0, 5).size() == 5); });
}

TEST_CASE("the live tokens of a person are counted past any number of revoked ones") {
  check_no_growth(
      "INSERT INTO tokens (user, hash, label, scopes, created_at, revoked_at) "
      "VALUES ('writer', printf('%064d', ?2), 'T', '[]', 0, ?1)",
      [](store::ReadTx& tx) { CHECK(store::count_live_tokens(tx, "writer", 0) == 0); });
}

TEST_CASE("a roll call is the newest answer of each agency, and those before are hardly looked at") {
  const auto steps = [](int answers) {
    support::StoredSection stored;
    run_once(stored,
             "INSERT INTO meetings VALUES ('r', 1, 1, 't', '2026-01-01', NULL, NULL, NULL, '[]', '[]', '[]', "
             "'[]', 'planned', NULL, NULL, ?1)");
    run_often(stored, answers, "INSERT INTO roll_call_answers VALUES (?1, 'r', 1, 'labour', ?2, 1, NULL, 'A ' || ?2)");
    return stored.database.read([&](store::ReadTx& tx) {
      return support::steps_of(tx, [&] {
        const auto found = store::roll_call(tx, "r", 1);
        REQUIRE(found.size() == 1);
        CHECK(found.at("labour").version == answers);
        CHECK(found.at("labour").attends == "A " + std::to_string(answers));
      });
    });
  };
  CHECK(steps(50) < steps(1) + 49 * 15);
}
