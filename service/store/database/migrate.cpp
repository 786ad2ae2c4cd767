#include "store/database/migrate.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "store/database/hash.hpp"
#include "store/database/schema.hpp"

namespace store {
namespace {

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

void refuse_broken_references(Connection& connection, const Migration& migration) {
  Query broken(connection, "PRAGMA foreign_key_check");
  if (!broken.next()) return;
  throw domain::Error(domain::ErrorCode::conflict, "broken_migration",
                      domain::Message::verbatim(std::string(migration.path) + " would leave a row of " +
                                                broken.text(0) + " that refers to a row of " + broken.text(2) +
                                                " which is not there. The database stays as it was."));
}

void apply(Connection& connection, const Migration& migration, domain::Millis now) {
  SQLite::Transaction transaction(connection.raw(), SQLite::TransactionBehavior::IMMEDIATE);
  if (!applied_hash(connection, migration.number).empty()) return;  // another process was quicker
  connection.raw().exec(std::string(migration.sql));
  refuse_broken_references(connection, migration);
  Query(connection, "INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)",
        migration.number, migration.path, migration_hash(migration.sql), now)
      .run();
  connection.execute(("PRAGMA user_version = " + std::to_string(migration.number)).c_str());
  transaction.commit();
}

void make_record(Connection& connection) {
  connection.execute(
      "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
      "sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
}

// A table that others refer to can only be made anew while nobody looks at the references, and SQLite takes the word
// for that outside of a transaction only.
struct ReferencesOff {
  explicit ReferencesOff(Connection& of) : connection(of) { connection.execute("PRAGMA foreign_keys = OFF"); }
  ~ReferencesOff() { connection.raw().tryExec("PRAGMA foreign_keys = ON"); }
  ReferencesOff(const ReferencesOff&) = delete;
  ReferencesOff& operator=(const ReferencesOff&) = delete;
  Connection& connection;
};

// Databases of earlier versions hold the hash of the whole file, comments too.
bool is_hash_of(const Migration& migration, const std::string& hash) {
  return hash == migration_hash(migration.sql) || hash == sha256_hex(migration.sql);
}

// A hash of the whole file is replaced by that of its SQL.
void check_applied(Connection& connection, const Migration& migration, const std::string& hash) {
  const std::string expected = migration_hash(migration.sql);
  if (hash == expected) return;
  if (!is_hash_of(migration, hash)) {
    throw domain::Error(domain::ErrorCode::conflict, "changed_migration",
                        domain::Message::verbatim("The database was made with another text of " +
                                                  std::string(migration.path) + ". This program cannot use it."));
  }
  Query(connection, "UPDATE schema_migrations SET sha256 = ? WHERE number = ?", expected, migration.number).run();
}

void mark_as_ours(Connection& connection, int newest) {
  connection.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  connection.execute(("PRAGMA user_version = " + std::to_string(newest)).c_str());
}

bool is_marked(Connection& connection, int newest) {
  Query id(connection, "PRAGMA application_id");
  Query version(connection, "PRAGMA user_version");
  return id.next() && id.integer(0) == kApplicationId && version.next() && version.integer(0) == newest;
}

}  // namespace

int newest_schema() { return known_migrations().back().number; }

void apply_migrations(Connection& connection, const std::vector<Migration>& migrations, domain::Millis now) {
  const ReferencesOff references(connection);
  for (const Migration& migration : migrations) {
    const std::string hash = applied_hash(connection, migration.number);
    if (hash.empty()) {
      apply(connection, migration, now);
    } else {
      check_applied(connection, migration, hash);
    }
  }
}

std::vector<std::string> record_faults(Connection& connection) {
  std::vector<std::string> faults;
  for (const Migration& migration : known_migrations()) {
    Query row(connection, "SELECT name, sha256 FROM schema_migrations WHERE number = ?", migration.number);
    if (!row.next() || (row.text(0) == migration.path && is_hash_of(migration, row.text(1)))) continue;
    faults.push_back("schema_migrations differs from " + std::string(migration.path));
  }
  return faults;
}

void make_schema(Connection& connection, int newest) {
  make_record(connection);
  auto migrations = known_migrations();
  std::erase_if(migrations, [&](const Migration& migration) { return migration.number > newest; });
  apply_migrations(connection, migrations, 0);
}

void migrate(Connection& connection, domain::Millis now) {
  if (kind_of_database(connection) != FileKind::empty) require_ours(connection);
  make_record(connection);
  const auto migrations = known_migrations();
  apply_migrations(connection, migrations, now);
  if (!is_marked(connection, migrations.back().number)) mark_as_ours(connection, migrations.back().number);
}

}  // namespace store
