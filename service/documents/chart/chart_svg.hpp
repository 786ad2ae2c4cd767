// A chart as SVG: the same values give the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "documents/chart/chart.hpp"

namespace documents {

struct ChartDrawing {
  std::string svg;  // stands alone, and within HTML
  int width = 0;    // tenths of a millimetre, as the height
  int height = 0;
};

// As wide as the text of a page. title, description: for who cannot see it. language: of the numbers.
ChartDrawing draw_chart(const Chart& chart, std::string_view title, std::string_view description,
                        std::string_view language);

}  // namespace documents
