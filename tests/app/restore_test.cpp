#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

#include "commands.hpp"
#include "domain/basis/error.hpp"
#include "store/database/file.hpp"
#include "store/database/lock.hpp"
#include "support/stored_section.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

// A folder with a backup in it, and what restoring does there.
struct Desk {
  Desk() {
    support::StoredSection stored;
    stored.save(1, "The first text.");
    stored.database.backup_to(backup);
    stored.database.backup_to(database);
  }

  // Restores over the database that is there; gives the complaint, empty where it was done.
  std::string restore_from(const std::string& source) const {
    Config config;
    config.command = "restore";
    config.database = database;
    config.arguments = {source};
    config.force = true;
    std::ostringstream out;
    std::streambuf* before = std::cout.rdbuf(out.rdbuf());
    std::string complaint;
    try {
      restore(config);
    } catch (const std::exception& error) {
      complaint = error.what();
      if (complaint.empty()) complaint = "?";
    }
    std::cout.rdbuf(before);
    return complaint;
  }

  // A refused restore changes nothing and leaves nothing behind.
  void check_refused(const std::string& source) const {
    const auto names = names_in(folder.path());
    const std::string there = bytes_of(database);
    const std::string given = bytes_of(source);
    CHECK(restore_from(source) != "");
    CHECK(names_in(folder.path()) == names);
    CHECK((bytes_of(database) == there));
    CHECK((bytes_of(source) == given));
  }

  TemporaryFolder folder;
  std::string backup = folder.file("backup.sqlite");
  std::string database = folder.file("live.sqlite");
};

}  // namespace

TEST_CASE("what is no whole backup of ours replaces nothing and leaves nothing behind") {
  const Desk desk;
  const std::string other = desk.folder.file("other");
  SUBCASE("an empty file") { std::ofstream{other}; }
  SUBCASE("a text") { std::ofstream(other) << "Dear colleagues,\n"; }
  SUBCASE("an empty database") { SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("VACUUM"); }
  SUBCASE("a database of another program") {
    SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE notes (text)");
  }
  SUBCASE("half of a backup") {
    const std::string whole = bytes_of(desk.backup);
    std::ofstream(other, std::ios::binary) << whole.substr(0, whole.size() / 2);
  }
  SUBCASE("a backup whose middle is zeros") {
    std::string bytes = bytes_of(desk.backup);
    bytes.replace(bytes.size() / 2, 65536, 65536, '\0');
    std::ofstream(other, std::ios::binary) << bytes;
  }
  SUBCASE("a backup that lacks a migration") {
    fs::copy_file(desk.backup, other);
    tamper(other, "DELETE FROM schema_migrations WHERE number = 3");
  }
  SUBCASE("a backup of a newer program") {
    fs::copy_file(desk.backup, other);
    tamper(other, "INSERT INTO schema_migrations VALUES (9999, 'db/9999.sql', 'x', 0)");
  }
  SUBCASE("a backup whose rows were changed") {
    fs::copy_file(desk.backup, other);
    tamper(other, "UPDATE users SET name = 'Somebody'");
  }
  desk.check_refused(other);
}

TEST_CASE("a restore keeps the database that was there, with all that it held") {
  const Desk desk;
  tamper(desk.database, "CREATE TABLE mark (x)");
  const std::string before = bytes_of(desk.database);
  CHECK(desk.restore_from(desk.backup) == "");
  std::string aside;
  for (const auto& name : names_in(desk.folder.path())) {
    if (name.starts_with("live.sqlite.replaced-")) aside = desk.folder.file(name);
  }
  REQUIRE(aside != "");
  CHECK((bytes_of(aside) == before));
  CHECK(usecases::verify(desk.database).problems.empty());
}

TEST_CASE("a backup that was restored stays as it was, with nothing beside it") {
  const Desk desk;
  const std::string before = bytes_of(desk.backup);
  CHECK(desk.restore_from(desk.backup) == "");
  CHECK((bytes_of(desk.backup) == before));
  for (const char* suffix : {"-wal", "-shm", "-journal"}) CHECK_FALSE(fs::exists(desk.backup + suffix));
}

TEST_CASE("beside a running service only a database of this version is opened, and nothing in it changes") {
  const Desk desk;
  tamper(desk.database, "DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)");
  const std::string before = bytes_of(desk.database);
  const auto open_it = [&] {
    store::Database(
        desk.database, [] { return domain::Millis{0}; }, store::Database::Opening::as_it_is);
  };
  CHECK_THROWS_WITH_AS(open_it(), doctest::Contains("earlier version"), domain::Error);
  CHECK((bytes_of(desk.database) == before));
}

TEST_CASE("the database itself is no backup of itself, by whatever name") {
  const Desk desk;
  const std::string link = desk.folder.file("link.sqlite");
  fs::create_symlink(desk.database, link);
  CHECK(desk.restore_from(link).find("is the database itself") != std::string::npos);
}

TEST_CASE("a second service on the same file is refused, by whatever name it is called") {
  const Desk desk;
  const store::DatabaseLock first(desk.database);
  const std::string link = desk.folder.file("link.sqlite");
  const std::string hard = desk.folder.file("hard.sqlite");
  fs::create_symlink("live.sqlite", link);
  fs::create_hard_link(desk.database, hard);
  CHECK_THROWS_WITH_AS(store::DatabaseLock second(link), doctest::Contains("uses the database"), std::runtime_error);
  CHECK_THROWS_WITH_AS(store::DatabaseLock second(hard), doctest::Contains("uses the database"), std::runtime_error);
}

TEST_CASE("only the owner reads a database, its backups and what is restored") {
  const support::StoredSection stored;
  const Desk desk;
  CHECK(desk.restore_from(desk.backup) == "");
  for (const auto& path : {stored.database.path(), desk.backup, desk.database}) {
    CAPTURE(path);
    struct stat found = {};
    REQUIRE(stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
  }
}

TEST_CASE("a backup ends although somebody saves after each of its steps") {
  const TemporaryFolder folder;
  const auto clock = [] { return domain::Millis{0}; };
  store::Database database(folder.file("test.sqlite"), clock);
  const auto save = [&] {
    database.write([](store::WriteTx& tx) {
      store::append_event(tx, "x." + std::string(200'000, 'x'), {}, {}, nlohmann::json::object());
    });
  };
  for (int i = 0; i < 100; ++i) save();  // 20 MB: five steps
  store::Connection source(database.path(), store::Access::read_only);
  store::Connection copy(folder.file("copy.sqlite"), store::Access::read_write);
  int steps = 0;
  store::copy_pages(source, copy, [&] {
    if (++steps > 50) throw std::runtime_error("begun again for ever");
    save();
  });
  CHECK(steps >= 4);
  store::ReadTx tx{copy};
  CHECK(store::last_event(tx).id == 100);
  CHECK(store::integrity_problems(tx).empty());
}
