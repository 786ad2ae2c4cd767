#include "domain/preparation/dependences.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

constexpr std::int64_t kMany = 100'000;

// 1 waits for 2, 2 for 3, and so on.
Dependences long_chain() {
  Dependences needs;
  for (std::int64_t number = 1; number < kMany; ++number) needs[number] = {number + 1};
  return needs;
}

}  // namespace

TEST_CASE("where nothing leads back there is no circle, however often a number is reached") {
  CHECK(circle_through({}, 1).empty());
  CHECK(circle_through({{1, {2, 3}}, {2, {4}}, {3, {4}}}, 1).empty());
  CHECK(circle_through({{1, {2}}, {2, {3}}, {3, {2}}}, 1).empty());  // a circle that 1 is no part of
}

TEST_CASE("a circle is told from its beginning to its beginning, and the shortest of several") {
  CHECK(circle_through({{1, {1}}}, 1) == std::vector<std::int64_t>{1, 1});
  CHECK(circle_through({{1, {2}}, {2, {1}}}, 1) == std::vector<std::int64_t>{1, 2, 1});
  CHECK(circle_through({{1, {2, 3}}, {2, {4}}, {4, {5}}, {5, {1}}, {3, {1}}}, 1) == std::vector<std::int64_t>{1, 3, 1});
  CHECK(circle_through({{3, {5}}, {5, {4}}, {4, {3}}}, 5) == std::vector<std::int64_t>{5, 4, 3, 5});
}

TEST_CASE("a chain of a hundred thousand is walked to its end, and a circle of as many found") {
  Dependences needs = long_chain();
  CHECK(circle_through(needs, 1).empty());
  needs[kMany] = {1};
  const auto circle = circle_through(needs, 1);
  CHECK(circle.size() == static_cast<std::size_t>(kMany) + 1);
  CHECK(circle.front() == 1);
  CHECK(circle.back() == 1);
}

TEST_CASE("where each waits for the twenty behind it, each is looked at once") {
  Dependences needs;
  for (std::int64_t number = 1; number < kMany; ++number) {
    for (std::int64_t next = number + 1; next <= number + 20; ++next) needs[number].push_back(next);
  }
  CHECK(circle_through(needs, 1).empty());  // all ways would be more than anybody lives to see
}
