// How the series of a chart are told apart. The first four by their colours alone: all of them are told apart in grey
// and by colour-blind readers, and stand out from white paper. Those behind them by hatching and dashes as well.
#pragma once

#include <array>
#include <string_view>

#include "documents/chart/chart.hpp"

namespace documents {

enum class Hatch { none, rising, falling, level, crossed };
enum class Marker { circle, square, triangle, diamond, turned_triangle, hollow_circle, hollow_square, hollow_diamond };

constexpr std::string_view kChartInk = "#1b1b1b";
constexpr std::string_view kChartSoftInk = "#52565e";  // of the words beside an axis
constexpr std::string_view kChartGrid = "#dcdfe4";
constexpr std::string_view kChartPaper = "#ffffff";

struct SeriesLook {
  std::string_view colour;
  std::string_view number;  // of a number that stands on the colour; empty: none is read on its hatching
  Hatch hatch = Hatch::none;
  std::string_view dash;  // of SVG; empty: a line without gaps
  Marker marker = Marker::circle;
};

constexpr std::array<SeriesLook, kMostSeries> kSeriesLooks{{
    {"#1a5490", kChartPaper, Hatch::none, "", Marker::circle},
    {"#dc7a06", kChartInk, Hatch::none, "", Marker::square},
    {"#2a2540", kChartPaper, Hatch::none, "", Marker::triangle},
    {"#1f7d66", kChartPaper, Hatch::none, "", Marker::diamond},
    {"#5a8fc7", "", Hatch::rising, "28 12", Marker::turned_triangle},
    {"#a3423c", "", Hatch::falling, "8 10", Marker::hollow_circle},
    {"#8a7d2b", "", Hatch::level, "48 12", Marker::hollow_square},
    {"#7a5896", "", Hatch::crossed, "28 10 6 10", Marker::hollow_diamond},
}};

}  // namespace documents
