// Changes a database behind the service's back, as somebody would who has the file and knows SQLite.
#pragma once

#include <string>
#include <vector>

#include "store/database/connection.hpp"

namespace support {

// Runs SQL with every rule off that SQLite would hold against it; the rules are there again afterwards.
inline void tamper(const std::string& database, const std::string& sql) {
  store::Connection connection(database, store::Access::read_write);
  connection.execute("PRAGMA foreign_keys = OFF");
  connection.execute("PRAGMA ignore_check_constraints = ON");
  connection.execute("BEGIN");
  std::vector<std::pair<std::string, std::string>> triggers;
  {
    store::Query query(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
    while (query.next()) triggers.emplace_back(query.text(0), query.text(1));
  }
  for (const auto& [name, made] : triggers) connection.execute(("DROP TRIGGER " + name).c_str());
  connection.execute(sql.c_str());
  for (const auto& [name, made] : triggers) connection.execute(made.c_str());
  connection.execute("COMMIT");
}

}  // namespace support
