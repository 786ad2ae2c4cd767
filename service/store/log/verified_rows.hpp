// The rows of the database as `verify` compares them: those of the present, to be held against a replay of the events,
// and those of history, each held against the event that recorded it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database/database.hpp"

namespace store {

// A table whose rows the events tell whole.
struct PresentTable {
  const char* name;
  const char* rows;  // SQL: key, JSON object of the columns that are compared
};

const std::vector<PresentTable>& present_tables();
void visit_present_rows(ReadTx& tx, const PresentTable& table,
                        const std::function<void(const std::string& key, const std::string& row)>& visitor);

// Whether the events tell every row of it, each by one event.
bool is_version_table(std::string_view table);
// The row that an event left in a table of versions, as a JSON object; empty: there is none. key: as in
// present_tables().
std::string version_row(ReadTx& tx, std::string_view table, const std::string& key, std::int64_t event);

// Rows of history that differ from their events, and events without their rows; one sentence each.
std::vector<std::string> recorded_row_faults(ReadTx& tx);

// Every table of the database with its number of rows.
std::vector<std::pair<std::string, std::int64_t>> count_rows(ReadTx& tx);

}  // namespace store
