#include "descriptors.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <initializer_list>

TEST_CASE("what is asked for is given where there are descriptors enough") {
  const Demand given = fit_into(20'000, {1024, 256, 2});
  CHECK(given.connections == 1024);
  CHECK(given.threads == 256);
}

TEST_CASE("with few descriptors there are fewer connections and threads, and room for files and programs is kept") {
  for (const std::size_t descriptors : {256U, 512U, 1024U, 1200U, 4096U}) {
    const Demand given = fit_into(descriptors, {100'000, 4096, 2});
    CAPTURE(descriptors);
    CHECK(given.connections + 3 * given.threads + 8 * 2 + 96 <= descriptors);
    CHECK(given.connections >= descriptors / 2);
    CHECK(given.threads >= 2);
  }
}

TEST_CASE("there are always some connections and threads") {
  CHECK(fit_into(0, {1024, 256, 64}).connections == 8);
  CHECK(fit_into(0, {1024, 256, 64}).threads == 2);
  CHECK(fit_into(0, {4, 1, 1}).connections == 4);
}

TEST_CASE("the limit is raised as far as it may be") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit low{64, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_NOFILE, &low) == 0);
  CHECK(raise_descriptor_limit() == before.rlim_max);
  rlimit after{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &after) == 0);
  CHECK(after.rlim_cur == before.rlim_max);
}
