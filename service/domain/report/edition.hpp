// A frozen edition of a report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct Withdrawal {
  std::int64_t event = 0;
  Millis at = 0;
  Author by;
  std::string reason;
};

struct Edition {
  std::string report;
  std::int64_t number = 0;  // from 1, by report
  std::string name;
  std::string kind;       // "draft" or "final"
  std::string selection;  // "approved" or "latest"
  std::vector<std::string> languages;
  std::optional<std::string> override_reason;
  std::int64_t content_event = 0;
  std::int64_t event = 0;
  std::string manifest;  // JSON
  Author by;
  Millis frozen_at = 0;
  std::optional<Withdrawal> withdrawal;
};

}  // namespace domain
