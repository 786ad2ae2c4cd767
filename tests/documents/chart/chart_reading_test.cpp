// What a reader finds in a drawing: the numbers, what they are, and in which order.
#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "documents/chart/chart_svg.hpp"

using documents::Chart;
using documents::ChartKind;
using documents::ChartPaper;

namespace {

struct Reading {
  pugi::xml_document document;

  Reading(const Chart& chart, const char* language, ChartPaper paper = ChartPaper::page) {
    REQUIRE(document.load_string(documents::draw_chart(chart, "t", "d", language, paper).svg.c_str()));
  }

  pugi::xml_node text(const std::string& words) const {
    return document.find_node(
        [&](const pugi::xml_node& node) { return std::string(node.name()) == "text" && node.child_value() == words; });
  }
  bool says(const std::string& words) const { return !text(words).empty(); }
  int x_of(const std::string& words) const { return text(words).attribute("x").as_int(-1); }
  std::size_t count(const char* path) const { return document.select_nodes(path).size(); }
};

Chart shares(ChartKind kind, std::vector<std::optional<std::int64_t>> men = {600, 410}) {
  return {kind, {"2024", "2025"}, {{"Women", {400, 590}}, {"Men", std::move(men)}}, 1, false, "thousands", "Year"};
}

Chart years(int count) {
  Chart chart{ChartKind::line, {}, {{"Permits", {}}}, 0, false};
  for (int i = 0; i < count; ++i) {
    chart.categories.push_back(std::to_string(2001 + i));
    chart.series[0].values.emplace_back(1000 + i);
  }
  return chart;
}

}  // namespace

TEST_CASE("a chart says its unit above and what its categories are below, and nothing where it does not know") {
  for (const auto kind : {ChartKind::bar, ChartKind::line, ChartKind::stacked}) {
    for (const auto paper : {ChartPaper::page, ChartPaper::phone}) {
      Chart chart = shares(kind);
      const Reading told(chart, "en", paper);
      CHECK(told.says("thousands"));
      CHECK(told.says("Year"));
      const auto texts = told.count("//text");
      chart.unit.clear();
      chart.category_title.clear();
      CHECK(Reading(chart, "en", paper).count("//text") == texts - 2);
    }
  }
}

TEST_CASE(
    "bars have no outlines, and of the grid there are only level lines that are lighter than the line of nought") {
  const Reading bars(shares(ChartKind::bar), "en");
  CHECK(bars.count("//rect[@stroke]") == 0);
  CHECK(bars.count("//path[@stroke='#dcdfe4']") >= 4);
  CHECK(bars.count("//path[@stroke='#1b1b1b']") == 1);
  CHECK(bars.count("//path") == bars.count("//path[@stroke='#dcdfe4'] | //path[@stroke='#1b1b1b']"));
}

TEST_CASE("numbers stand at bars where they all have room, and within a stack each that has it") {
  CHECK(Reading(shares(ChartKind::bar), "en").says("59.0"));
  Chart many = shares(ChartKind::bar);
  many.categories.assign(40, "x");
  for (auto& series : many.series) series.values.assign(40, 123456);
  CHECK_FALSE(Reading(many, "en").says("12,345.6"));
  const Reading stack(shares(ChartKind::stacked, {600, 1}), "en");
  CHECK(stack.says("60.0"));
  CHECK_FALSE(stack.says("0.1"));
}

TEST_CASE("one line tells its numbers where they have room, several are read at the axis") {
  CHECK(Reading(years(9), "ru").says("1\u00A0008"));
  CHECK_FALSE(Reading(years(30), "ru").says("1\u00A0008"));
  CHECK_FALSE(Reading(shares(ChartKind::line), "en").says("59.0"));
}

TEST_CASE("on a phone every letter is at least 11 px high where 331 px are shown") {
  for (const auto kind : {ChartKind::bar, ChartKind::line, ChartKind::stacked}) {
    const Reading phone(shares(kind), "en", ChartPaper::phone);
    const int width = std::stoi(std::string(phone.document.child("svg").attribute("viewBox").value()).substr(4));
    REQUIRE(phone.count("//text") > 5);
    for (const auto& found : phone.document.select_nodes("//text"))
      CHECK(found.node().attribute("font-size").as_int() * 331 >= 11 * width);
  }
}

TEST_CASE("on a phone every bar has its number, however many there are") {
  Chart chart = shares(ChartKind::bar);
  chart.categories.assign(40, "x");
  for (auto& series : chart.series) series.values.assign(40, -123456);
  const Reading phone(chart, "en", ChartPaper::phone);
  CHECK(phone.count("//rect") == 82);  // two in the legend
  CHECK(phone.count("//text[.='\u221212,345.6']") == 80);
}

TEST_CASE("on a phone a stack tells its sum, unless a value is missing in it") {
  const Reading phone(shares(ChartKind::stacked, {600, std::nullopt}), "en", ChartPaper::phone);
  CHECK(phone.says("100.0"));
  CHECK(phone.count("//text[.='59.0']") == 1);  // the value, and no sum
}

TEST_CASE("of years that do not fit below a line some are named, of bars all") {
  const Reading line(years(30), "en");
  CHECK(line.says("2001"));
  CHECK_FALSE(line.says("2002"));
  CHECK(line.count("//text[@transform]") == 0);
  Chart bars = years(30);
  bars.kind = ChartKind::bar;
  CHECK(Reading(bars, "en").count("//text[@transform]") == 30);
}

TEST_CASE("a single bar is no wall") {
  const Chart chart{ChartKind::bar, {"2025"}, {{"Permits", {7}}}, 0, false};
  const Reading drawn(chart, "en");
  for (const auto& found : drawn.document.select_nodes("//rect"))
    CHECK(found.node().attribute("width").as_int() <= 200);
}

TEST_CASE("the legend keeps the order of the series, and of Arabic ones begins at the right") {
  const Reading english(shares(ChartKind::bar), "en");
  CHECK(english.x_of("Women") < english.x_of("Men"));
  Chart chart = shares(ChartKind::bar);
  chart.series[0].name = "2024";
  chart.series[1].name = "الطلاب";
  const Reading arabic(chart, "ar");
  CHECK(arabic.document.child("svg").attribute("direction").value() == std::string("ltr"));
  CHECK(arabic.text("2024").attribute("text-anchor").value() == std::string("end"));
  CHECK(arabic.x_of("\u2067الطلاب\u2069") > 0);
  CHECK(arabic.x_of("2024") > arabic.x_of("\u2067الطلاب\u2069"));
}
