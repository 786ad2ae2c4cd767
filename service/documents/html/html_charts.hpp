// Charts in the HTML file.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

// The chart, with a link to its numbers. Where the table cannot be drawn, only a remark for the author in front of the
// table, and that in a draft only.
void append_chart(std::string& out, const Report& report, const ReportChart& chart);

// What leads to the table of its numbers in the annex: its caption, with a link back.
void append_chart_caption(std::string& out, const Report& report, const ReportChart& chart);

}  // namespace documents
