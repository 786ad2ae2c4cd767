// How the series of a chart are told apart: by colours that colour-blind readers can tell apart (Okabe and Ito,
// https://jfly.uni-koeln.de/color/), and without any colour by hatching, dashes and markers.
#pragma once

#include <array>
#include <string_view>

#include "documents/chart/chart.hpp"

namespace documents {

enum class Hatch { none, rising, falling, upright, level, crossed, grid };
enum class Marker { circle, square, triangle, diamond, turned_triangle, hollow_circle, hollow_square, hollow_diamond };

struct SeriesLook {
  std::string_view fill;  // of bars, which have an outline
  Hatch hatch = Hatch::none;
  std::string_view line;  // dark enough on white paper without an outline
  std::string_view dash;  // of SVG; empty: a line without gaps
  Marker marker = Marker::circle;
};

constexpr std::string_view kChartInk = "#1b1b1b";
constexpr std::string_view kChartSoftInk = "#c8ccd2";

constexpr std::array<SeriesLook, kMostSeries> kSeriesLooks{{
    {"#0072b2", Hatch::none, "#0072b2", "", Marker::circle},
    {"#e69f00", Hatch::rising, "#ac7700", "28 12", Marker::square},
    {"#56b4e9", Hatch::upright, "#4187af", "8 10", Marker::triangle},
    {"#d55e00", Hatch::falling, "#d55e00", "28 10 6 10", Marker::diamond},
    {"#009e73", Hatch::level, "#00855f", "48 12", Marker::turned_triangle},
    {"#cc79a7", Hatch::crossed, "#ad678e", "14 8", Marker::hollow_circle},
    {"#f0e442", Hatch::grid, "#8a8326", "48 10 6 10", Marker::hollow_square},
    {"#1b1b1b", Hatch::none, "#1b1b1b", "4 8", Marker::hollow_diamond},
}};

}  // namespace documents
