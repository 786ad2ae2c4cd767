// What happened, as the log of events keeps it.
#pragma once

#include <cstdint>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct Event {
  std::int64_t id = 0;
  Millis at = 0;
  std::string type;
  std::string report;   // empty: about no report
  std::string section;  // empty: about no section
  Author by;
  std::string data;  // JSON object, as hashed
  std::string prev_hash;
  std::string hash;
};

// What an event is about.
struct Subject {
  std::string report;
  std::string section;
};

}  // namespace domain
