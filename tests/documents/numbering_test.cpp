// One numbering of tables and figures, captions, references to them and lists of them.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/report/report.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/caption_marks.hpp"

using namespace sample;
using documents::CaptionKind;
using documents::find_caption_marks;
using documents::Report;
using documents::to_html;
using documents::to_markdown;

namespace {

const std::string kRows = "\n\n| Group | 2024 |\n|:--|--:|\n| Students | 44 |\n\n";

documents::Document with_map(const std::string& markdown) {
  auto report = of_texts({markdown});
  report.sections[0].pictures = {{"map.png", "image/png", std::string(64, 'a'), 3, 96, 48, nullptr}};
  report.sections[0].pictures[0].content = std::make_shared<const std::string>("map");
  return report;
}

// "Table 1: Permits; Figure 1: Map"
std::string numbers_of(const documents::Document& document) {
  const Report report(document, documents::ChartTables::behind);
  std::string text;
  for (const auto& all : {report.tables(), report.figures()}) {
    for (const auto* one : all) text += numbered_words(report.labels(), *one) + ": " + one->title + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("the marks of a caption are brackets at its end, one behind the other") {
  const auto marks = find_caption_marks("Permits (sample) (Chart: BAR) (figure: Permits) ");
  CHECK(marks.begin == std::string("Permits (sample)").size());
  CHECK(marks.chart == "bar");
  CHECK(marks.name == "permits");
  CHECK(find_caption_marks("Permits (table)").found());
  CHECK(find_caption_marks("Permits (table: разрешения)").name == "разрешения");
  for (const char* none : {"Permits", "Permits (tables)", "Permits (table: two words)", "(table) Permits",
                           "Permits (chart:)", "Permits (chart)", "Permits (sample)", ""}) {
    CAPTURE(none);
    CHECK_FALSE(find_caption_marks(none).found());
  }
}

TEST_CASE("tables with a marked caption are numbered, and charts and pictures together as figures") {
  auto report = with_map("First (table)" + kRows + "![](map.png \"Map\")\n\nDrawn (chart: bar)" + kRows +
                         "No caption of a table" + kRows + "Second (table: second)" + kRows);
  report.sections.push_back(text("s2", "Third (table)" + kRows + "Also drawn (chart: line)" + kRows));
  CHECK(numbers_of(report) ==
        "Table 1: First; Table 2: Second; Table 3: Third; Figure 1: Map; Figure 2: Drawn; Figure 3: Also drawn; ");
}

TEST_CASE("a table that cannot be drawn is numbered among the tables") {
  CHECK(numbers_of(of_texts({"Words (chart: bar)\n\n| A | B |\n|--|--|\n| x | many |\n"})) == "Table 1: Words; ");
}

TEST_CASE("every format has the same numbers and captions") {
  const auto report = with_map("Permits *issued* (table)" + kRows + "![](map.png \"Map (figure: m)\")\n");
  const auto html = to_html(report);
  CHECK(contains(html,
                 "id=\"table-1\"><table>\n<caption><span class=\"number\">Table 1. </span>Permits <em>issued</em>"));
  CHECK(
      contains(html, "<figure id=\"figure-1\">\n<figcaption><span class=\"number\">Figure 1. </span>Map</figcaption>"));
  const auto markdown = to_markdown(report);
  CHECK(contains(markdown, "**Table 1.** Permits *issued*\n\n| Group"));
  CHECK(contains(markdown, "![](pictures/s1.map.png \"Figure 1. Map\")"));
  const auto tree = documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::docx).json;
  CHECK(contains(tree, "Table 1."));
  CHECK(contains(tree, "Figure 1."));
  for (const auto& written : {html, markdown, tree}) CHECK_FALSE(contains(written, "(table"));
}

TEST_CASE("a reference follows the number of what it names, wherever that stands") {
  const std::string table = "Permits (table: permits)" + kRows;
  const std::string see = "[See table](#table:permits) and [](#TABLE:permits), [](#table:Permits).";
  const auto behind = to_html(of_texts({see, table}));
  CHECK(contains(behind, "<a href=\"#table-1\">See table\u00A01</a>"));
  CHECK(contains(behind, "<a href=\"#table-1\">Table 1</a>."));
  const auto moved = to_html(of_texts({"Other (table)" + kRows + table, see}));
  CHECK(contains(moved, "<a href=\"#table-2\">See table\u00A02</a>"));
  CHECK(contains(to_markdown(of_texts({see, table})), "[See table\u00A01](#2-title-of-s2)"));
}

TEST_CASE("a name is looked for in the section itself first, then in the report") {
  const std::string table = "Permits (table: permits)" + kRows;
  const auto html = to_html(of_texts({table, "[](#table:permits)\n\n" + table, "[](#table:permits)"}));
  CHECK(contains(between(html, "<section id=\"s2\"", "</section>"), "href=\"#table-2\">Table 2</a>"));
  CHECK(contains(between(html, "<section id=\"s3\"", "</section>"), "href=\"#table-1\">Table 1</a>"));
}

TEST_CASE("a picture is called by its own name, too, and a chart as a figure") {
  const auto html =
      to_html(with_map("[](#figure:map.png), [](#figure:drawn)\n\n![](map.png)\n\nDrawn (chart: bar) "
                       "(figure: drawn)" +
                       kRows));
  CHECK(contains(html, "<a href=\"#figure-1\">Figure 1</a>, <a href=\"#figure-2\">Figure 2</a>"));
}

TEST_CASE("a draft says what a reference does not find, a final edition keeps its words") {
  auto report = of_texts({"[see](#table:gone) and [](#table:lost)."});
  CHECK(contains(to_html(report), "<p>see [not found: gone] and [not found: lost].</p>"));
  report.draft = false;
  CHECK(contains(to_html(report), "<p>see and lost.</p>"));
}

TEST_CASE("a reference to a section without words of its own shows the section's number") {
  const auto html = to_html(of_texts({"[](#s2) and [there](#s2)", "Text."}));
  CHECK(contains(html, "<a href=\"#s2\">2</a> and <a href=\"#s2\">there</a>"));
}

TEST_CASE("the lists of tables and figures have all of them, and are not there without any") {
  const auto html = to_html(with_map("Permits (table)" + kRows + "![](map.png \"Map\")\n"));
  CHECK(contains(html,
                 "<h2 id=\"tables\">Tables</h2>\n<ol>\n<li><a href=\"#table-1\"><span class=\"number\">Table 1. "
                 "</span><span>Permits</span></a></li>"));
  CHECK(contains(html, "<h2 id=\"figures\">Figures</h2>"));
  CHECK(
      contains(to_markdown(with_map("Permits (table)" + kRows)), "## Tables\n\n- [Table 1. Permits](#1-title-of-s1)"));
  CHECK_FALSE(contains(to_html(of_texts({"Text."})), "class=\"list\""));
}

TEST_CASE("in Russian a table is a таблица, and annexes have the letters of that language") {
  auto report = of_texts({"Разрешения (table)" + kRows, "Первое приложение.", "Второе."});
  report.language = "ru";
  report.sections[1].annex = report.sections[2].annex = true;
  const auto html = to_html(report);
  CHECK(contains(html, "Таблица 1. </span>Разрешения"));
  CHECK(contains(html, "Приложение А.</span>"));
  CHECK(contains(html, "Приложение Б.</span>"));
  CHECK(contains(html, "Приложение В.</span> <span>Кто над чем работал"));
}

TEST_CASE("a caption that says markup shows it as letters") {
  const auto html = to_html(of_texts({"a \\<b> \"c\" & d (table: \"x)" + kRows}));
  CHECK(contains(html, "</span>a &lt;b&gt; &quot;c&quot; &amp; d</caption>"));
}
