// What is said about a chart, in the fixed words of a language.
#pragma once

#include <string>
#include <string_view>

#include "documents/chart/chart.hpp"
#include "documents/chart/chart_table.hpp"

namespace documents {

// "Numbers: Annex G". annex: "Annex G. "
std::string numbers_in(std::string_view annex, std::string_view language);

// "Bar chart; series: 3; categories: 5; unit: thousands. Numbers: Annex G." annex: may be empty.
std::string describe_chart(const Chart& chart, std::string_view annex, std::string_view language);

// "This table cannot be drawn as a chart. No number: row 2, column 3 (many)."
std::string explain(const ChartProblem& problem, std::string_view language);

}  // namespace documents
