// What a database of this program must look like, and whether a file is one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database/connection.hpp"

namespace store {

// "NRep", as SQLite keeps it in the header of the file; `file` and others read it there.
constexpr std::int32_t kApplicationId = 0x4E526570;

// Newest migration that this program knows.
int newest_schema();

// What stands in a migration: SHA-256 of its SQL without comments and with single blanks, so that words about it may
// be mended later.
std::string migration_hash(std::string_view sql);

enum class FileKind { empty, ours, foreign };

// Whose the file is, by its header and its record of migrations; nothing is written.
FileKind kind_of_database(Connection& connection);

// Errors: domain::Error(conflict) `foreign_database` or `empty_database`, `newer_database`.
void require_ours(Connection& connection);

// Number of the newest migration that was applied.
int applied_schema(Connection& connection);

// Tables, indexes, triggers and views that the migrations do not make, that differ from what they make, or that are
// missing; one sentence each. An older database is held against the migrations that it has.
std::vector<std::string> schema_faults(Connection& connection);

}  // namespace store
