#include "documents/chart/chart_scale.hpp"

#include <algorithm>

namespace documents {

ChartScale scale_between(std::int64_t low, std::int64_t high) {
  constexpr std::int64_t kIntervals = 5;
  const std::int64_t least = (std::max<std::int64_t>(high - low, 1) + kIntervals - 1) / kIntervals;
  std::int64_t step = 1;
  for (int i = 0; step < least; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;  // 1, 2, 5, 10, 20, 50
  const auto up = [step](std::int64_t value) { return (value + step - 1) / step * step; };
  return {-up(-low), std::max(up(high), low == 0 ? step : 0), step};
}

ChartScale scale_of(const Chart& chart) {
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    std::int64_t sum = 0;
    for (const auto& series : chart.series) {
      const std::int64_t value = series.values[i].value_or(0);
      sum += value;
      low = std::min(low, value);
      high = std::max(high, chart.kind == ChartKind::stacked ? sum : value);
    }
  }
  return scale_between(low, high);
}

}  // namespace documents
