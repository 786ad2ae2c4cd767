// The command restore: a backup in place of the database, whole or not at all.
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "app.hpp"
#include "commands.hpp"
#include "domain/basis/calendar.hpp"
#include "store/database/file.hpp"
#include "store/database/lock.hpp"
#include "store/database/migrate.hpp"
#include "store/database/schema.hpp"
#include "verification.hpp"

namespace {

namespace fs = std::filesystem;

// The copy of the backup until it is in its place; where it does not get there, nothing of it is left.
struct Unfinished {
  explicit Unfinished(std::string file) : path(std::move(file)) { store::remove_database(path); }
  ~Unfinished() { store::remove_database(path); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  std::string path;
};

void sync(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

// "file.replaced-20260504T090000Z", the first of that name that is free.
std::string name_aside(const std::string& database) {
  std::string stamp;
  for (const char c : domain::format_time(system_clock_now())) {
    if (c != '-' && c != ':') stamp += c;
  }
  const std::string name = database + ".replaced-" + stamp;
  std::string free = name;
  for (int i = 2; fs::exists(free); ++i) free = name + "-" + std::to_string(i);
  return free;
}

// With its log, which may hold what was saved last. Gives where it is now; empty: there was none.
std::string keep_aside(const std::string& database) {
  if (!fs::exists(database)) return "";
  const std::string aside = name_aside(database);
  for (const char* log : {"-wal", "-journal"}) {
    if (fs::exists(database + log)) fs::rename(database + log, aside + log);
  }
  fs::rename(database, aside);
  fs::remove(database + "-shm");
  return aside;
}

void bring_up_to_date(const std::string& copy) {
  store::Connection connection(copy, store::Access::read_write);
  store::migrate(connection, system_clock_now());
}

void require_other_file(const std::string& source, const std::string& database) {
  if (!fs::exists(source)) throw std::runtime_error("there is no backup '" + source + "'");
  if (!fs::is_regular_file(source)) throw std::runtime_error("'" + source + "' is not a file");
  if (fs::exists(database) && fs::equivalent(source, database)) {
    throw std::runtime_error("'" + source + "' is the database itself, not a backup of it");
  }
}

}  // namespace

int restore(const Config& config) {
  if (config.arguments.size() != 1) throw std::invalid_argument("'restore' takes one file, the backup; see --help");
  const std::string& source = config.arguments.front();
  require_other_file(source, config.database);
  if (fs::exists(config.database) && !config.force) {
    throw std::runtime_error("the database '" + config.database + "' is there already; --force replaces it");
  }
  const auto backup = store::open_untouched(source);
  store::require_ours(*backup);
  const Unfinished copy(config.database + ".restore");
  store::copy_database(*backup, copy.path);
  const auto found = usecases::verify(copy.path);
  if (!found.problems.empty()) {
    print_verification(found);
    throw std::runtime_error("the backup is damaged; nothing was replaced");
  }
  bring_up_to_date(copy.path);
  sync(copy.path);
  const store::DatabaseLock lock(config.database);  // no server may run on it
  const std::string aside = keep_aside(config.database);
  fs::rename(copy.path, config.database);
  sync(fs::absolute(config.database).parent_path().string());
  std::cout << "restored: " << config.database << "\n";
  if (!aside.empty()) std::cout << "the database that was there is kept: " << aside << "\n";
  return print_verification(found);
}
