#include "store/database/file.hpp"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include "domain/basis/error.hpp"

namespace store {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 1024;

// As a URI: SQLite then takes it that the file cannot change, and makes nothing beside it.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      char escaped[4];
      std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned char>(c));
      uri += escaped;
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

// Where a log or an index of it lies beside the file, somebody uses it, or it was left by a crash.
bool has_log(const std::string& path) { return fs::exists(path + "-wal") || fs::exists(path + "-journal"); }

}  // namespace

std::unique_ptr<Connection> open_untouched(const std::string& path) {
  try {
    auto connection = std::make_unique<Connection>(has_log(path) ? path : immutable_uri(path), Access::read_only);
    Query(*connection, "SELECT count(*) FROM sqlite_master").next();
    return connection;
  } catch (const SQLite::Exception& error) {
    throw domain::Error(
        domain::ErrorCode::conflict, "unreadable_database",
        domain::Message::verbatim("'" + path + "' cannot be read as a database: " + error.what() + "."));
  }
}

void copy_pages(Connection& source, Connection& target, const std::function<void()>& between) {
  // SQLite begins a copy again after each change by others, so that under steady saving it would never end. A reader's
  // view is taken at its first look, and stays.
  const SQLite::Transaction view(source.raw());
  Query(source, "SELECT count(*) FROM sqlite_master").next();
  SQLite::Backup backup(target.raw(), source.raw());
  while (backup.executeStep(kPagesAtOnce) != SQLITE_DONE) {
    if (between) between();
  }
}

void copy_database(Connection& source, const std::string& target) {
  keep_private(target);
  try {
    Connection copy(target, Access::read_write);
    copy_pages(source, copy);
    copy.execute("PRAGMA journal_mode = DELETE");  // one file, and a reader makes none beside it
  } catch (...) {
    remove_database(target);
    throw;
  }
}

void remove_database(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::error_code ignored;
    fs::remove(path + suffix, ignored);
  }
}

void keep_private(const std::string& path) {
  using enum fs::perms;
  std::error_code failed;
  if (fs::exists(path, failed)) {
    // Not by a descriptor of our own: closing one takes away the locks that SQLite holds on the file in this process.
    fs::permissions(path, group_all | others_all, fs::perm_options::remove, failed);
    return;
  }
  const int file = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw std::runtime_error("cannot make the file '" + path + "'");
  close(file);
}

}  // namespace store
