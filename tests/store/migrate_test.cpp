#include <doctest/doctest.h>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "support/stored_section.hpp"

namespace {

// Makes a database, changes its record of migrations, and gives how it is refused when it is opened again.
std::string refusal_after(const char* change) {
  const support::TemporaryFolder folder;
  const auto clock = [] { return domain::Millis{0}; };
  { store::Database(folder.file("test.sqlite"), clock); }
  {
    store::Connection connection(folder.file("test.sqlite"), store::Access::read_write);
    connection.execute(change);
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
      CHECK(query.integer(0) == ++number);
      CHECK(query.text(1) == file.path);
      CHECK(query.text(2) == store::sha256_hex(file.data));
      CHECK(query.integer(3) == 1'000'000);
    }
    CHECK(number > 0);
    CHECK_FALSE(query.next());
    return 0;
  });
}
