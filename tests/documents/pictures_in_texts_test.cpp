// Where a text places a picture, and what is shown there.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/report/document_json.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/placed_pictures.hpp"
#include "documents/text/words.hpp"

using namespace sample;

namespace {

documents::DocumentPicture picture(const std::string& name, const std::string& type = "image/png") {
  return {name, type, std::string(64, 'a'), 5, 960, 480, std::make_shared<const std::string>("bytes")};
}

documents::Document with_pictures(const std::vector<std::string>& texts) {
  auto report = of_texts(texts);
  for (auto& section : report.sections) section.pictures = {picture("map.png"), picture("plan.svg", "image/svg+xml")};
  return report;
}

std::string pictured_html(const std::string& markdown) {
  return between(documents::to_html(with_pictures({markdown})), "<div class=\"text\">\n", "</div>\n</section>");
}

std::string pictured_markdown(const std::string& markdown) {
  return between(documents::to_markdown(with_pictures({markdown})), "## 1 Title of s1\n\n", "\n## Annex");
}

const std::string kImage = "<img src=\"data:image/png;base64,Ynl0ZXM=\" alt=\"A map\" width=\"960\" height=\"480\">";

}  // namespace

TEST_CASE("a picture alone in a paragraph is a figure with a number and a caption") {
  CHECK(pictured_html("![A map](map.png \"Roads & rivers\")") ==
        "<figure id=\"figure-1\">\n<figcaption><span class=\"number\">Figure 1. </span>Roads &amp; "
        "rivers</figcaption>\n" +
            kImage + "\n</figure>\n");
  CHECK(pictured_html("![A map](map.png)") ==
        "<figure id=\"figure-1\">\n<figcaption><span class=\"number\">Figure 1</span></figcaption>\n" + kImage +
            "\n</figure>\n");
}

TEST_CASE("a picture within a line, a cell or a footnote is an inline picture") {
  CHECK(pictured_html("a ![A map](map.png \"Caption\") b") == "<p>a " + kImage + " b</p>\n");
  CHECK(contains(pictured_html("| a |\n|---|\n| ![A map](map.png) |"), "<td>" + kImage + "</td>"));
  CHECK(contains(pictured_html("[![A map](map.png)](https://x.example)"),
                 "<a href=\"https://x.example\">" + kImage + "</a>"));
  const std::string whole = documents::to_html(with_pictures({"a[^1]\n\n[^1]: ![A map](map.png)"}));
  CHECK(contains(whole, "<p>" + kImage));
  CHECK_FALSE(contains(whole, "<figure"));
}

TEST_CASE("figures are numbered through the whole report, and only those that are there") {
  const auto report = with_pictures({"![a](map.png \"One\")\n\n![a](none.png)\n\n![a](plan.svg \"Two\")",
                                     "x ![a](map.png) y\n\n- ![a](map.png \"Three\")"});
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "Figure 2. </span>Two"));
  CHECK(contains(html, "Figure 3. </span>Three"));
  CHECK(contains(html, "<p><span class=\"missing\">[picture missing: none.png]</span></p>"));
  CHECK(occurrences(html, "<figure id=") == 3);
}

TEST_CASE("only the name of a file of the section is a picture, and all else is its alternative text") {
  for (const std::string target : {"https://evil.example/map.png", "//evil.example/map.png", "/v1/map.png",
                                   "file:///map.png", "data:image/png;base64,AAAA", "../map.png", "a/map.png",
                                   "MAP.PNG", "map.gif", "javascript:alert(1).png", "<map .png>", "map.png?x"}) {
    CAPTURE(target);
    CHECK(pictured_html("![A map](" + target + ")") == "<p>A map</p>\n");
    CHECK(pictured_markdown("![A map](" + target + ")") == "A map\n");
  }
}

TEST_CASE("no alternative text and no caption can leave its place") {
  const std::string hostile = "![\"><script>x</script> & [a] *b* \\] |](map.png \"\\\"><script>x</script> & ' |\")";
  const std::string html = pictured_html(hostile);
  CHECK_FALSE(contains(html, "<script"));
  CHECK(contains(html, "alt=\"&quot;&gt;x &amp; [a] b ] |\""));
  const std::string markdown = pictured_markdown(hostile);
  const auto read = documents::placed_pictures(markdown);
  CHECK(read.empty());  // the path in the Markdown is no name of a file of a section
  CHECK(contains(markdown, "](pictures/s1.map.png \"Figure 1. &quot;"));
  CHECK_FALSE(contains(between(markdown, "map.png \"", "\")"), "\""));
  CHECK(pictured_html("![&#1;a&#xFFFE;](map.png)").find('\x01') == std::string::npos);
}

TEST_CASE("fixed words of figures are in the language of the document") {
  auto report = with_pictures({"![a](map.png \"Map\")\n\n![a](none.png)"});
  report.language = "ru";
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<span class=\"number\" lang=\"ru\">Рисунок 1. </span>Map"));
  CHECK(contains(html, "<span class=\"missing\" lang=\"ru\">[нет изображения: none.png]</span>"));
  report.language = "tk";
  CHECK(contains(documents::to_markdown(report), "\"Surat 1. Map\""));
}

TEST_CASE("a caption counts as words of the text, an alternative text does not") {
  CHECK(documents::count_words("![one two](map.png \"three four five\")") == 3);
  CHECK(documents::count_words("a ![one two](map.png \"three\") b") == 2);
  CHECK(documents::count_words("![one two](https://x.example/map.png)") == 2);
}

TEST_CASE("office files get figures under their captions, and pictures in a line") {
  const auto report = with_pictures({"![A map](map.png \"Roads\")\n\na ![A plan](plan.svg) b\n\n![x](none.png)"});
  const auto docx = documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::docx);
  CHECK(docx.pictures.at("picture-1.png") == "bytes");
  CHECK(docx.drawings.at("picture-2.png").svg == "bytes");
  CHECK(contains(docx.json, "\"custom-style\",\"Caption\""));
  CHECK(contains(docx.json, "[[\"width\",\"160.0mm\"],[\"height\",\"80.0mm\"]]"));
  CHECK(contains(docx.json, "missing:"));
  const auto odt = documents::to_pandoc(report, {1, 22}, documents::OfficeFormat::odt);
  CHECK(contains(odt.json, "<svg:desc>A plan</svg:desc>"));
}

TEST_CASE("the report as JSON lists the pictures that a text places") {
  const auto report = with_pictures({"![A map](map.png \"Roads\") ![](none.png)"});
  const std::string json = documents::to_json(report);
  CHECK(contains(json, "\"pictures\":[{\"name\":\"map.png\",\"alternative\":\"A map\",\"caption\":\"Roads\","));
  CHECK(contains(json, "{\"name\":\"none.png\",\"alternative\":null,\"caption\":null,\"media_type\":null,"));
  const auto read = documents::document_from_json(json);
  REQUIRE(read.sections.front().pictures.size() == 1);
  CHECK(read.sections.front().pictures.front().sha256 == std::string(64, 'a'));
}
