// A chart of bars that lie, each with its number: for paper that is narrow, and as long as it must be. It needs no axis
// of values. A stack has its sum behind it, if none of its values is missing.
#pragma once

#include <string_view>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_canvas.hpp"
#include "documents/chart/chart_sizes.hpp"

namespace documents {

// Returns its height.
int draw_lying(ChartCanvas& canvas, const Chart& chart, const ChartSizes& sizes, std::string_view language);

}  // namespace documents
