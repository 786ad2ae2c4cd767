// One SQLite connection with its prepared statements, and the statement that a store function runs.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store {

enum class Access { read_only, read_write };

// Used by one thread at a time. Errors: SQLite::Exception, turned into domain::Error by translate().
class Connection {
 public:
  Connection(const std::string& path, Access access);

  SQLite::Database& raw() { return database_; }
  void execute(const char* sql) { database_.exec(sql); }

 private:
  friend class Query;
  using Prepared = std::unique_ptr<SQLite::Statement>;

  SQLite::Database database_;
  // By the address of the literal: each place in the code has its own statement, prepared once.
  std::unordered_map<const char*, std::vector<Prepared>> idle_;
};

// One use of a prepared statement. sql must be a string literal. Parameters are bound in the order of the arguments.
class Query {
 public:
  template <class... Values>
  Query(Connection& connection, const char* sql, const Values&... values) : Query(connection, sql, Unbound{}) {
    int index = 0;
    (bind(++index, values), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Moves to the next row; false: there is none.
  bool next() { return statement_->executeStep(); }
  // Runs a statement without rows; gives the number of rows changed.
  int run() { return statement_->exec(); }

  bool is_null(int column) const { return statement_->isColumnNull(column); }
  std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
  bool boolean(int column) const { return integer(column) != 0; }
  std::string text(int column) const;  // null gives ""
  std::optional<std::string> optional_text(int column) const;
  std::optional<std::int64_t> optional_integer(int column) const;

 private:
  struct Unbound {};
  Query(Connection& connection, const char* sql, Unbound);

  void bind(int index, std::string_view value) { statement_->bind(index, std::string(value)); }
  void bind(int index, const std::string& value) { statement_->bind(index, value); }
  void bind(int index, const char* value) { statement_->bind(index, value); }
  void bind(int index, std::int64_t value) { statement_->bind(index, value); }
  void bind(int index, int value) { statement_->bind(index, value); }
  void bind(int index, bool value) { statement_->bind(index, value ? 1 : 0); }
  template <class Value>
  void bind(int index, const std::optional<Value>& value) {
    if (value) {
      bind(index, *value);
    } else {
      statement_->bind(index);
    }
  }

  Connection& connection_;
  const char* sql_;
  Connection::Prepared statement_;
};

// The text, or null where it is empty: for columns in which nothing and "" are the same.
inline std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// The service's own error for what SQLite said: a named constraint becomes conflict or invalid, a full disk
// storage_full, anything else unavailable. The one place where SQLite's codes are known.
[[noreturn]] void translate(const SQLite::Exception& error);

}  // namespace store
