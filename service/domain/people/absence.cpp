#include "domain/people/absence.hpp"

#include <algorithm>

namespace domain {

std::string_view to_string(AbsenceState state) {
  switch (state) {
    case AbsenceState::ahead:
      return "ahead";
    case AbsenceState::in_force:
      return "in_force";
    case AbsenceState::over:
      return "over";
  }
  return "";
}

AbsenceState Absence::state_on(const std::string& day) const {
  if (ended_at || until < day) return AbsenceState::over;
  return from <= day ? AbsenceState::in_force : AbsenceState::ahead;
}

bool Absence::meets(const Absence& other) const {
  if (until < other.from || other.until < from) return false;
  if (posts.empty() || other.posts.empty()) return true;
  return std::ranges::any_of(
      posts, [&](std::int64_t post) { return std::ranges::find(other.posts, post) != other.posts.end(); });
}

}  // namespace domain
