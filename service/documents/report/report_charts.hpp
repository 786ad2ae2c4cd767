// The charts of a report: tables in its texts whose caption says so.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_svg.hpp"
#include "documents/chart/chart_table.hpp"
#include "documents/report/captions.hpp"

namespace documents {

struct ReportPart;

struct ReportChart {
  int number = 0;  // that of its figure; 0: it stands as a table
  const ReportPart* part = nullptr;
  cmark_node* table = nullptr;
  std::string title;  // the words of the caption
  std::variant<Chart, ChartProblem> content;

  bool is_drawn() const { return std::holds_alternative<Chart>(content); }
};

// Of the captions that a part has, those of charts; more than kMostCharts in one text are not drawn.
std::vector<ReportChart> charts_of(const ReportPart& part, const std::vector<Caption>& captions);

// annex: where its numbers are, "Annex G. "; empty: nowhere.
ChartDrawing draw_chart(const ReportChart& chart, std::string_view annex, ChartPaper paper = ChartPaper::page);

// What is said instead of seeing it: the caption, and what kind of chart it is.
std::string spoken(const ReportChart& chart, std::string_view annex);

}  // namespace documents
