// A chart as values: what a marked table says, and what is drawn. Numbers are whole, so that a drawing depends on
// nothing but them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace documents {

enum class ChartKind { bar, line, stacked };

constexpr std::size_t kMostSeries = 8;
constexpr std::size_t kMostCategories = 40;
constexpr std::size_t kMostCharts = 12;  // of one text

struct ChartSeries {
  std::string name;
  std::vector<std::optional<std::int64_t>> values;  // as many as there are categories; none: missing
};

struct Chart {
  ChartKind kind = ChartKind::bar;
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;
  int decimals = 0;                 // a value of 182 with one decimal is 18.2
  bool percent = false;             // every number is written with a percent sign
  std::string unit = {};            // of every number, "thousands of persons"; empty: it is not told
  std::string category_title = {};  // what the categories are, "Year"; empty: it is not told
};

}  // namespace documents
