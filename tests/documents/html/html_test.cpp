// What the HTML says about itself.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/sample_document.hpp"

using namespace sample;

namespace {

// The value of a <meta>.
std::string meta(const std::string& html, const std::string& name) {
  return between(html, "<meta name=\"" + name + "\" content=\"", "\">");
}

}  // namespace

TEST_CASE("the title page of a final edition does not call it a draft") {
  auto report = document();
  report.sections.push_back(section("gap"));
  report.sections.back().content = documents::ContentKind::gap;
  CHECK(contains(documents::to_html(report), "Draft. Sections without a text"));
  report.draft = false;
  CHECK_FALSE(contains(documents::to_html(report), "Draft."));
}

TEST_CASE("the file says who wrote it, what it is and when its text was last changed") {
  const std::string html = documents::to_html(document());
  CHECK(meta(html, "author") == "Turkmenistan");
  CHECK(meta(html, "description") == "National report");
  CHECK(meta(html, "keywords") == "TKM, 2026-05-05");
  CHECK(meta(html, "dcterms.created") == "2026-01-15T09:00:00.000Z");
  CHECK(meta(html, "dcterms.modified") == "2026-01-15T09:00:00.000Z");
  CHECK(meta(documents::to_html(document("ru")), "author") == "Туркменистан");
  CHECK(contains(documents::to_html(document("tk")), "<html lang=\"tk\">"));
}

TEST_CASE("metadata is escaped") {
  auto report = document();
  report.format_title = "A \"national\" report <&>";
  report.country = "X\"><script>";
  report.title = "</title><script>alert(1)</script>";
  const std::string html = documents::to_html(report);
  CHECK(meta(html, "description") == "A &quot;national&quot; report &lt;&amp;&gt;");
  CHECK(meta(html, "author") == "X&quot;&gt;&lt;script&gt;");
  CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("the page names no address that would have to be fetched") {
  const std::string html = documents::to_html(of_texts({"![map](https://example.org/map.png) Text."}));
  for (const char* reference : {"url(", "@import", " src=", "<link", "<img"}) CHECK_FALSE(contains(html, reference));
}

TEST_CASE("annexes of the contents are marked, for their names are longer than numbers") {
  auto laws = text("laws", "Law.");
  laws.annex = true;
  auto report = of_texts({"Text."});
  report.sections.push_back(laws);
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<li class=\"depth-1\"><a href=\"#s1\">"));
  CHECK(contains(html, "<li class=\"annex depth-1\"><a href=\"#laws\">"));
}

TEST_CASE("a heading of a text takes no other section's id in HTML") {
  auto report = of_texts({"# s2\n\n## 2 Title of s2\n\n> # contributions\n\nx[^s2]\n\n[^s2]: y", "b", "[c](#s2)"});
  report.sections.push_back(text("contributions", "d"));
  const std::string html = documents::to_html(report);
  for (const char* id : {"s1", "s2", "s3", "contributions", "contributions_"}) {
    CAPTURE(id);
    CHECK(occurrences(html, "id=\"" + std::string(id) + "\"") == 1);
  }
  CHECK(contains(html, "<section id=\"s2\""));
  CHECK(contains(html, "<a href=\"#s2\">c</a>"));
  CHECK(contains(html, "<section id=\"contributions\" class=\"depth-1\""));
}

TEST_CASE("a page says how it is printed: lines of equal length, chapters that open pages") {
  auto report = document();
  CHECK(contains(documents::to_html(report), "<body class=\"justified\" data-draft"));
  report.layout = {true, true};
  CHECK(contains(documents::to_html(report), "<body class=\"justified chapters-open-pages\" data-draft"));
  report.layout = {true, false};
  CHECK(contains(documents::to_html(report), "<body class=\"chapters-open-pages\" data-draft"));
  report.layout = {false, false};
  report.draft = false;
  CHECK(contains(documents::to_html(report), "<body>"));
}
