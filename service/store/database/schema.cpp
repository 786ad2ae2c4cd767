#include "store/database/schema.hpp"

#include <cctype>
#include <map>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/database/migrate.hpp"

namespace store {
namespace {

constexpr std::string_view kFirstMigration = "db/0001_initial.sql";

std::int64_t number_from(Connection& connection, const char* sql) {
  Query query(connection, sql);
  query.next();
  return query.integer(0);
}

// A first start that was killed before its first migration was done.
bool only_began(Connection& connection) {
  return number_from(connection, "SELECT count(*) FROM sqlite_master WHERE name <> 'schema_migrations'") == 0 &&
         number_from(connection, "SELECT count(*) FROM schema_migrations") == 0;
}

// The end of what begins here: a text in quotes, or a comment.
std::size_t end_of_quoted(std::string_view sql, std::size_t begin) {
  const auto end = sql.find(sql[begin], begin + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

std::size_t end_of_comment(std::string_view sql, std::size_t begin) {
  const std::string_view closing = sql[begin] == '-' ? "\n" : "*/";
  const auto end = sql.find(closing, begin + 2);
  return end == std::string_view::npos ? sql.size() : end + closing.size();
}

bool begins_comment(std::string_view rest) { return rest.starts_with("--") || rest.starts_with("/*"); }

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string without_comments(std::string_view sql) {
  std::string bare;
  for (std::size_t at = 0; at < sql.size();) {
    if (begins_comment(sql.substr(at)) || is_blank(sql[at])) {
      at = is_blank(sql[at]) ? at + 1 : end_of_comment(sql, at);
      if (!bare.empty() && bare.back() != ' ') bare += ' ';
      continue;
    }
    const bool quoted = sql[at] == '\'' || sql[at] == '"';
    const std::size_t end = quoted ? end_of_quoted(sql, at) : at + 1;
    bare += sql.substr(at, end - at);
    at = end;
  }
  if (bare.ends_with(' ')) bare.pop_back();
  return bare;
}

using Schema = std::map<std::pair<std::string, std::string>, std::string>;  // kind and name -> SQL

// What SQLite makes by itself has no SQL (indexes of constraints), or is its own business (statistics, counters).
Schema schema_of(Connection& connection) {
  Query query(connection,
              "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT IN "
              "('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')");
  Schema schema;
  while (query.next()) schema[{query.text(0), query.text(1)}] = without_comments(query.text(2));
  return schema;
}

std::string name_of(const Schema::value_type& entry) {
  return "the " + entry.first.first + " '" + entry.first.second + "' ";
}

}  // namespace

std::string migration_hash(std::string_view sql) { return sha256_hex(without_comments(sql)); }

FileKind kind_of_database(Connection& connection) {
  const auto id = number_from(connection, "PRAGMA application_id");
  if (id == kApplicationId) return FileKind::ours;
  if (id != 0) return FileKind::foreign;
  if (number_from(connection, "SELECT count(*) FROM sqlite_master") == 0) return FileKind::empty;
  constexpr std::int64_t columns = 3;
  if (number_from(connection,
                  "SELECT count(*) FROM pragma_table_info('schema_migrations') "
                  "WHERE name IN ('number', 'name', 'sha256')") != columns) {
    return FileKind::foreign;
  }
  if (only_began(connection)) return FileKind::empty;
  Query first(connection, "SELECT 1 FROM schema_migrations WHERE number = 1 AND name = ?", kFirstMigration);
  return first.next() ? FileKind::ours : FileKind::foreign;  // of a time before the id was written
}

int applied_schema(Connection& connection) {
  return static_cast<int>(number_from(connection, "SELECT coalesce(max(number), 0) FROM schema_migrations"));
}

void require_ours(Connection& connection) {
  using enum domain::ErrorCode;
  const FileKind kind = kind_of_database(connection);
  if (kind == FileKind::empty) {
    throw domain::Error(conflict, "empty_database",
                        domain::Message::verbatim("This file is empty: it holds no database of national-report."));
  }
  if (kind == FileKind::foreign) {
    throw domain::Error(
        conflict, "foreign_database",
        domain::Message::verbatim(
            "This file is a database of another program, not of national-report. It was left as it is."));
  }
  if (const int applied = applied_schema(connection); applied > newest_schema()) {
    throw domain::Error(
        conflict, "newer_database",
        domain::Message::verbatim("The database was written by a newer version of national-report (schema " +
                                  std::to_string(applied) + ", this program knows up to " +
                                  std::to_string(newest_schema()) + "). Use that version, or restore a backup."));
  }
}

std::vector<std::string> schema_faults(Connection& connection) {
  Connection made(":memory:", Access::read_write);
  make_schema(made, applied_schema(connection));
  Schema expected = schema_of(made);
  std::vector<std::string> faults;
  for (const auto& entry : schema_of(connection)) {
    const auto known = expected.find(entry.first);
    if (known == expected.end()) {
      faults.push_back(name_of(entry) + "is none of this program's: somebody added it");
      continue;
    }
    if (known->second != entry.second) faults.push_back(name_of(entry) + "is not as the migrations make it");
    expected.erase(known);
  }
  for (const auto& entry : expected) faults.push_back(name_of(entry) + "is missing");
  return faults;
}

}  // namespace store
