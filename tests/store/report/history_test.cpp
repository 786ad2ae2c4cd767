#include <doctest/doctest.h>

#include <map>
#include <string>

#include "store/report/pictures.hpp"
#include "store/report/transitions.hpp"
#include "support/steps.hpp"
#include "support/stored_section.hpp"

namespace {

constexpr int kShort = 20;
constexpr int kLong = 2000;

// Saves many revisions of one section in one transaction.
void save_many(support::StoredSection& stored, int count) {
  stored.database.write([&](store::WriteTx& tx) {
    for (int i = 1; i <= count; ++i) {
      domain::Revision revision;
      revision.report = "r";
      revision.section = "s";
      revision.language = "en";
      revision.revision = i;
      revision.sha256 = store::sha256_hex("x");
      revision.author = {"writer", "", "labour", "contributor"};
      revision.markdown = "x";
      revision.event = store::append_event(tx, "text.saved", {"r", "s"}, {}, nlohmann::json::object());
      store::insert_revision(tx, revision);
    }
  });
}

void act_many(support::StoredSection& stored, int count) {
  stored.database.write([&](store::WriteTx& tx) {
    for (int i = 1; i <= count; ++i) {
      domain::Transition transition;
      transition.report = "r";
      transition.section = "s";
      transition.action = i % 2 == 0 ? "approve" : "reopen";
      transition.from_state = transition.to_state = "in_review";
      transition.by = {"writer", "", "", "head"};
      transition.event = store::append_event(tx, "section.approved", {"r", "s"}, {}, nlohmann::json::object());
      store::insert_transition(tx, transition);
    }
  });
}

int steps_of_first_text(int revisions) {
  support::StoredSection stored;
  const auto first = stored.events().back().id + 1;
  save_many(stored, revisions);
  return stored.database.read([&](store::ReadTx& tx) {
    return support::steps_of(
        tx, [&] { REQUIRE(store::texts_of_report_at(tx, "r", first).at("s").at("en").revision == 1); });
  });
}

int steps_of_approvals(int acts) {
  support::StoredSection stored;
  act_many(stored, acts);
  const auto last = stored.events().back().id;
  return stored.database.read([&](store::ReadTx& tx) {
    return support::steps_of(tx, [&] { REQUIRE(store::approvals_at(tx, "r", last).at("s").size() == 1); });
  });
}

// One row of every table of history.
void fill_history(support::StoredSection& stored) {
  stored.save(1, "x");
  stored.database.write([&](store::WriteTx& tx) {
    const auto run = [&](const char* sql) { tx.connection.execute(sql); };
    const auto event = store::append_event(tx, "test", {}, {}, nlohmann::json::object());
    const std::string number = std::to_string(event);
    const auto with_event = [&](std::string sql) {
      sql.replace(sql.find('@'), 1, number);
      run(sql.c_str());
    };
    with_event("INSERT INTO agency_versions VALUES (@, 'labour', '{}')");
    with_event("INSERT INTO carried_over SELECT event_id, 'r', 1 FROM revisions WHERE event_id < @");
    with_event("INSERT INTO placed_pictures SELECT event_id, 'a.png', 1 FROM revisions WHERE event_id < @");
    with_event("INSERT INTO confirmations VALUES (@, 'r', 's', 'en', 1)");
    with_event(
        "INSERT INTO transitions VALUES (@, 'r', 's', 'approve', 'in_review', 'a', 'approved', NULL, NULL, '{}', 0, "
        "'writer', NULL, 'head', 0)");
    with_event(
        "INSERT INTO picture_versions VALUES (@, 'r', 's', 'a.png', 1, 'image/png', printf('%064d', 0), 1, 1, 1, NULL, "
        "'writer', NULL, 'head', 0, X'00')");
    with_event("INSERT INTO glossary_versions VALUES ('r', 1, @, '[]', printf('%064d', 0))");
    with_event("INSERT INTO promises VALUES ('r', 1, '{}', NULL, NULL, '{}', @)");
    with_event(
        "INSERT INTO promise_answers VALUES (@, 'r', 1, 1, 'open', NULL, NULL, NULL, 'writer', NULL, 'head', 0)");
    with_event(
        "INSERT INTO tasks SELECT 'r', 1, 1, 't', NULL, 'labour', NULL, NULL, NULL, NULL, 'open', NULL, NULL, NULL, "
        "'[]', @, 0");
    with_event(
        "INSERT INTO task_versions SELECT @, 'r', 1, 1, 't', NULL, 'labour', NULL, NULL, NULL, NULL, 'open', NULL, "
        "NULL, NULL, '[]'");
    with_event(
        "INSERT INTO assistance SELECT 'r', 1, 1, 't', NULL, 'IOM', 'data', NULL, NULL, NULL, NULL, NULL, 'drafted', "
        "NULL, NULL, @, 0");
    with_event(
        "INSERT INTO assistance_versions SELECT @, 'r', 1, 1, 't', NULL, 'IOM', 'data', NULL, NULL, NULL, NULL, NULL, "
        "'drafted', NULL, NULL");
    with_event(
        "INSERT INTO meetings SELECT 'r', 1, 1, 't', '2026-01-01', NULL, NULL, NULL, '[]', '[]', '[]', '[]', "
        "'planned', NULL, NULL, @");
    with_event(
        "INSERT INTO meeting_versions SELECT @, 'r', 1, 1, 't', '2026-01-01', NULL, NULL, NULL, '[]', '[]', '[]', "
        "'[]', 'planned', NULL, NULL");
    with_event("INSERT INTO roll_call_answers VALUES (@, 'r', 1, 'labour', 1, 1, NULL, NULL)");
    with_event("INSERT INTO decisions VALUES (@, 'r', 1, 1, 't', NULL)");
    with_event("INSERT INTO minutes VALUES (@, 'r', 1, 1, 't')");
    with_event(
        "INSERT INTO editions SELECT 'r', 1, 'n', 'draft', 'latest', '[]', NULL, id, id, '{}', 'writer', NULL, 'head', "
        "0, NULL, NULL, NULL, NULL FROM events WHERE id = @");
    run("INSERT INTO edition_files VALUES (1, 'r', 1, 'a.md', X'00')");
    with_event(
        "INSERT INTO submissions VALUES ('r', 1, 1, 'a', 'b', '2026-01-01', NULL, NULL, @, 'writer', NULL, 'head', 0)");
    with_event(
        "INSERT INTO receipts VALUES ('r', 1, 'a.png', 'image/png', printf('%064d', 0), @, 'writer', NULL, 'head', 0, "
        "X'00')");
    with_event("INSERT INTO reminders VALUES (@, 'r', 'labour', '2026-01-15', 0, NULL, NULL, NULL, NULL, 0)");
    run("INSERT INTO reminder_sections SELECT max(event_id), 's', 'r', 'labour', '2026-01-15', 0, 0 FROM reminders");
  });
}

constexpr const char* kHistory[] = {"events",           "agency_versions",   "report_versions",
                                    "section_versions", "formats",           "revisions",
                                    "carried_over",     "placed_pictures",   "section_writers",
                                    "transitions",      "confirmations",     "picture_versions",
                                    "editions",         "glossary_versions", "promises",
                                    "promise_answers",  "edition_files",     "submissions",
                                    "receipts",         "task_versions",     "assistance_versions",
                                    "meeting_versions", "roll_call_answers", "decisions",
                                    "minutes",          "reminders",         "reminder_sections"};

// What SQLite says to a change by a program that knows nothing of this one.
std::string refusal_of(const std::string& database, const std::string& sql) {
  SQLite::Database other(database, SQLite::OPEN_READWRITE);
  try {
    if (other.exec(sql) == 0) return "nothing was there to change";
  } catch (const SQLite::Exception& error) {
    return error.what();
  }
  return "";
}

std::string first_column(const std::string& database, const std::string& table) {
  SQLite::Database other(database);
  SQLite::Statement columns(other, "SELECT name FROM pragma_table_info(?)");
  columns.bind(1, table);
  REQUIRE(columns.executeStep());
  return columns.getColumn(0).getString();
}

}  // namespace

TEST_CASE("a report as of its first text is as near however long its history became") {
  const int few = steps_of_first_text(kShort);
  const int many = steps_of_first_text(kLong);
  CAPTURE(few);
  CHECK(many < few + few / 2);
}

TEST_CASE("the approvals of a section are as near however often it was approved and reopened") {
  const int few = steps_of_approvals(kShort);
  const int many = steps_of_approvals(kLong);
  CAPTURE(few);
  CHECK(many < few + few / 2);
}

TEST_CASE("no program changes, removes or replaces a row of history") {
  support::StoredSection stored;
  fill_history(stored);
  const std::string file = stored.database.path();
  for (const std::string table : kHistory) {
    CAPTURE(table);
    const std::string column = first_column(file, table);
    CHECK(refusal_of(file, "UPDATE " + table + " SET " + column + " = " + column).find("history") != std::string::npos);
    CHECK(refusal_of(file, "DELETE FROM " + table).find("history") != std::string::npos);
    CHECK(refusal_of(file, "REPLACE INTO " + table + " SELECT * FROM " + table).find("UNIQUE") != std::string::npos);
  }
}

TEST_CASE("an edition is withdrawn once, and nothing else of it changes") {
  support::StoredSection stored;
  fill_history(stored);
  const std::string file = stored.database.path();
  const std::string withdraw =
      "UPDATE editions SET withdrawn_event = 1, withdrawn_at = 1, withdrawn_by = 'writer', withdrawn_reason = 'x'";
  CHECK(refusal_of(file, withdraw + ", name = 'other'").find("history") != std::string::npos);
  CHECK(refusal_of(file, withdraw) == "");
  CHECK(refusal_of(file, withdraw).find("history") != std::string::npos);
  CHECK(refusal_of(file, "UPDATE editions SET withdrawn_event = NULL").find("history") != std::string::npos);
}

TEST_CASE("what refers to no section, no revision or no known act is refused by the database itself") {
  support::StoredSection stored;
  fill_history(stored);
  const std::string file = stored.database.path();
  for (const char* change :
       {"INSERT INTO texts VALUES ('r', 'none', 'en', 1, 2, 0)", "UPDATE texts SET revision = 7",
        "INSERT INTO confirmations VALUES (1, 'r', 'none', 'en', 1)",
        "INSERT INTO confirmations VALUES (1, 'r', 's', 'en', 9)",
        "INSERT INTO section_writers VALUES ('r', 'none', 'labour', 1)",
        "INSERT INTO pictures SELECT 'r', 'none', 'a.png', event_id FROM picture_versions",
        "INSERT INTO transitions SELECT 1, report, section, 'applaud', from_state, NULL, to_state, NULL, NULL, '{}', "
        "0, "
        "user, NULL, role, 0 FROM transitions",
        "INSERT INTO transitions SELECT 1, report, section, action, 'lost', NULL, to_state, NULL, NULL, '{}', 0, user, "
        "NULL, role, 0 FROM transitions",
        "INSERT INTO section_versions VALUES (1, 'r', 's', 'lost', 0, NULL, '[]', '{}', NULL)",
        "INSERT INTO section_versions VALUES (1, 'r', 's', 'draft', -1, NULL, '[]', '{}', NULL)",
        "INSERT INTO section_versions VALUES (1, 'r', 's', 'draft', 0, 'none', '[]', '{}', NULL)",
        "INSERT INTO section_versions VALUES (1, 'r', 's', 'draft', 0, NULL, '', '{}', NULL)",
        "INSERT INTO section_versions VALUES (1, 'r', 's', 'draft', 0, NULL, '[]', '{}', 1)",
        "INSERT INTO promise_answers SELECT 1, report, number, 9, status, agency, 'none', note, user, NULL, role, 0 "
        "FROM promise_answers",
        "INSERT INTO sections (report, id, position, state_since) VALUES ('r', 'other', 0, 0)"}) {
    CAPTURE(change);
    CHECK(refusal_of(file, "PRAGMA foreign_keys = ON; " + std::string(change)).find("constraint failed") !=
          std::string::npos);
  }
}

TEST_CASE("a picture placed twice in a text is described where it is described in both places") {
  support::StoredSection stored;
  const auto event = stored.save(1, "x");
  stored.database.write([&](store::WriteTx& tx) {
    store::insert_placed_pictures(tx, event, {{"a.png", true}, {"b.png", true}, {"a.png", false}, {"b.png", true}});
  });
  stored.database.read([](store::ReadTx& tx) {
    store::Query query(tx.connection, "SELECT name, described FROM placed_pictures ORDER BY name");
    REQUIRE(query.next());
    CHECK_FALSE(query.boolean(1));
    REQUIRE(query.next());
    CHECK(query.boolean(1));
    CHECK_FALSE(query.next());
    return 0;
  });
}
