// The axis of the values.
#pragma once

#include <cstdint>

#include "documents/chart/chart.hpp"

namespace documents {

struct ChartScale {
  std::int64_t low = 0;   // a multiple of the step, at most 0
  std::int64_t high = 1;  // a multiple of the step, at least 0
  std::int64_t step = 1;  // 1, 2 or 5 with zeros behind: between two ticks
};

// Holds all values and nought, with at most eight ticks. low <= 0 <= high, both at most 10^15.
ChartScale scale_between(std::int64_t low, std::int64_t high);
ChartScale scale_of(const Chart& chart);

}  // namespace documents
