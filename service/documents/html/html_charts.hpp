// Charts in the HTML file.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

// A drawn chart as a figure, once for a page and once for a phone, with a link to its numbers where these have an
// annex. caption: HTML.
void append_chart(std::string& out, const Report& report, const ReportChart& chart, const std::string& caption);

// Of one that cannot be drawn: a remark for the author in front of the table, in a draft only.
void append_chart_remark(std::string& out, const Report& report, const ReportChart& chart);

// What leads to the table of its numbers in the annex: its caption, with a link back.
void append_chart_caption(std::string& out, const Report& report, const ReportChart& chart);

}  // namespace documents
