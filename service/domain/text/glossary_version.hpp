// A saved version of the glossary of a report.
#pragma once

#include <cstdint>
#include <string>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct GlossaryVersion {
  std::string report;
  std::int64_t version = 0;  // from 1
  std::int64_t event = 0;
  std::string entries;  // JSON
  std::string sha256;   // of the entries
  Author by;
  Millis saved_at = 0;
};

}  // namespace domain
