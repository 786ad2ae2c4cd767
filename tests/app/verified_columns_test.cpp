// Every column of every table, changed behind the service's back: found by `verify`, or named as what it does not
// cover.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "support/full_desk.hpp"
#include "support/sanitized.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

struct Column {
  std::string table;
  std::string name;
  std::string type;
};

std::vector<Column> columns_of(const std::string& database) {
  store::Connection connection(database, store::Access::read_only);
  store::Query query(connection,
                     "SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c "
                     "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, 2");
  std::vector<Column> columns;
  while (query.next()) columns.push_back({query.text(0), query.text(1), query.text(2)});
  if (kSanitized) {  // the code is the same for all of them
    std::erase_if(columns, [n = 0](const Column&) mutable { return n++ % 8 != 0; });
  }
  return columns;
}

// Another value of its type in every row; a row in whose place another comes is a change, too.
std::string change_of(const Column& column) {
  const std::string other =
      column.type == "INTEGER" ? "coalesce(\"" + column.name + "\", 6) + 1"
      : column.type == "BLOB"
          ? "x'00'"
          : "iif(json_valid(\"" + column.name + "\"), '{\"x\":1}', coalesce(\"" + column.name + "\", '') || 'x')";
  return "UPDATE OR REPLACE \"" + column.table + "\" SET \"" + column.name + "\" = " + other;
}

// A database that says of itself that another version wrote it is not even looked into.
bool finds_a_fault(const std::string& database) {
  try {
    return !usecases::verify(database).problems.empty();
  } catch (const std::exception&) {
    return true;
  }
}

}  // namespace

TEST_CASE("a change of any column of any table is found by verify, or verify names it as not covered") {
  const FullDesk desk;
  const TemporaryFolder folder;
  const std::string whole = folder.file("whole.sqlite");
  store::Connection(desk.app.database(), store::Access::read_write).execute(("VACUUM INTO '" + whole + "'").c_str());
  const auto clean = usecases::verify(whole);
  REQUIRE(clean.problems.empty());
  const std::set<std::string> named(clean.not_covered.begin(), clean.not_covered.end());
  std::string empty;
  for (const auto& [table, rows] : clean.rows) {
    if (rows == 0 && !named.contains(table)) empty += table + " ";
  }
  CHECK(empty == "");  // nothing is shown of a table without rows
  std::string unnoticed;
  for (const auto& column : columns_of(whole)) {
    if (named.contains(column.table) || named.contains(column.table + "." + column.name)) continue;
    const std::string changed = folder.file("changed.sqlite");
    std::filesystem::copy_file(whole, changed, std::filesystem::copy_options::overwrite_existing);
    tamper(changed, change_of(column));
    if (!finds_a_fault(changed)) unnoticed += column.table + "." + column.name + " ";
  }
  CHECK(unnoticed == "");
}
