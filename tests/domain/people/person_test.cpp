#include "domain/people/person.hpp"

#include <doctest/doctest.h>

using namespace domain;

TEST_CASE("terms follow one another without a gap, in whatever order they are told") {
  const std::string day = "2026-01-15";
  CHECK_FALSE(without_gap_from(day, {}));
  CHECK(without_gap_from(day, {{{}, {}}}));
  CHECK_FALSE(without_gap_from(day, {{{}, "2026-03-31"}}));
  CHECK(without_gap_from(day, {{"2026-04-01", {}}, {{}, "2026-03-31"}}));
  CHECK_FALSE(without_gap_from(day, {{"2026-04-02", {}}, {{}, "2026-03-31"}}));
  CHECK(without_gap_from(day, {{"2026-02-01", {}}, {"2026-01-15", "2026-12-31"}, {{}, "2026-01-20"}}));
  CHECK_FALSE(without_gap_from(day, {{"2026-01-16", {}}}));
  CHECK_FALSE(without_gap_from(day, {{{}, "2025-12-31"}, {"2026-02-01", {}}}));
  CHECK(without_gap_from(day, {{{}, "9999-12-31"}, {"2030-01-01", {}}}));
}

TEST_CASE("a post covers another where it entitles to all of it") {
  const Post head{Role::head, "labour", "", {}};
  CHECK(covers(head, head));
  CHECK_FALSE(covers(head, {Role::head, "health", "", {}}));
  CHECK_FALSE(covers(head, {Role::contributor, "labour", "", {}}));
  const Post all{Role::translator, "", "", {}};
  const Post two{Role::translator, "", "", {"ru", "tk"}};
  const Post one{Role::translator, "", "", {"ru"}};
  CHECK(covers(all, one));
  CHECK(covers(two, one));
  CHECK_FALSE(covers(one, two));
  CHECK_FALSE(covers(two, all));
}
