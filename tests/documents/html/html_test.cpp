// What the HTML says about itself, and what only the printed pages have.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/html/html_print_style.hpp"
#include "documents/sample_document.hpp"

using namespace sample;

namespace {

// The declarations of a margin box on the printed pages.
std::string margin_box(const std::string& html, const std::string& name) {
  return between(html, "@page {\n", "\n}\n").empty() ? "" : between(html, "@" + name + " {", "}");
}

// All that is shown.
std::string body_of(const std::string& html) {
  const std::string body = between(html, "<body", "</html>");
  REQUIRE(contains(body, "<main"));
  return body;
}

std::string printed(const std::string& language) { return documents::to_print_html(document(language)).html; }

// The value of a <meta>.
std::string meta(const std::string& html, const std::string& name) {
  return between(html, "<meta name=\"" + name + "\" content=\"", "\">");
}

}  // namespace

TEST_CASE("a draft says so across each printed page, in the report's language") {
  CHECK(contains(margin_box(printed("en"), "left-middle"), "content: \"DRAFT\";"));
  CHECK(contains(margin_box(printed("ru"), "left-middle"), "content: \"ПРОЕКТ\";"));
  CHECK(contains(margin_box(printed("tk"), "left-middle"), "content: \"TASLAMA\";"));
  CHECK(contains(margin_box(printed("en"), "left-middle"), "z-index: -1;"));
}

TEST_CASE("a final edition has no watermark, and otherwise the pages of the draft") {
  auto report = document();
  const std::string draft = documents::to_print_html(report).html;
  report.draft = false;
  const std::string final_edition = documents::to_print_html(report).html;
  CHECK_FALSE(contains(final_edition, "DRAFT"));
  CHECK_FALSE(contains(final_edition, "@left-middle"));
  CHECK(contains(margin_box(draft, "bottom-right"), "counter(page)"));
  CHECK(margin_box(final_edition, "bottom-right") == margin_box(draft, "bottom-right"));
}

TEST_CASE("the title page of a final edition does not call it a draft") {
  auto report = document();
  report.sections.push_back(section("gap"));
  report.sections.back().content = documents::ContentKind::gap;
  CHECK(contains(documents::to_html(report), "Draft. Sections without a text"));
  report.draft = false;
  CHECK_FALSE(contains(documents::to_html(report), "Draft."));
}

TEST_CASE("printed pages are counted in the report's language") {
  CHECK(contains(margin_box(printed("en"), "bottom-right"), R"("Page " counter(page) " of " counter(pages))"));
  CHECK(contains(margin_box(printed("ru"), "bottom-right"), R"("Страница " counter(page) " из " counter(pages))"));
  CHECK(contains(margin_box(printed("tk"), "bottom-right"), R"("Sahypa " counter(page) " / " counter(pages))"));
}

TEST_CASE("every printed page says which state of the report it belongs to") {
  CHECK(contains(margin_box(printed("en"), "bottom-left"), "\"State of the report: 15 January 2026, 09:00 UTC\""));
  CHECK(contains(margin_box(printed("ru"), "bottom-left"), "\"Состояние доклада на: 15 января 2026 года, 09:00 UTC\""));
}

TEST_CASE("the screen has neither watermark nor page frame and the same body as the print") {
  const auto report = of_texts({"# Heading\n\nText[^1].\n\n[^1]: Note."});
  const std::string screen = documents::to_html(report);
  CHECK_FALSE(contains(screen, "string-set"));
  CHECK(body_of(screen) == body_of(documents::to_print_html(report).html));
}

TEST_CASE("the file says who wrote it, what it is and when its text was last changed") {
  for (const auto& html : {documents::to_html(document()), printed("en")}) {
    CHECK(meta(html, "author") == "Turkmenistan");
    CHECK(meta(html, "description") == "National report");
    CHECK(meta(html, "keywords") == "TKM, 2026-05-05");
    CHECK(meta(html, "dcterms.created") == "2026-01-15T09:00:00.000Z");
    CHECK(meta(html, "dcterms.modified") == "2026-01-15T09:00:00.000Z");
  }
  CHECK(meta(printed("ru"), "author") == "Туркменистан");
  CHECK(contains(printed("tk"), "<html lang=\"tk\">"));
}

TEST_CASE("metadata is escaped") {
  auto report = document();
  report.format_title = "A \"national\" report <&>";
  report.country = "X\"><script>";
  report.title = "</title><script>alert(1)</script>";
  const std::string html = documents::to_print_html(report).html;
  CHECK(meta(html, "description") == "A &quot;national&quot; report &lt;&amp;&gt;");
  CHECK(meta(html, "author") == "X&quot;&gt;&lt;script&gt;");
  CHECK_FALSE(contains(html, "<script"));
}

TEST_CASE("a value on the page frame can end neither its string nor the style sheet") {
  CHECK(documents::css_string("a \"b\" \\ </style>\nc") == R"("a \22 b\22  \5c  \3c /style>\a c")");
  auto report = document();
  report.as_of = "\"; } </style><script>";
  CHECK_FALSE(contains(documents::to_print_html(report).html, "</style><script>"));
}

TEST_CASE("the printed report names no address that would have to be fetched") {
  const std::string html = documents::to_print_html(of_texts({"![map](https://example.org/map.png) Text."})).html;
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
