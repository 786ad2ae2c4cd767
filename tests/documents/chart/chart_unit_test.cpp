// In what the numbers of a chart are counted: told where it is written beyond doubt, and nowhere else.
#include "documents/chart/chart_unit.hpp"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

#include "documents/chart/chart_table.hpp"
#include "documents/chart/chart_words.hpp"

using documents::Chart;
using documents::unit_of_caption;

namespace {

Chart chart_of(const char* caption, const std::vector<std::string>& series, const char* number = "1",
               const char* language = "en") {
  std::vector<std::string> head{" Year "};
  std::vector<std::string> row{"2025"};
  for (const auto& name : series) {
    head.push_back(name);
    row.emplace_back(number);
  }
  return std::get<Chart>(documents::read_chart("bar", caption, {head, row}, language));
}

}  // namespace

TEST_CASE("a unit stands behind the last comma of a caption, or in brackets at its end") {
  CHECK(unit_of_caption("Permits issued, thousands", "en") == "thousands");
  CHECK(unit_of_caption("Remittances (USD million)", "en") == "USD million");
  CHECK(unit_of_caption("Table. Permits, orders, Thousands of persons", "en") == "Thousands of persons");
  CHECK(unit_of_caption("Expenditure, % of GDP", "en") == "% of GDP");
  CHECK(unit_of_caption("Deaths (per 100,000 inhabitants)", "en") == "per 100,000 inhabitants");
  CHECK(unit_of_caption("Выдано разрешений, тыс.", "ru") == "тыс.");
  CHECK(unit_of_caption("Переводы (млн долл. США)", "ru") == "млн долл. США");
  CHECK(unit_of_caption("Смертность, на 100\u00A0000 жителей", "ru-RU") == "на 100\u00A0000 жителей");
  CHECK(unit_of_caption("Berlen rugsatlar, müň adam", "tk") == "müň adam");
}

TEST_CASE("one bracket behind a unit that is no unit itself is passed over") {
  CHECK(unit_of_caption("Migration, thousands of persons (sample figures)", "en") == "thousands of persons");
  CHECK(unit_of_caption("Миграция, тыс. человек (условные показатели)", "ru") == "тыс. человек");
  CHECK(unit_of_caption("Migration (thousands) (sample figures) (draft)", "en") == "");
}

TEST_CASE("what may be something else than a unit is not taken for one") {
  for (const char* caption :
       {"Permits (sample figures)", "Permits, orders and persons", "Migrants by age, years", "Permits (2025)",
        "Arrivals, US", "Arrivals (US)", "Arrivals (per)", "Permits in thousands", "thousands", "(thousands)", ", %",
        "Persons with permits, persons with orders", "Permits, ", "Permits ()", "Permits, 1000", ""}) {
    CAPTURE(caption);
    CHECK(unit_of_caption(caption, "en") == "");
  }
}

TEST_CASE("the unit that all series have in their names is that of the chart, and their names are without it") {
  const auto chart = chart_of("Shares", {"Women, %", "Men (%)"});
  CHECK(chart.unit == "%");
  CHECK(chart.series[0].name == "Women");
  CHECK(chart.series[1].name == "Men");
  const auto both = chart_of("Shares, %", {"Women, %", "Men, %"});
  CHECK(both.unit == "%");
  CHECK(both.series[0].name == "Women");
}

TEST_CASE("of units that differ none is told, and names keep theirs") {
  const auto chart = chart_of("Permits", {"Women, persons", "Share, %"});
  CHECK(chart.unit == "");
  CHECK(chart.series[1].name == "Share, %");
  CHECK(chart_of("Permits, persons", {"Permits", "Share, %"}).unit == "");
  const auto contrary = chart_of("Permits, persons", {"Women, %", "Men, %"});
  CHECK(contrary.unit == "");
  CHECK(contrary.series[0].name == "Women, %");
}

TEST_CASE("a percent sign at every number is not said again, and nothing that contradicts it") {
  CHECK(chart_of("Shares, %", {"Women"}, "5 %").unit == "");
  CHECK(chart_of("Shares, persons", {"Women"}, "5 %").unit == "");
  CHECK(chart_of("Shares, % of the population", {"Women"}, "5 %").unit == "% of the population");
  CHECK(chart_of("Shares, %", {"Women"}, "5").unit == "%");
}

TEST_CASE("the first cell of the header says what the categories are") {
  CHECK(chart_of("Permits", {"Women"}).category_title == "Year");
}

TEST_CASE("who cannot see the chart is told the unit, too") {
  CHECK(describe_chart(chart_of("Permits, thousands", {"Women"}), "Annex B. ", "en") ==
        "Bar chart; series: 1; categories: 1; unit: thousands. Numbers: Annex B.");
  CHECK(describe_chart(chart_of("Разрешения, тыс.", {"Женщины"}, "1", "ru"), "Приложение B. ", "ru") ==
        "Столбчатая диаграмма; рядов: 1; категорий: 1; единица измерения: тыс. Числа: Приложение B.");
}
