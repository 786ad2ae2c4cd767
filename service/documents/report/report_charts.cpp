#include "documents/report/report_charts.hpp"

#include <algorithm>
#include <optional>

#include "documents/chart/chart_words.hpp"
#include "documents/report/report.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

TableRows rows_of(cmark_node* table) {
  TableRows rows;
  for (auto* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
    auto& cells = rows.emplace_back();
    for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
      cells.push_back(text_of(cell));
  }
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  for (auto& row : rows) row.resize(columns);
  return rows;
}

}  // namespace

std::vector<ReportChart> charts_of(const ReportPart& part, const std::vector<Caption>& captions) {
  std::vector<ReportChart> charts;
  std::size_t drawn = 0;
  for (const auto& caption : captions) {
    if (caption.marks.chart.empty()) continue;
    ReportChart chart{0, &part, caption.table, text_of(caption.paragraph),
                      ChartProblem{ChartProblem::Kind::too_many_charts, 0, 0, ""}};
    if (drawn < kMostCharts) {
      chart.content = read_chart(caption.marks.chart, chart.title, rows_of(caption.table), part.section->language);
    }
    if (chart.is_drawn()) ++drawn;
    charts.push_back(std::move(chart));
  }
  return charts;
}

ChartDrawing draw_chart(const ReportChart& chart, std::string_view annex, ChartPaper paper) {
  const std::string& language = chart.part->section->language;
  const auto& values = std::get<Chart>(chart.content);
  return draw_chart(values, chart.title, describe_chart(values, annex, language), language, paper);
}

std::string spoken(const ReportChart& chart, std::string_view annex) {
  return chart.title + ". " + describe_chart(std::get<Chart>(chart.content), annex, chart.part->section->language);
}

}  // namespace documents
