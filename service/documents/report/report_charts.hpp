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

namespace documents {

struct ReportPart;

struct ReportChart {
  int number = 0;  // 1 to n over the document; 0: it stands as a table
  const ReportPart* part = nullptr;
  cmark_node* table = nullptr;
  std::string title;  // the words of the caption
  std::variant<Chart, ChartProblem> content;

  bool is_drawn() const { return number != 0; }
};

// Appends the charts of a part to those before it. A chart is a table that is a block of the text itself, not of a
// list, a quote or a note, below a paragraph that ends with the mark and has other words, too. The mark is taken away.
void take_charts(std::vector<ReportChart>& charts, const ReportPart& part);

// annex: where its numbers are, "Annex G. ".
ChartDrawing draw_chart(const ReportChart& chart, std::string_view annex);

// What is said instead of seeing it: the caption, and what kind of chart it is.
std::string spoken(const ReportChart& chart, std::string_view annex);

}  // namespace documents
