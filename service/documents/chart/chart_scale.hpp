// The axis of the values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "documents/chart/chart.hpp"

namespace documents {

// Of all that is drawn: low <= 0 <= high, both at most 10^15.
struct ChartRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
ChartRange range_of(const Chart& chart);

struct ChartScale {
  std::int64_t low = 0;   // a multiple of the step, at most 0
  std::int64_t high = 1;  // a multiple of the step, at least 0
  std::int64_t step = 1;  // 1, 2 or 5 with zeros behind: between two ticks
};

// Holds all values and nought, with at most eight ticks.
ChartScale scale_between(std::int64_t low, std::int64_t high);
ChartScale scale_of(const Chart& chart);

std::string spell_value(const Chart& chart, std::int64_t value, std::string_view language);
// With no more decimals than the step needs.
std::string spell_tick(const Chart& chart, const ChartScale& scale, std::int64_t tick, std::string_view language);

}  // namespace documents
