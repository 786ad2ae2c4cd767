// Only one server, or one restore, may work on a database file at a time, by whatever name it is called.
#pragma once

#include <string>

namespace store {

class DatabaseLock {
 public:
  // Takes the lock beside the database, behind symbolic links, and that on the file itself, which other names (hard
  // links) share. Errors: std::runtime_error where somebody else holds one of them.
  explicit DatabaseLock(const std::string& database);
  ~DatabaseLock();
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;

 private:
  int beside_;
  int file_ = -1;  // -1: there is no database yet
};

}  // namespace store
