#include "store/database/connection.hpp"

#include <sqlite3.h>

#include <array>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/database/storage_unavailable.hpp"

namespace store {
namespace {

using domain::say;

constexpr int kBusyMillis = 5000;

int flags_of(Access access) {
  // Connections are handed from thread to thread but never shared: SQLite's own mutex would only cost time.
  return (access == Access::read_only ? SQLite::OPEN_READONLY | SQLITE_OPEN_URI
                                      : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) |
         SQLITE_OPEN_NOMUTEX;
}

struct Constraint {
  std::string_view name;  // as SQLite names it
  domain::ErrorCode code;
  std::string_view kind;
  domain::Message message;
};

using enum domain::ErrorCode;

const std::array<Constraint, 9>& constraints() {
  static const std::array<Constraint, 9> all{{
      {"agencies.id", conflict, "id_taken", say("An agency with this id already exists.")},
      {"users.id", conflict, "id_taken", say("A user with this id already exists.")},
      {"reports.id", conflict, "id_taken", say("A report with this id already exists.")},
      {"formats.id", conflict, "id_taken", say("This version of the format already exists.")},
      {"revisions.report", stale, "stale", say("Somebody else saved this text in the meantime.")},
      {"posts_role", invalid, "invalid_role", say("There is no such role.")},
      {"posts_dates", invalid, "invalid_dates", say("A post cannot end before it begins.")},
      {"idempotency_keys.user", conflict, "idempotency_key_in_use",
       say("A request with this Idempotency-Key is being carried out.")},
      {"FOREIGN KEY", invalid, "unknown_reference", say("The request names something that does not exist.")},
  }};
  return all;
}

}  // namespace

Connection::Connection(const std::string& path, Access access) : database_(path, flags_of(access), kBusyMillis) {
  execute("PRAGMA foreign_keys = ON");
  execute("PRAGMA synchronous = FULL");
  execute(access == Access::read_only ? "PRAGMA cache_size = -1024" : "PRAGMA cache_size = -4096");
}

Query::Query(Connection& connection, const char* sql, Unbound) : connection_(connection), sql_(sql) {
  auto& idle = connection.idle_[sql];
  if (idle.empty()) {
    statement_ = std::make_unique<SQLite::Statement>(connection.database_, sql);
  } else {
    statement_ = std::move(idle.back());
    idle.pop_back();
  }
}

Query::~Query() {
  statement_->tryReset();
  statement_->clearBindings();
  connection_.idle_[sql_].push_back(std::move(statement_));
}

std::string Query::text(int column) const { return statement_->getColumn(column).getString(); }

std::optional<std::string> Query::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Query::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

void translate(const SQLite::Exception& error) {
  const std::string what = error.what();
  switch (error.getErrorCode()) {
    case SQLITE_CONSTRAINT:
      for (const Constraint& constraint : constraints()) {
        if (what.find(constraint.name) != std::string::npos) {
          throw domain::Error(constraint.code, std::string(constraint.kind), constraint.message);
        }
      }
      throw error;
    case SQLITE_FULL:
      throw domain::Error(storage_full, "storage_full",
                          say("There is no space left on the server's disk. Nothing was saved; keep your text and try "
                              "again when the administrator has made space."));
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      throw StorageUnavailable();
    default:
      throw error;
  }
}

}  // namespace store
