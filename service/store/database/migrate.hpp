// Brings a database to the newest schema: db/NNNN_*.sql, embedded, each in its own transaction, checked by hash.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "store/database/connection.hpp"

namespace store {

struct Migration {
  int number;
  std::string_view path;
  std::string_view sql;
};

// Errors: domain::Error(conflict) where the file is of another program, the database is newer than this one, or a
// migration that was applied has another text than the one known here.
void migrate(Connection& connection, domain::Millis now);

// Migrations that were applied under another name or with another text, one sentence each.
std::vector<std::string> record_faults(Connection& connection);

// Makes the schema as it was when a migration was the newest, in an empty database.
void make_schema(Connection& connection, int newest);

// Applies those that were not applied yet, in the order given. References are not looked at while one runs, so that
// it may make a table anew that others refer to; they must hold at its end, or nothing of it is kept.
void apply_migrations(Connection& connection, const std::vector<Migration>& migrations, domain::Millis now);

}  // namespace store
