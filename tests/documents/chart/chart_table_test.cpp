#include "documents/chart/chart_table.hpp"
#include "documents/text/caption_marks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "documents/chart/chart_words.hpp"

using documents::Chart;
using documents::ChartProblem;
using documents::read_chart;
using documents::TableRows;
using Kind = ChartProblem::Kind;

namespace {

Chart chart(const char* kind, const TableRows& rows) {
  const auto read = read_chart(kind, "", rows, "en");
  REQUIRE(std::holds_alternative<Chart>(read));
  return std::get<Chart>(read);
}

ChartProblem problem(const char* kind, const TableRows& rows) {
  const auto read = read_chart(kind, "", rows, "en");
  REQUIRE(std::holds_alternative<ChartProblem>(read));
  return std::get<ChartProblem>(read);
}

std::string mark(const char* caption) { return documents::find_caption_marks(caption).chart; }

}  // namespace

TEST_CASE("the mark of a chart is the end of a caption, in letters of any size") {
  CHECK(mark("Title (chart: bar)") == "bar");
  CHECK(mark("Title (sample) ( Chart :LINE ) ") == "line");
  CHECK(mark("Title (chart: pie)") == "pie");
  CHECK(documents::find_caption_marks("Title  (chart: bar)").begin == 5);
  for (const char* none : {"Title", "(chart: bar) Title", "Title (chart bar)", "Title (charts: bar)",
                           "Title chart: bar)", "Title (chart: bar", "", "Title (sample)"}) {
    CAPTURE(none);
    CHECK(documents::find_caption_marks(none).begin == std::string_view::npos);
  }
}

TEST_CASE("a table is a chart: rows are categories, columns are series") {
  const auto read = chart("line", {{"Year", "Men", "Women"}, {"2024", "1,200", "3.5"}, {"2025", "-", "4"}});
  CHECK(read.kind == documents::ChartKind::line);
  CHECK(read.categories == std::vector<std::string>{"2024", "2025"});
  REQUIRE(read.series.size() == 2);
  CHECK(read.series[1].name == "Women");
  CHECK(read.decimals == 1);
  CHECK(read.series[0].values == std::vector<std::optional<std::int64_t>>{12000, std::nullopt});
  CHECK(read.series[1].values == std::vector<std::optional<std::int64_t>>{35, 40});
}

TEST_CASE("a table that cannot be drawn says why, and where") {
  const auto cell = problem("bar", {{"", "A", "B"}, {"x", "1", "2"}, {"y", "3", "about 4"}});
  CHECK(cell.kind == Kind::no_number);
  CHECK(documents::explain(cell, "en") ==
        "This table cannot be drawn as a chart. No number: row 2, column 3 (about 4).");
  CHECK(documents::explain(cell, "ru").find("строка 2, столбец 3 (about 4)") != std::string::npos);
  CHECK(problem("pie", {{"", "A"}, {"x", "1"}}).kind == Kind::unknown_kind);
  CHECK(problem("bar", {{"", "A"}, {"x", ""}}).kind == Kind::no_numbers);
  CHECK(problem("bar", {{"A"}, {"1"}}).kind == Kind::no_numbers);
  CHECK(problem("bar", {{"", "A"}}).kind == Kind::no_numbers);
  CHECK(problem("bar", {{"", "A"}, {"x", "1"}, {"y", "2 %"}}).kind == Kind::mixed_percent);
  CHECK(problem("stacked", {{"", "A"}, {"x", "-1"}}).kind == Kind::negative_stack);
  CHECK(problem("bar", {{"", "A"}, {"x", "99999999999999"}, {"y", "0.5"}}).kind == Kind::too_large);
}

TEST_CASE("a chart has at most 8 series and 40 categories") {
  const auto table = [](std::size_t rows, std::size_t columns) {
    return TableRows(rows + 1, std::vector<std::string>(columns + 1, "1"));
  };
  CHECK(chart("bar", table(40, 8)).series.size() == 8);
  CHECK(problem("bar", table(40, 9)).kind == Kind::too_many_series);
  CHECK(problem("bar", table(41, 8)).kind == Kind::too_many_categories);
}
