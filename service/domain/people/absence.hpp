// Days on which somebody is away, and who stands in for them meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/calendar.hpp"

namespace domain {

enum class AbsenceState { ahead, in_force, over };

std::string_view to_string(AbsenceState state);

struct Absence {
  std::int64_t id = 0;
  std::string user;
  std::string user_name;  // filled in by reading
  std::string from;       // ISO day
  std::string until;      // ISO day, inclusive
  std::string deputy;
  std::string deputy_name;          // filled in by reading
  std::vector<std::int64_t> posts;  // those that the deputy acts in; empty: all but those of an admin
  std::optional<Millis> ended_at;   // before its last day was over
  std::int64_t version = 1;

  AbsenceState state_on(const std::string& day) const;
  bool is_over_on(const std::string& day) const { return state_on(day) == AbsenceState::over; }
  // Whether both concern some post on some day.
  bool meets(const Absence& other) const;
};

}  // namespace domain
