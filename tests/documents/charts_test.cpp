// Charts in the documents: where the drawing stands, where its numbers do, and what is said about it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/sample_document.hpp"

using namespace sample;
using documents::to_html;

namespace {

const std::string kTable =
    "| Group | 2024 | 2025 |\n|:--|--:|--:|\n| Students | 44.0 | 45.5 |\n| Workers | 13.8 | 14.9 |\n";
const std::string kChart = "Migration (chart: bar)\n\n" + kTable;

documents::Document of_language(const std::string& markdown, const char* language) {
  auto report = of_texts({markdown});
  report.language = report.sections[0].language = language;
  return report;
}

documents::PandocTree tree_of(const documents::Document& document, documents::OfficeFormat format) {
  return documents::to_pandoc(document, {1, 22}, format);
}

}  // namespace

TEST_CASE("a marked table is drawn where it stood, and its numbers stand in the last annex") {
  const auto html = to_html(of_texts({"Before.\n\n" + kChart + "\nAfter."}));
  const auto text = between(html, "<section id=\"s1\"", "</section>");
  CHECK(contains(text,
                 "<figure class=\"chart\" id=\"figure-1\">\n<figcaption><span class=\"number\">Figure 1. "
                 "</span>Migration</figcaption>\n<div "
                 "class=\"page\">\n<svg "));
  CHECK(contains(text, "<title>Migration</title>"));
  CHECK(contains(text, "<desc>Bar chart; series: 2; categories: 2. Numbers: Annex B.</desc>"));
  CHECK(contains(text, "<a href=\"#figure-1-numbers\">Numbers: Annex B</a>"));
  CHECK_FALSE(contains(text, "<table>"));
  const auto annex = between(html, "<section id=\"charts\"", "</section>");
  CHECK(contains(annex, "Annex B.</span> <span>Figures behind the charts</span></h2>"));
  CHECK(contains(annex, "id=\"figure-1-numbers\""));
  CHECK(contains(annex, "<p>Migration (<a href=\"#figure-1\">Figure 1</a>)</p>\n<div class=\"table\"><table>"));
  CHECK(contains(annex, "<td class=\"right\">45.5</td>"));
  CHECK(contains(html, "<a href=\"#charts\"><span class=\"number\">Annex B.</span>"));
  CHECK(stands_before(html, "class=\"annex depth-1 contributions\"", "<section id=\"charts\""));
  CHECK(occurrences(html, "chart: bar") == 0);
}

TEST_CASE("a narrow window shows the drawing for phones in the place of the other, and paper never does") {
  const auto html = to_html(of_texts({kChart}));
  CHECK(occurrences(html, "<svg ") == 2);
  CHECK(contains(between(html, "<div class=\"page\">", "</div>"), "viewBox=\"0 0 1600 "));
  CHECK(contains(between(html, "<div class=\"phone\" hidden>", "</div>"), "viewBox=\"0 0 660 "));
  CHECK(contains(html, "\n.chart .phone { display: none; }\n"));
  const auto narrow = between(html, "@media screen and (max-width: 46rem) {", "\n}");
  CHECK(contains(narrow, ".chart .page { display: none; }"));
  CHECK(contains(narrow, ".chart .phone { display: block;"));
  CHECK(occurrences(html, ".chart .phone { display: block;") == 1);
}

TEST_CASE("the caption of a chart tells the unit of its numbers") {
  const auto html = to_html(of_texts({"Migration, thousands of persons (sample) (chart: bar)\n\n" + kTable}));
  CHECK(contains(html, ">thousands of persons</text>"));
  CHECK(contains(html, ">Group</text>"));
  CHECK(contains(html, "; unit: thousands of persons. Numbers: Annex B.</desc>"));
}

TEST_CASE("a report without charts has no annex of them") {
  const auto html = to_html(of_texts({kTable}));
  CHECK_FALSE(contains(html, "id=\"charts\""));
  CHECK_FALSE(contains(html, "Figures behind"));
}

TEST_CASE("charts are numbered over the report, and their ids get out of the way of sections") {
  auto report = of_texts({kChart + "\n" + kChart, kChart});
  report.sections.push_back(text("figure-2", "A section."));
  const auto html = to_html(report);
  for (const char* id : {"\"figure-1\"", "\"figure-2_\"", "\"figure-3\"", "\"figure-3-numbers\"", "\"figure-2\""}) {
    CAPTURE(id);
    CHECK(occurrences(html, std::string("id=") + id) == 1);
  }
  CHECK(contains(between(html, "id=\"figure-3-numbers\"", "</div>"), "Figure 3"));
}

TEST_CASE("a caption marks the table behind it in its own section, and none of another") {
  CHECK_FALSE(contains(to_html(of_texts({"Ours (chart: bar)", kTable})), "id=\"charts\""));
  const std::string lines = "Migration (chart: line)\n\n" + kTable;
  const auto html = to_html(of_texts({kChart, lines, "Migration (chart: bar)\n\n# Title of s2 (chart: bar)"}));
  CHECK(occurrences(html, "Bar chart") == occurrences(to_html(of_texts({kChart})), "Bar chart"));
  CHECK(occurrences(html, "Line chart") == occurrences(to_html(of_texts({lines})), "Line chart"));
  const auto markdown = documents::to_markdown(of_texts({"Ours (chart: bar)", kTable}));
  const auto heading = markdown.rfind("Title of s2");
  CHECK(markdown.find("Ours (chart: bar)") < heading);
  CHECK(heading < markdown.find("| Group "));
}

TEST_CASE("a chart speaks the language of its text, and the document's words are marked as such") {
  const auto russian = to_html(of_language(kChart, "ru"));
  CHECK(contains(russian, "<desc>Столбчатая диаграмма; рядов: 2; категорий: 2. Числа: Приложение Б.</desc>"));
  CHECK(contains(russian, ">45,5</text>"));
  CHECK(contains(russian, "Данные к диаграммам"));
  CHECK(contains(to_html(of_language(kChart, "tk")), "Diagrammalaryň sanlary"));
  auto mixed = of_texts({kChart});
  mixed.sections[0].language = "ru";
  CHECK(contains(to_html(mixed), "<a href=\"#figure-1-numbers\" lang=\"en\">Numbers: Annex B</a>"));
  CHECK(contains(to_html(mixed), "<div class=\"text\" id=\"figure-1-numbers\" lang=\"ru\">"));
}

TEST_CASE("a draft says why a marked table is not drawn, a final edition does not") {
  auto report = of_texts({"Migration (chart: bar)\n\n| A | B |\n|--|--|\n| x | many <b> |\n"});
  const auto draft = to_html(report);
  CHECK(contains(draft,
                 "<p class=\"remark\">This table cannot be drawn as a chart. No number: row 1, column 2 (many )."));
  CHECK(contains(draft, "<caption><span class=\"number\">Table 1. </span>Migration</caption>"));
  CHECK(contains(between(draft, "<section id=\"s1\"", "</section>"), "<table>"));
  CHECK_FALSE(contains(draft, "id=\"charts\""));
  report.draft = false;
  CHECK_FALSE(contains(to_html(report), "cannot be drawn"));
  CHECK(contains(between(to_html(report), "<section id=\"s1\"", "</section>"), "<table>"));
}

TEST_CASE("a mark counts at the end of a caption right before a table of the text itself only") {
  for (const std::string& markdown : std::vector<std::string>{
           "Migration (chart: bar)\n\nText.\n\n" + kTable, "(chart: bar)\n\n" + kTable,
           "Migration `(chart: bar)`\n\n" + kTable, "Migration (chart: bar)[^1]\n\n" + kTable + "\n[^1]: Note.",
           "## Migration (chart: bar)\n\n" + kTable,
           "- Migration (chart: bar)\n\n  | A | B |\n  |--|--|\n  | x | 1 |\n",
           "> Migration (chart: bar)\n>\n> | A | B |\n> |--|--|\n> | x | 1 |\n"}) {
    CAPTURE(markdown);
    const auto html = to_html(of_texts({markdown}));
    CHECK_FALSE(contains(html, "<svg"));
    CHECK(contains(html, "(chart: bar)"));
  }
  const auto below = to_html(of_texts({"Migration\n(Chart: LINE)\n\n" + kTable}));
  CHECK(contains(below, "</span>Migration</figcaption>"));
  CHECK(contains(below, "<polyline"));
}

TEST_CASE("of a text that is full of charts only the first are drawn") {
  std::string many;
  for (int i = 0; i < 15; ++i) many += kChart + "\n";
  const auto html = to_html(of_texts({many}));
  CHECK(occurrences(html, "<figure class=\"chart\"") == 12);
  CHECK(occurrences(html, "More than 12 charts") == 3);
}

TEST_CASE("a table with a hostile cell is drawn or not, but never runs") {
  const auto html =
      to_html(of_texts({"A </title><script>x (chart: bar)\n\n| `</text><script>` | &lt;script&gt; |\n|--|--|\n| "
                        "`</text><script>alert(1)</script>` | 1 |\n"}));
  CHECK(contains(html, "<svg "));
  CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("notes in a chart's table are numbered where the reader meets them, behind the texts") {
  const auto html =
      to_html(of_texts({"Fees (chart: bar)\n\n| A | B |\n|--|--|\n| x[^n] | 1 |\n\nAfter.[^m]\n\n[^n]: In the "
                        "table.\n[^m]: In the text.\n"}));
  CHECK(contains(between(html, "<section id=\"s1\"", "</section>"), "id=\"fnref-1\""));
  CHECK(contains(between(html, "<section id=\"charts\"", "</section>"), "id=\"fnref-2\""));
  CHECK(stands_before(html, "In the text.", "In the table."));
}

TEST_CASE("Markdown keeps a marked table in its place, with the number of the figure that it is elsewhere") {
  const auto markdown = documents::to_markdown(of_texts({kChart}));
  CHECK(contains(markdown, "**Figure 1.** Migration\n\n| Group |"));
  CHECK_FALSE(contains(markdown, "Figures behind"));
}

TEST_CASE("files of word processors hold the chart as a picture with its words, and the table in the annex") {
  for (const auto format : {documents::OfficeFormat::docx, documents::OfficeFormat::odt}) {
    const auto tree = tree_of(of_texts({kChart}), format);
    REQUIRE(tree.drawings.size() == 1);
    CHECK(contains(tree.drawings.at("picture-1.png").svg, "<svg xmlns="));
    CHECK(contains(tree.json, "figure-1-numbers"));
    CHECK(contains(tree.json, "\"#figure-1\""));
    const char* picture = format == documents::OfficeFormat::docx ? "picture-1.png" : "Pictures/0.png";
    CHECK(stands_before(tree.json, picture, "45.5"));
    CHECK_FALSE(contains(tree.json, "(chart:"));
  }
  const auto odt = tree_of(of_texts({kChart}), documents::OfficeFormat::odt).json;
  CHECK(contains(odt, "<svg:desc>Migration. Bar chart; series: 2; categories: 2. Numbers: Annex B.</svg:desc>"));
}

TEST_CASE("a table that cannot be drawn is a table for word processors, too") {
  auto report = of_texts({"Migration (chart: pie)\n\n" + kTable});
  auto tree = tree_of(report, documents::OfficeFormat::docx);
  CHECK(tree.drawings.empty());
  CHECK(contains(tree.json, "\"Remark\""));
  CHECK(contains(tree.json, "45.5"));
  report.draft = false;
  tree = tree_of(report, documents::OfficeFormat::docx);
  CHECK_FALSE(contains(tree.json, "\"Remark\""));
}
