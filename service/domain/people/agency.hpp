// An agency of the working group.
#pragma once

#include <cstdint>
#include <string>

#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"

namespace domain {

struct Agency {
  std::string id;
  LocalizedText title;
  LocalizedText short_title;
  bool active = true;
  std::int64_t version = 1;
  Millis created_at = 0;
  Millis updated_at = 0;
};

}  // namespace domain
