// A chart as SVG: the same values give the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_sizes.hpp"

namespace documents {

struct ChartDrawing {
  std::string svg;  // stands alone, and within HTML
  int width = 0;    // tenths of a millimetre, as the height
  int height = 0;
};

// title, description: for who cannot see it. language: of the numbers. On a phone bars lie below their names.
ChartDrawing draw_chart(const Chart& chart, std::string_view title, std::string_view description,
                        std::string_view language, ChartPaper paper = ChartPaper::page);

}  // namespace documents
