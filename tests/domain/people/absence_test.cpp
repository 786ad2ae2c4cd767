#include "domain/people/absence.hpp"

#include <doctest/doctest.h>

using namespace domain;

namespace {

Absence absence(const std::string& from, const std::string& until, std::vector<std::int64_t> posts = {}) {
  Absence made;
  made.from = from;
  made.until = until;
  made.posts = std::move(posts);
  return made;
}

}  // namespace

TEST_CASE("an absence is in force from its first day until its last, unless it was ended") {
  auto july = absence("2026-07-01", "2026-07-21");
  CHECK(july.state_on("2026-06-30") == AbsenceState::ahead);
  CHECK(july.state_on("2026-07-01") == AbsenceState::in_force);
  CHECK(july.state_on("2026-07-21") == AbsenceState::in_force);
  CHECK(july.state_on("2026-07-22") == AbsenceState::over);
  july.ended_at = 1;
  CHECK(july.state_on("2026-07-10") == AbsenceState::over);
}

TEST_CASE("two absences meet where both concern a post on a day") {
  const auto july = absence("2026-07-01", "2026-07-21");
  CHECK(july.meets(absence("2026-07-21", "2026-08-01")));
  CHECK_FALSE(july.meets(absence("2026-07-22", "2026-08-01")));
  CHECK(july.meets(absence("2026-07-10", "2026-07-10", {3})));
  const auto of_three = absence("2026-07-01", "2026-07-21", {3, 4});
  CHECK(of_three.meets(absence("2026-07-10", "2026-07-10", {4, 5})));
  CHECK_FALSE(of_three.meets(absence("2026-07-10", "2026-07-10", {5})));
}
