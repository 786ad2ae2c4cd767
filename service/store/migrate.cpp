#include "store/migrate.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "embed/embedded.hpp"
#include "store/hash.hpp"

namespace store {
namespace {

struct Migration {
  int number;
  std::string_view path;
  std::string_view sql;
};

std::vector<Migration> known_migrations() {
  std::vector<Migration> migrations;
  constexpr std::string_view folder = "db/";
  for (const auto& file : embedded::files_under(folder)) {
    if (!file.path.ends_with(".sql")) continue;
    const std::string_view name = file.path.substr(folder.size());
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    migrations.push_back({number, file.path, file.data});
  }
  return migrations;
}

// The hash of the migration that was applied under this number; empty: not applied yet.
std::string applied_hash(Connection& connection, int number) {
  Query query(connection, "SELECT sha256 FROM schema_migrations WHERE number = ?", number);
  return query.next() ? query.text(0) : "";
}

void apply(Connection& connection, const Migration& migration, domain::Millis now) {
  SQLite::Transaction transaction(connection.raw(), SQLite::TransactionBehavior::IMMEDIATE);
  if (!applied_hash(connection, migration.number).empty()) return;  // another process was quicker
  connection.raw().exec(std::string(migration.sql));
  Query(connection, "INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
        migration.number, migration.path, sha256_hex(migration.sql), now)
      .run();
  transaction.commit();
}

void refuse_newer(Connection& connection, int newest_known) {
  Query query(connection, "SELECT max(number) FROM schema_migrations");
  if (query.next() && query.integer(0) > newest_known) {
    throw domain::Error(domain::ErrorCode::conflict, "newer_database",
                        "The database was written by a newer version of national-report (schema " +
                            std::to_string(query.integer(0)) + ", this program knows up to " +
                            std::to_string(newest_known) + "). Use that version, or restore a backup.");
  }
}

}  // namespace

void migrate(Connection& connection, domain::Millis now) {
  connection.execute(
      "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
      "sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
  const auto migrations = known_migrations();
  refuse_newer(connection, migrations.empty() ? 0 : migrations.back().number);
  for (const Migration& migration : migrations) {
    const std::string hash = applied_hash(connection, migration.number);
    if (hash.empty()) {
      apply(connection, migration, now);
    } else if (hash != sha256_hex(migration.sql)) {
      throw domain::Error(domain::ErrorCode::conflict, "changed_migration",
                          "The database was made with another text of " + std::string(migration.path) +
                              ". This program cannot use it.");
    }
  }
}

}  // namespace store
