#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/sample_document.hpp"

using namespace sample;

TEST_CASE("footnotes are numbered over the whole document in the order of their references") {
  const auto report = of_texts({"a[^x] b[^1]\n\n[^1]: first one\n[^x]: first x", "c[^1]\n\n[^1]: second one"});
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "\na[^1] b[^2]\n"));
  CHECK(contains(markdown, "\nc[^3]\n"));
  CHECK(contains(markdown, "\n[^1]: first x\n\n[^2]: first one\n\n[^3]: second one\n"));
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<li id=\"fn-1\"><p>first x <a class=\"back\" href=\"#fnref-1\""));
  CHECK(contains(html, "<li id=\"fn-3\"><p>second one "));
}

TEST_CASE("a footnote that several references share links back to each") {
  const std::string html = documents::to_html(of_texts({"a[^n] b[^n]\n\n[^n]: note"}));
  CHECK(contains(html, "<sup><a class=\"note\" id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>"));
  CHECK(contains(html, "id=\"fnref-1-2\" href=\"#fn-1\""));
  CHECK(contains(html, "href=\"#fnref-1\" aria-label=\"Back to the reference to note 1\""));
  CHECK(contains(html, "href=\"#fnref-1-2\" aria-label=\"Back to the reference to note 1.2\""));
}

TEST_CASE("definitions that nothing refers to are dropped and references to none stay text") {
  const auto report = of_texts({"a[^2] b\n\n[^1]: unused", "c\n\n[^2]: of another section"});
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "\na\\[^2\\] b\n"));
  CHECK_FALSE(contains(markdown, "unused"));
  CHECK_FALSE(contains(markdown, "of another section"));
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<p>a[^2] b</p>"));
  CHECK_FALSE(contains(html, "doc-endnotes"));
}

TEST_CASE("a footnote may refer to another one and to itself") {
  const auto report = of_texts({"a[^1]\n\n[^1]: one[^2]\n[^2]: two[^2]", "b[^1]\n\n[^1]: three"});
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<li id=\"fn-1\"><p>one<sup>"));
  CHECK(contains(html, "<li id=\"fn-2\"><p>three "));
  CHECK(contains(html, "<li id=\"fn-3\"><p>two<sup>"));
  CHECK(contains(html, "id=\"fnref-3-2\""));
}

TEST_CASE("a definition that only a dropped definition mentions is dropped too") {
  const std::string html = documents::to_html(of_texts({"a[^1]\n\n[^1]: one\n[^2]: unused[^3]\n[^3]: hidden"}));
  CHECK_FALSE(contains(html, "hidden"));
  CHECK(occurrences(html, "<li id=\"fn-") == 1);
}

TEST_CASE("footnotes hold blocks and keep them in both documents") {
  const auto report = of_texts({"a[^1]\n\n[^1]: one\n\n    two\n\n    - three\n\n    # four"});
  CHECK(contains(documents::to_markdown(report), "[^1]: one\n\n    two\n\n    - three\n\n    **four**\n"));
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<p>two</p>\n<ul>\n<li>three\n</li>\n</ul>\n<p><strong>four</strong> <a class=\"back\""));
}

TEST_CASE("a footnote mark never lies inside a link") {
  const std::string html = documents::to_html(of_texts({"[a[^1]](https://x.example)\n\n[^1]: note"}));
  CHECK(contains(html, "<a href=\"https://x.example\">a</a><sup><a class=\"note\""));
}

TEST_CASE("a section whose key looks like a footnote keeps its id") {
  auto report = of_texts({"a[^1]\n\n[^1]: note"});
  report.sections.push_back(text("fn-1", "b"));
  report.sections.push_back(text("contents", "c"));
  const std::string html = documents::to_html(report);
  CHECK(occurrences(html, "id=\"fn-1\"") == 1);
  CHECK(contains(html, "<section id=\"fn-1\""));
  CHECK(contains(html, "<li id=\"fn-1_\">"));
  CHECK(occurrences(html, "id=\"contents\"") == 1);
}
