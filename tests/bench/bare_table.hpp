// One table with the pragmas of the service; every row is a commit.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

class BareTable {
 public:
  explicit BareTable(const char* path) : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    database_.exec("PRAGMA journal_mode = WAL");
    database_.exec("PRAGMA synchronous = FULL");
    database_.exec(
        "CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, markdown TEXT NOT NULL, words INTEGER) STRICT");
    insert_ = std::make_unique<SQLite::Statement>(database_, "INSERT INTO texts (markdown, words) VALUES (?, ?)");
  }

  void insert(const std::string& text, std::uint64_t words) {
    insert_->bindNoCopy(1, text);
    insert_->bind(2, static_cast<std::int64_t>(words));
    insert_->exec();
    insert_->reset();
  }

 private:
  SQLite::Database database_;
  std::unique_ptr<SQLite::Statement> insert_;
};
