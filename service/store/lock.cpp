#include "store/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

namespace store {

DatabaseLock::DatabaseLock(const std::string& database)
    : file_(open((database + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0640)) {
  if (file_ < 0) throw std::runtime_error("cannot write beside the database '" + database + "'");
  if (flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  close(file_);
  throw std::runtime_error("another national-report uses the database '" + database + "' already");
}

DatabaseLock::~DatabaseLock() { close(file_); }

}  // namespace store
