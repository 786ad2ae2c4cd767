#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "domain/basis/error.hpp"
#include "support/stored_section.hpp"

namespace {

std::string kind_of_read(store::Database& database) {
  try {
    database.read([](store::ReadTx& tx) { return store::list_events(tx, std::nullopt, 0, 10).events.size(); });
  } catch (const domain::Error& error) {
    return error.kind();
  }
  return "";
}

}  // namespace

TEST_CASE("a file that is away is told as storage that does not answer, and read again when it is back") {
  support::OpenDatabase open;
  open.append("x");
  const std::string path = open.database.path();
  std::filesystem::rename(path, path + ".away");
  CHECK(kind_of_read(open.database) == "storage_unavailable");
  std::filesystem::rename(path + ".away", path);
  CHECK(kind_of_read(open.database) == "");
}

TEST_CASE("a damaged file is told as storage that does not answer") {
  support::OpenDatabase open;
  open.append("x");
  open.database.checkpoint();
  std::fstream file(open.database.path(), std::ios::in | std::ios::out | std::ios::binary);
  const std::string zeros(std::filesystem::file_size(open.database.path()) - 100, '\0');
  file.seekp(100);
  file << zeros;
  file.close();
  CHECK(kind_of_read(open.database) == "storage_unavailable");
}
