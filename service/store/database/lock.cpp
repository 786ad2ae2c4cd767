#include "store/database/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace store {
namespace {

// The file behind symbolic links, be it there or not.
std::string real_path(const std::string& database) {
  std::error_code unknown;
  const auto path = std::filesystem::weakly_canonical(database, unknown);
  return unknown ? database : path.string();
}

bool take(int file) { return flock(file, LOCK_EX | LOCK_NB) == 0; }

}  // namespace

DatabaseLock::DatabaseLock(const std::string& database)
    : beside_(open((real_path(database) + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
  if (beside_ < 0) throw std::runtime_error("cannot write beside the database '" + database + "'");
  const bool free = take(beside_);
  // Not opened where the lock beside it is taken: closing it would take away the locks that SQLite has in this process.
  if (free) file_ = open(database.c_str(), O_RDWR | O_CLOEXEC);
  if (free && (file_ < 0 || take(file_))) return;
  if (file_ >= 0) close(file_);
  close(beside_);
  throw std::runtime_error("another national-report uses the database '" + database + "' already");
}

DatabaseLock::~DatabaseLock() {
  if (file_ >= 0) close(file_);
  close(beside_);
}

}  // namespace store
