#include "documents/chart/chart_svg.hpp"

#include "documents/chart/chart_lying.hpp"
#include "documents/chart/chart_upright.hpp"

namespace documents {

ChartDrawing draw_chart(const Chart& chart, std::string_view title, std::string_view description,
                        std::string_view language, ChartPaper paper) {
  const ChartSizes sizes = sizes_of(paper);
  ChartCanvas canvas;
  const bool lies = paper == ChartPaper::phone && chart.kind != ChartKind::line;
  const int height = lies ? draw_lying(canvas, chart, sizes, language) : draw_upright(canvas, chart, sizes, language);
  return {canvas.finish(sizes.width, height, title, description), sizes.width, height};
}

}  // namespace documents
