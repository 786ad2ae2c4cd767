// Only one server, or one restore, may work on a database file at a time.
#pragma once

#include <string>

namespace store {

class DatabaseLock {
 public:
  // Takes the lock beside the database. Errors: std::runtime_error where somebody else holds it.
  explicit DatabaseLock(const std::string& database);
  ~DatabaseLock();
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;

 private:
  int file_;
};

}  // namespace store
