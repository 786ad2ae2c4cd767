// The service killed while it brings a database of the release before up to date.
#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "service_program.hpp"
#include "support/api_child.hpp"
#include "support/earlier_desk.hpp"
#include "support/sanitized.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const std::set<std::string> kOfTheServiceAtWork{"events", "formats", "idempotency_keys", "exports", "tokens"};

}  // namespace

TEST_CASE("killed while it migrates, the service leaves the database at a migration's end, and goes on from there") {
  constexpr int kKillsOfMigration = kSanitized ? 4 : 24;
  const EarlierDesk desk;
  const TemporaryFolder place;
  const std::string before = place.file("before.sqlite");
  const std::string database = place.file("test.sqlite");
  desk.write_earlier(before);
  store::Connection earlier(before, store::Access::read_only);
  const auto rows = rows_of(earlier, earlier);
  std::mt19937 random(16);
  std::set<int> schemas;
  for (int round = 0; round < kKillsOfMigration; ++round) {
    for (const char* rest : {"-wal", "-shm", ".lock"}) std::filesystem::remove(database + rest);
    std::filesystem::copy_file(before, database, std::filesystem::copy_options::overwrite_existing);
    {
      ChildService service(service_program(), database);
      std::this_thread::sleep_for(std::chrono::microseconds(5'000 + random() % 100'000));
      service.signal(SIGKILL);
      CHECK(service.wait_for_end() == -SIGKILL);
    }
    store::Connection connection(database, store::Access::read_write);
    const int schema = store::applied_schema(connection);
    schemas.insert(schema);
    CHECK(store::schema_faults(connection).empty());
    for (const auto& [table, values] : rows_of(connection, earlier)) {
      // Its clock is the real one: once it is up, the service forgets and revokes what is over by that.
      if (schema == store::newest_schema() && kOfTheServiceAtWork.contains(table)) continue;
      CHECK_MESSAGE((values == rows.at(table)), table);
    }
  }
  MESSAGE("killed at ", schemas.size(), " different schemas, from ", *schemas.begin(), " to ", *schemas.rbegin());
  ChildService service(service_program(), database);
  service.wait_until_ready();
  service.signal(SIGTERM);
  CHECK(service.wait_for_end() == 0);
  CHECK(usecases::verify(database).problems.empty());
}
