#include <doctest/doctest.h>

#include <filesystem>

#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "store/database/migrate.hpp"
#include "store/database/schema.hpp"
#include "support/stored_section.hpp"

namespace {

// Makes a database, changes its record of migrations, and gives how it is refused when it is opened again.
std::string refusal_after(const std::string& change) {
  const support::TemporaryFolder folder;
  const auto clock = [] { return domain::Millis{0}; };
  { store::Database(folder.file("test.sqlite"), clock); }
  {
    store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
    connection.execute(change.c_str());
  }
  try {
    store::Database(folder.file("test.sqlite"), clock);
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::conflict);
    return error.kind();
  }
  return "";
}

}  // namespace

TEST_CASE("a database is opened again as it was") { CHECK(refusal_after("SELECT 1") == ""); }

TEST_CASE("a database of a newer program is refused") {
  CHECK(refusal_after("INSERT INTO schema_migrations VALUES (9999, 'db/9999_future.sql', 'x', 0)") == "newer_database");
}

TEST_CASE("a database made with another text of a migration is refused") {
  CHECK(refusal_after("UPDATE schema_migrations SET sha256 = 'other' WHERE number = 1") == "changed_migration");
}

TEST_CASE("every migration is recorded with its hash") {
  support::OpenDatabase open;
  open.database.read([](store::ReadTx& tx) {
    store::Query query(tx.connection, "SELECT number, name, sha256, applied_at FROM schema_migrations ORDER BY number");
    std::int64_t number = 0;
    for (const auto& file : embedded::files_under("db/")) {
      if (!file.path.ends_with(".sql")) continue;
      CAPTURE(file.path);
      REQUIRE(query.next());
      CHECK(query.integer(0) > number);
      number = query.integer(0);
      CHECK(query.text(1) == file.path);
      CHECK(query.text(2) == store::migration_hash(file.data));
      CHECK(query.integer(3) == 1'000'000);
    }
    CHECK(number > 0);
    CHECK_FALSE(query.next());
    return 0;
  });
}

TEST_CASE("comments and blanks of a migration may be changed, its SQL and the texts in it may not") {
  const std::string plain = store::migration_hash("CREATE TABLE a (b TEXT DEFAULT 'x -- y');");
  CHECK(store::migration_hash("-- why\nCREATE  TABLE a\n  (b TEXT DEFAULT 'x -- y'); /* more */\n") == plain);
  CHECK(store::migration_hash("CREATE TABLE a (b TEXT DEFAULT 'x -- z');") != plain);
  CHECK(store::migration_hash("CREATE TABLE a (b TEXT DEFAULT 'x  -- y');") != plain);
  CHECK(store::migration_hash("CREATE TABLE a (c TEXT DEFAULT 'x -- y');") != plain);
}

TEST_CASE("a database that recorded whole files, comments too, is opened and records their SQL") {
  const auto first = embedded::files_under("db/").front();
  REQUIRE(std::string_view(first.path).find("0001") != std::string_view::npos);
  CHECK(refusal_after("UPDATE schema_migrations SET sha256 = '" + store::sha256_hex(first.data) +
                      "' WHERE number = 1") == "");
}

TEST_CASE("a file says in its header whose it is and how new") {
  support::OpenDatabase open;
  open.database.read([](store::ReadTx& tx) {
    store::Query id(tx.connection, "PRAGMA application_id");
    REQUIRE(id.next());
    CHECK(id.integer(0) == store::kApplicationId);
    store::Query version(tx.connection, "PRAGMA user_version");
    REQUIRE(version.next());
    CHECK(version.integer(0) == store::newest_schema());
    return 0;
  });
}

TEST_CASE("a database of a time before the header said so is still known as ours") {
  CHECK(refusal_after("PRAGMA application_id = 0; PRAGMA user_version = 0") == "");
}

TEST_CASE("a first start that was killed before its first migration was done is begun again") {
  const support::TemporaryFolder folder;
  store::Connection(folder.file("test.sqlite"), store::Access::read_write)
      .execute(
          "CREATE TABLE schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, "
          "applied_at INTEGER NOT NULL) STRICT");
  const store::Database database(folder.file("test.sqlite"), [] { return domain::Millis{0}; });
  store::Connection connection(folder.file("test.sqlite"), store::Access::read_only);
  CHECK(store::applied_schema(connection) == store::newest_schema());
}

TEST_CASE("a database of another program is refused and left as it was") {
  const support::TemporaryFolder folder;
  for (const char* made : {"CREATE TABLE notes (text)", "PRAGMA application_id = 7; CREATE TABLE notes (text)",
                           "PRAGMA user_version = 3; CREATE TABLE schema_migrations (version)",
                           "CREATE TABLE schema_migrations (number, name, sha256); "
                           "INSERT INTO schema_migrations VALUES (1, '0001_other.sql', '')"}) {
    CAPTURE(made);
    const std::string path = folder.file("foreign.sqlite");
    std::filesystem::remove(path);
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(made);
    const auto size = std::filesystem::file_size(path);
    std::string kind;
    try {
      store::Database(path, [] { return domain::Millis{0}; });
    } catch (const domain::Error& error) {
      kind = error.kind();
    }
    CHECK(kind == "foreign_database");
    CHECK(std::filesystem::file_size(path) == size);
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  }
}

namespace {

constexpr std::string_view kTwoTables =
    "CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT) STRICT; "
    "CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id)) STRICT; "
    "INSERT INTO parents VALUES (1, 'one'), (2, 'two'); INSERT INTO children VALUES (1, 1), (2, 2)";
constexpr std::string_view kMadeAnew =
    "CREATE TABLE made (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; INSERT INTO made SELECT * FROM parents; "
    "DROP TABLE parents; ALTER TABLE made RENAME TO parents";
constexpr std::string_view kMadeWithLoss =
    "CREATE TABLE made (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; "
    "INSERT INTO made SELECT * FROM parents WHERE id = 1; DROP TABLE parents; ALTER TABLE made RENAME TO parents";

}  // namespace

TEST_CASE("a migration makes a table anew that others refer to, and keeps the references") {
  const support::TemporaryFolder folder;
  store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
  store::migrate(connection, 0);
  store::apply_migrations(connection, {{9001, "db/9001.sql", kTwoTables}, {9002, "db/9002.sql", kMadeAnew}}, 0);
  CHECK_THROWS_WITH(connection.execute("DELETE FROM parents WHERE id = 1"), doctest::Contains("FOREIGN KEY"));
  CHECK_THROWS(connection.execute("INSERT INTO parents VALUES (3, NULL)"));
}

TEST_CASE("a migration that loses a row that others refer to is refused, and nothing of it is kept") {
  const support::TemporaryFolder folder;
  store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
  store::migrate(connection, 0);
  store::apply_migrations(connection, {{9001, "db/9001.sql", kTwoTables}}, 0);
  CHECK_THROWS_WITH_AS(store::apply_migrations(connection, {{9002, "db/9002.sql", kMadeWithLoss}}, 0),
                       doctest::Contains("row of children"), domain::Error);
  CHECK(store::applied_schema(connection) == 9001);
  store::Query rows(connection, "SELECT count(*) FROM parents");
  REQUIRE(rows.next());
  CHECK(rows.integer(0) == 2);
  store::Query keys(connection, "PRAGMA foreign_keys");
  REQUIRE(keys.next());
  CHECK(keys.boolean(0));
}

TEST_CASE("exports keep their end and their numbers when they can be cancelled") {
  const support::TemporaryFolder folder;
  store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
  store::make_schema(connection, 11);
  connection.execute("PRAGMA foreign_keys = OFF");
  const std::string hash(64, 'a');
  connection.execute(
      ("INSERT INTO exports (id, report, formats, languages, selection, content_event, readable, user, requested_at, "
       "finished_at, failure, bytes, sha256, edition, frozen_as) VALUES "
       "(1, 'r', '[\"md\"]', '[\"en\"]', 'latest', 1, '[]', 'u', 5, NULL, NULL, NULL, NULL, NULL, NULL), "
       "(2, 'r', '[]', '[]', 'approved', 1, '[]', 'u', 5, 6, 'Why.', NULL, NULL, NULL, NULL), "
       "(3, 'r', '[]', '[]', 'latest', 1, '[]', 'u', 5, 7, NULL, 9, '" +
       hash +
       "', '{}', 4), "
       "(8, 'r', '[]', '[]', 'latest', 1, '[]', 'u', 5, 6, 'Why.', NULL, NULL, NULL, NULL); "
       "DELETE FROM exports WHERE id = 8")
          .c_str());
  const std::string sql(embedded::file("db/0012_cancelled_exports.sql"));
  connection.execute(sql.c_str());
  store::Query rows(
      connection,
      "SELECT group_concat(id || ' ' || coalesce(finished_at, '-') || ' ' || coalesce(failure, '-') || ' ' "
      "|| coalesce(frozen_as, '-') || ' ' || coalesce(cancelled_by, '-'), ', ') FROM exports");
  REQUIRE(rows.next());
  CHECK(rows.text(0) == "1 - - - -, 2 6 Why. - -, 3 7 - 4 -");
  const auto insert = [&](const std::string& end) {
    connection.execute(("INSERT INTO exports (report, formats, languages, selection, content_event, readable, user, "
                        "requested_at, finished_at, failure, cancelled_by) VALUES ('r', '[]', '[]', 'latest', 1, '[]', "
                        "'u', 5, " +
                        end + ")")
                           .c_str());
  };
  insert("6, NULL, 'u'");
  store::Query last(connection, "SELECT max(id) FROM exports");
  REQUIRE(last.next());
  CHECK(last.integer(0) == 9);
  CHECK_THROWS_WITH(insert("6, NULL, NULL"), doctest::Contains("CHECK"));
  CHECK_THROWS_WITH(insert("NULL, NULL, 'u'"), doctest::Contains("CHECK"));
  CHECK_THROWS_WITH(insert("6, 'Why.', 'u'"), doctest::Contains("CHECK"));
}

TEST_CASE("a database of an earlier schema is held against the migrations that it has") {
  const support::TemporaryFolder folder;
  store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
  store::make_schema(connection, 8);
  CHECK(store::schema_faults(connection).empty());
  connection.execute("CREATE TRIGGER quiet AFTER INSERT ON texts BEGIN SELECT 1; END");
  CHECK(store::schema_faults(connection).size() == 1);
}
