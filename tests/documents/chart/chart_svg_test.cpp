#include "documents/chart/chart_svg.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <sstream>
#include <string>

#include "documents/chart/chart_letters.hpp"
#include "documents/chart/chart_scale.hpp"
#include "support/golden.hpp"

using documents::Chart;
using documents::ChartKind;
using documents::ChartPaper;

namespace {

Chart migration(ChartKind kind) {
  return {kind,
          {"Граждане с видом на жительство", "Студенты", "Türkmenistanyň raýatlary"},
          {{"2023", {196, std::nullopt, 6}}, {"2024", {214, 440, 9}}, {"2025 <план> & \"факт\"", {230, 455, 13}}},
          1,
          false,
          "тыс. человек",
          "Год"};
}

std::string svg_of(const Chart& chart, const char* language = "ru", ChartPaper paper = ChartPaper::page) {
  return documents::draw_chart(chart, "Подпись", "Описание", language, paper).svg;
}

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  REQUIRE(document.load_string(svg.c_str(), pugi::parse_default | pugi::parse_comments));
  return document;
}

// Many shapes of charts: of one to eight series, one to forty categories, all signs and sizes.
template <class Check>
void for_many_charts(Check check) {
  for (const auto kind : {ChartKind::bar, ChartKind::line, ChartKind::stacked}) {
    for (const std::size_t categories : {1U, 2U, 7U, 40U}) {
      for (const std::size_t series : {1U, 3U, 8U}) {
        for (const std::int64_t size : {0LL, 1LL, 37LL, 99999999999999LL}) {
          Chart chart{kind,
                      std::vector<std::string>(categories, "A category with quite some words"),
                      {},
                      2,
                      true,
                      "% of a long unit",
                      "What the categories are"};
          for (std::size_t i = 0; i < series; ++i) {
            auto& one =
                chart.series.emplace_back(documents::ChartSeries{"Series of a long name " + std::to_string(i), {}});
            for (std::size_t k = 0; k < categories; ++k) {
              const bool negative = kind != ChartKind::stacked && (i + k) % 3 == 1;
              one.values.emplace_back((negative ? -size : size) / static_cast<std::int64_t>(k + 1));
            }
          }
          check(chart);
        }
      }
    }
  }
}

void check_place(const documents::ChartDrawing& drawing) {
  const auto document = parsed(drawing.svg);
  // Nothing else is drawn than what is looked at here.
  REQUIRE(document
              .select_nodes("/svg/*[not(self::title or self::desc or self::rect or self::path or self::polyline "
                            "or self::text)]")
              .empty());
  REQUIRE_FALSE(document.select_nodes("//path | //rect").empty());
  REQUIRE_FALSE(document.select_nodes("//text[@x]").empty());
  for (const auto& found : document.select_nodes("//rect")) {
    const auto rect = found.node();
    REQUIRE(rect.attribute("x").as_int() >= 0);
    REQUIRE(rect.attribute("width").as_int() > 0);
    REQUIRE(rect.attribute("x").as_int() + rect.attribute("width").as_int() <= drawing.width);
    REQUIRE(rect.attribute("y").as_int() + rect.attribute("height").as_int() <= drawing.height);
  }
  for (const auto& found : document.select_nodes("//path/@d | //polyline/@points")) {
    std::string path = found.attribute().value();
    for (char& c : path) c = c == ',' || c == 'M' || c == 'L' || c == 'Z' || c == 'A' ? ' ' : c;
    std::istringstream numbers(path);
    for (int number = 0; numbers >> number;) {
      REQUIRE(number >= 0);
      REQUIRE(number <= std::max(drawing.width + 13, drawing.height));
    }
  }
  for (const auto& found : document.select_nodes("//text[@x]")) {
    const auto text = found.node();
    const int wide = documents::width_of(text.child_value(), text.attribute("font-size").as_int());
    const std::string anchor = text.attribute("text-anchor").as_string("start");
    const int begin = text.attribute("x").as_int() - (anchor == "end" ? wide : anchor == "middle" ? wide / 2 : 0);
    REQUIRE(begin >= 0);
    REQUIRE(begin + wide <= drawing.width);
    REQUIRE(text.attribute("y").as_int() <= drawing.height);
  }
}

}  // namespace

TEST_CASE("charts of the three kinds") {
  support::check_golden("chart-bar.svg", svg_of(migration(ChartKind::bar)));
  support::check_golden("chart-line.svg", svg_of(migration(ChartKind::line)));
  support::check_golden("chart-stacked.svg", svg_of(migration(ChartKind::stacked)));
}

TEST_CASE("charts of the three kinds on a phone") {
  support::check_golden("chart-bar-phone.svg", svg_of(migration(ChartKind::bar), "ru", ChartPaper::phone));
  support::check_golden("chart-line-phone.svg", svg_of(migration(ChartKind::line), "ru", ChartPaper::phone));
  support::check_golden("chart-stacked-phone.svg", svg_of(migration(ChartKind::stacked), "ru", ChartPaper::phone));
}

TEST_CASE("a chart of negative numbers and turned names") {
  Chart chart{ChartKind::bar, {}, {{"Balance", {}}}, 0, true};
  for (int i = 0; i < 12; ++i) {
    chart.categories.push_back("Provinceofthenorth " + std::to_string(i));
    chart.series[0].values.emplace_back((i - 5) * 1000);
  }
  support::check_golden("chart-negative.svg", svg_of(chart, "en"));
}

TEST_CASE("names of long words are set in smaller letters before they are turned") {
  const auto turned = [](std::size_t categories) {
    Chart chart{ChartKind::bar, {}, {{"2025", {}}}, 0, false};
    chart.categories.assign(categories, "Граждане, работающие по зарегистрированному договору");
    chart.series[0].values.assign(categories, 7);
    return svg_of(chart).find("rotate(-90)") != std::string::npos;
  };
  CHECK_FALSE(turned(5));
  CHECK(turned(8));
}

TEST_CASE("everything that is drawn lies on the paper") {
  for_many_charts([](const Chart& chart) {
    const auto page = documents::draw_chart(chart, "t", "d", "en");
    CHECK(page.height < 2000);  // of the 240 mm of a page
    check_place(page);
    check_place(documents::draw_chart(chart, "t", "d", "en", ChartPaper::phone));
  });
}

TEST_CASE("hatching stays within its bar") {
  const Chart chart{ChartKind::bar, {"x"}, std::vector<documents::ChartSeries>(8, {"s", {70}}), 0, false};
  const auto document = parsed(svg_of(chart));
  int hatched = 0;
  for (const auto& found : document.select_nodes("//rect/following-sibling::*[1][self::path[@stroke='#ffffff']]")) {
    const auto bar = found.node().previous_sibling();
    const int x = bar.attribute("x").as_int();
    const int y = bar.attribute("y").as_int();
    std::string path = found.node().attribute("d").value();
    ++hatched;
    for (char& c : path) c = c == 'M' || c == 'L' ? ' ' : c;
    std::istringstream numbers(path);
    for (int px = 0, py = 0; numbers >> px >> py;) {
      REQUIRE(px >= x);
      REQUIRE(px <= x + bar.attribute("width").as_int());
      REQUIRE(py >= y);
      REQUIRE(py <= y + bar.attribute("height").as_int());
    }
  }
  CHECK(hatched == 8);  // the last four series, each in the legend and in the plot
}

TEST_CASE("words of a table are words in a chart, whatever they look like") {
  auto chart = migration(ChartKind::bar);
  chart.series[0].name = "</text><script>alert(1)</script>";
  chart.categories[0] = "]]> <!-- &amp; \" '";
  const std::string svg = documents::draw_chart(chart, "</title><script>", "</desc>&", "en").svg;
  CHECK(svg.find("<script") == std::string::npos);
  const auto document = parsed(svg);
  CHECK(std::string(document.child("svg").child_value("title")) == "</title><script>");
  CHECK(document.select_nodes("//script").empty());
  CHECK(document.select_nodes("//@id").empty());
  CHECK(document.select_nodes("//@href | //@style | //@*[starts-with(name(), 'on')]").empty());
}

TEST_CASE("the same values give the same drawing, and numbers in it are whole") {
  for_many_charts([](const Chart& chart) {
    const std::string svg = svg_of(chart);
    CHECK(svg == svg_of(chart));
    const auto document = parsed(svg);
    const auto numbers = document.select_nodes("//@x | //@y | //@d | //@points | //rect/@width | //rect/@height");
    REQUIRE_FALSE(numbers.empty());
    for (const auto& found : numbers) REQUIRE(std::string(found.attribute().value()).find('.') == std::string::npos);
  });
}

TEST_CASE("an axis has few round ticks and holds all values") {
  for (const std::int64_t high : {0LL, 1LL, 3LL, 9LL, 10LL, 11LL, 455LL, 9999LL, 800000000000000LL}) {
    for (const std::int64_t low : {0LL, -1LL, -7LL, -1200LL}) {
      const auto scale = documents::scale_between(low, high);
      CHECK(scale.low <= low);
      CHECK(scale.high >= high);
      CHECK(scale.low < scale.high);
      CHECK((scale.high - scale.low) / scale.step <= 7);
      CHECK(scale.low % scale.step == 0);
      CHECK(scale.high % scale.step == 0);
      std::int64_t first = scale.step;
      while (first % 10 == 0) first /= 10;
      CHECK((first == 1 || first == 2 || first == 5));
    }
  }
}
