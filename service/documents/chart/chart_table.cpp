#include "documents/chart/chart_table.hpp"

#include <algorithm>
#include <optional>

#include "documents/chart/chart_number.hpp"
#include "documents/chart/chart_unit.hpp"
#include "documents/text/ascii.hpp"

namespace documents {
namespace {

using Problem = ChartProblem::Kind;

std::optional<ChartKind> kind_named(std::string_view name) {
  if (name == "bar") return ChartKind::bar;
  if (name == "line") return ChartKind::line;
  if (name == "stacked") return ChartKind::stacked;
  return std::nullopt;
}

using Numbers = std::vector<std::vector<std::optional<ChartNumber>>>;  // by row, by series

// Returns the first cell that is no number.
std::optional<ChartProblem> read_numbers(Numbers& numbers, const TableRows& rows, std::string_view language) {
  for (std::size_t row = 1; row < rows.size(); ++row) {
    auto& line = numbers.emplace_back();
    for (std::size_t column = 1; column < rows[row].size(); ++column) {
      const std::string& cell = rows[row][column];
      const auto number = read_number(cell, language);
      if (!number && !is_missing_number(cell)) return ChartProblem{Problem::no_number, row, column + 1, cell};
      line.push_back(number);
    }
  }
  return std::nullopt;
}

// The value with so many decimals; none where that is too large.
std::optional<std::int64_t> scaled(const ChartNumber& number, int decimals) {
  constexpr std::int64_t kTooLarge = 100'000'000'000'000;
  static_assert(kMostDigits == 14);
  std::int64_t value = number.value;
  for (int i = number.decimals; i < decimals; ++i) {
    if (value <= -kTooLarge / 10 || value >= kTooLarge / 10) return std::nullopt;
    value *= 10;
  }
  return value;
}

std::optional<ChartProblem> take_numbers(Chart& chart, const Numbers& numbers) {
  std::size_t count = 0;
  std::size_t percents = 0;
  for (const auto& line : numbers) {
    for (const auto& number : line) {
      if (!number) continue;
      ++count;
      if (number->percent) ++percents;
      chart.decimals = std::max(chart.decimals, number->decimals);
      if (chart.kind == ChartKind::stacked && number->value < 0) return ChartProblem{Problem::negative_stack, 0, 0, ""};
    }
  }
  if (count == 0) return ChartProblem{Problem::no_numbers, 0, 0, ""};
  if (percents != 0 && percents != count) return ChartProblem{Problem::mixed_percent, 0, 0, ""};
  chart.percent = percents != 0;
  for (const auto& line : numbers) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      auto& value = chart.series[i].values.emplace_back();
      if (!line[i]) continue;
      value = scaled(*line[i], chart.decimals);
      if (!value) return ChartProblem{Problem::too_large, 0, 0, ""};
    }
  }
  return std::nullopt;
}

}  // namespace

std::variant<Chart, ChartProblem> read_chart(std::string_view kind, std::string_view caption, const TableRows& rows,
                                             std::string_view language) {
  const auto known = kind_named(kind);
  if (!known) return ChartProblem{Problem::unknown_kind, 0, 0, std::string(kind)};
  if (rows.size() < 2 || rows[0].size() < 2) return ChartProblem{Problem::no_numbers, 0, 0, ""};
  if (rows[0].size() - 1 > kMostSeries) return ChartProblem{Problem::too_many_series, 0, 0, ""};
  if (rows.size() - 1 > kMostCategories) return ChartProblem{Problem::too_many_categories, 0, 0, ""};
  Chart chart;
  chart.kind = *known;
  chart.category_title = without_blanks(rows[0][0]);
  for (std::size_t i = 1; i < rows[0].size(); ++i) chart.series.push_back({rows[0][i], {}});
  for (std::size_t i = 1; i < rows.size(); ++i) chart.categories.push_back(rows[i][0]);
  Numbers numbers;
  if (auto problem = read_numbers(numbers, rows, language)) return *problem;
  if (auto problem = take_numbers(chart, numbers)) return *problem;
  take_unit(chart, caption, language);
  return chart;
}

}  // namespace documents
