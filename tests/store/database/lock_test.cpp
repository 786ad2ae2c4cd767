#include <doctest/doctest.h>

#include <stdexcept>

#include "store/database/lock.hpp"
#include "support/temporary_folder.hpp"

TEST_CASE("a second server on the same database is refused until the first one ends") {
  const support::TemporaryFolder folder;
  const std::string path = folder.file("test.sqlite");
  {
    const store::DatabaseLock first(path);
    CHECK_THROWS_WITH_AS(store::DatabaseLock second(path), doctest::Contains("uses the database"), std::runtime_error);
    CHECK_NOTHROW(store::DatabaseLock(folder.file("other.sqlite")));
  }
  CHECK_NOTHROW(store::DatabaseLock third(path));
}

TEST_CASE("a database in a folder that is not there is refused with its name") {
  CHECK_THROWS_WITH_AS(store::DatabaseLock("/nowhere/at/all.sqlite"), doctest::Contains("/nowhere/at/all.sqlite"),
                       std::runtime_error);
}
