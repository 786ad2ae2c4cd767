// Whether the log of events and the tables still tell the same story.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/database/connection.hpp"

namespace usecases {

// What `verify` found.
struct Verification {
  std::int64_t events = 0;
  std::int64_t revisions = 0;
  std::int64_t editions = 0;
  std::int64_t receipts = 0;
  std::int64_t pictures = 0;  // their versions
  std::string last_hash;
  std::vector<std::string> problems;  // the first bad event, the first bad revision, ...; empty: all is well
  std::vector<std::pair<std::string, std::int64_t>> rows;  // of every table of the file
  std::vector<std::string> not_covered;  // what no event vouches for: tables, and columns as "table.column"
};

// Recomputes the hash chain, replays the events, and compares every row with what they tell, or with the event that
// recorded it; compares tables, indexes and triggers with what the migrations make. Only reads the file; one that an
// earlier version made is judged on a copy that is brought up to date. Errors: domain::Error(conflict) where the file
// is none of ours or of a newer version.
Verification verify(const std::string& database);
// Likewise a database that is open, of the newest schema.
Verification verify(store::Connection& connection);

}  // namespace usecases
