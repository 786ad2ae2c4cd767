// A database as an earlier version of the program left it: made anew by the migrations of then, with the rows that a
// service of today wrote into tables that there were then.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "store/database/migrate.hpp"
#include "store/database/schema.hpp"

namespace support {

// The newest migration of the release before the preparation of a report was kept.
constexpr int kSchemaBeforePreparation = 16;

inline std::vector<std::string> texts_of(store::Connection& connection, const std::string& sql) {
  SQLite::Statement query(connection.raw(), sql);
  std::vector<std::string> texts;
  while (query.executeStep()) texts.push_back(query.getColumn(0).getString());
  return texts;
}

inline std::vector<std::string> tables_of(store::Connection& connection) {
  return texts_of(connection,
                  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> "
                  "'schema_migrations' ORDER BY name");
}

// "a", "b"
inline std::string columns_of_table(store::Connection& connection, const std::string& table,
                                    const std::string& separator = ", ", const std::string& of_each = "\"") {
  std::string columns;
  for (const auto& name : texts_of(connection, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid")) {
    columns += (columns.empty() ? "" : separator) + of_each + name + "\"" + (of_each == "\"" ? "" : ")");
  }
  return columns;
}

// Every value of every row, by table; of the columns that another database has.
inline std::map<std::string, std::vector<std::string>> rows_of(store::Connection& connection,
                                                               store::Connection& of_columns) {
  std::map<std::string, std::vector<std::string>> rows;
  for (const auto& table : tables_of(of_columns)) {
    const std::string values = columns_of_table(of_columns, table, " || ', ' || ", "quote(\"");
    rows[table] = texts_of(connection, "SELECT " + values + " FROM \"" + table + "\" ORDER BY 1");
  }
  return rows;
}

// whole: a database of today that nobody writes into. Fails where it holds something of later times.
inline void make_earlier_database(const std::string& whole, const std::string& earlier, int newest) {
  store::Connection connection(earlier, store::Access::read_write);
  store::make_schema(connection, newest);
  connection.execute(("PRAGMA application_id = " + std::to_string(store::kApplicationId)).c_str());
  connection.execute("PRAGMA foreign_keys = OFF");
  connection.execute(("ATTACH '" + whole + "' AS whole").c_str());
  connection.execute("BEGIN");
  for (const auto& table : tables_of(connection)) {
    const std::string columns = columns_of_table(connection, table);
    connection.execute(("DELETE FROM main.\"" + table + "\"").c_str());
    connection.execute(
        ("INSERT INTO main.\"" + table + "\" (" + columns + ") SELECT " + columns + " FROM whole.\"" + table + "\"")
            .c_str());
  }
  connection.execute("COMMIT");
  connection.execute("DETACH whole");
  REQUIRE(texts_of(connection, "SELECT 1 FROM pragma_foreign_key_check").empty());
  connection.execute("PRAGMA foreign_keys = ON");
  REQUIRE(store::applied_schema(connection) == newest);
}

}  // namespace support
