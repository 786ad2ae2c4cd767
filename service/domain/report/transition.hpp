// An act of the review, with who, when, why and the exact revisions that it was about.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct Transition {
  std::int64_t event = 0;  // its id too
  std::string report;
  std::string section;
  std::string action;
  std::string from_state;
  std::string from_step;  // key; empty: none
  std::string to_state;
  std::string to_step;
  std::optional<std::string> reason;
  std::map<std::string, std::int64_t> revisions;
  bool own_text = false;
  Author by;
  Millis at = 0;
};

}  // namespace domain
