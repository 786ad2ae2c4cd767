// A stored version of a reporting format.
#pragma once

#include <cstdint>
#include <string>

#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"

namespace domain {

struct FormatVersion {
  std::string id;
  std::int64_t version = 0;
  LocalizedText title;
  std::string sha256;
  Millis stored_at = 0;
};

}  // namespace domain
