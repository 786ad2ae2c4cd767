// What an operator asks: is the service ready, and how do the reports stand?
#pragma once

#include <string>
#include <vector>

#include "usecases/frame/service.hpp"

namespace usecases {

struct ReadinessCheck {
  std::string name;
  std::string problem;  // empty: ok
};

// The database answers, there is room to write beside it, the formats are loaded.
std::vector<ReadinessCheck> check_readiness(Service& service);

struct SectionCount {
  std::string report;
  std::string state;
  std::int64_t sections = 0;
};

// Text sections of every report by state.
std::vector<SectionCount> count_sections(Service& service);

}  // namespace usecases
