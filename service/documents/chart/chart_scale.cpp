#include "documents/chart/chart_scale.hpp"

#include <algorithm>

#include "documents/chart/chart_number.hpp"

namespace documents {

ChartScale scale_between(std::int64_t low, std::int64_t high) {
  constexpr std::int64_t kIntervals = 5;
  const std::int64_t least = (std::max<std::int64_t>(high - low, 1) + kIntervals - 1) / kIntervals;
  std::int64_t step = 1;
  for (int i = 0; step < least; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;  // 1, 2, 5, 10, 20, 50
  const auto up = [step](std::int64_t value) { return (value + step - 1) / step * step; };
  return {-up(-low), std::max(up(high), low == 0 ? step : 0), step};
}

ChartRange range_of(const Chart& chart) {
  ChartRange range;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    std::int64_t sum = 0;
    for (const auto& series : chart.series) {
      const std::int64_t value = series.values[i].value_or(0);
      sum += value;
      range.low = std::min(range.low, value);
      range.high = std::max(range.high, chart.kind == ChartKind::stacked ? sum : value);
    }
  }
  return range;
}

ChartScale scale_of(const Chart& chart) {
  const auto [low, high] = range_of(chart);
  return scale_between(low, high);
}

std::string spell_value(const Chart& chart, std::int64_t value, std::string_view language) {
  return spell_value(value, chart.decimals, chart.percent, language);
}

std::string spell_tick(const Chart& chart, const ChartScale& scale, std::int64_t tick, std::string_view language) {
  int decimals = chart.decimals;
  for (std::int64_t step = scale.step; decimals > 0 && step % 10 == 0; step /= 10) {
    --decimals;
    tick /= 10;
  }
  return spell_value(tick, decimals, chart.percent, language);
}

}  // namespace documents
