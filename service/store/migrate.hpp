// Brings a database to the newest schema: db/NNNN_*.sql, embedded, each in its own transaction, checked by hash.
#pragma once

#include "domain/calendar.hpp"
#include "store/connection.hpp"

namespace store {

// Errors: domain::Error(conflict) where the database is newer than this program, or a migration that was applied
// has another text than the one known here.
void migrate(Connection& connection, domain::Millis now);

}  // namespace store
