// A chart whose values go upwards: bars beside or above each other, or lines.
#pragma once

#include <string_view>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_canvas.hpp"
#include "documents/chart/chart_sizes.hpp"

namespace documents {

// Returns its height.
int draw_upright(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language);

}  // namespace documents
