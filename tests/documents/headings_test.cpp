#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/heading_levels.hpp"
#include "domain/report/outline_numbers.hpp"

using namespace sample;

namespace {

// "h1h2h3": the headings of the HTML in order.
std::string headings(const std::string& html) {
  std::string found;
  for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
    const char digit = html[at + 2];
    if (digit >= '1' && digit <= '6') found += std::string("h") + digit;
  }
  return found;
}

}  // namespace

TEST_CASE("headings inside a text come below the heading of their section") {
  auto report = of_texts({"# One\n\n## Two\n\n# Three"});
  CHECK(headings(between(documents::to_html(report), "<section id=\"s1\"", "</section>")) == "h2h3h4h3");
  CHECK(contains(documents::to_markdown(report), "## 1 Title of s1\n\n### One\n\n#### Two\n\n### Three\n"));
}

TEST_CASE("no level is skipped however a text begins") {
  documents::HeadingLevels levels(3);
  CHECK(levels.next(4) == 4);
  CHECK(levels.next(2) == 4);
  CHECK(levels.next(6) == 5);
  CHECK(levels.next(3) == 5);
  CHECK(levels.next(1) == 4);
}

TEST_CASE("headings that lie too deep stay at the sixth level") {
  documents::HeadingLevels levels(5);
  CHECK(levels.next(1) == 6);
  CHECK(levels.next(2) == 6);
  CHECK(levels.next(3) == 6);
  CHECK(documents::section_level(1) == 2);
  CHECK(documents::section_level(9) == 6);
}

TEST_CASE("the whole document has one title and no gap in the order of its headings") {
  auto report = document();
  for (int depth = 1; depth <= 4; ++depth) {
    const std::string id = "s" + std::to_string(depth);
    report.sections.push_back(text(id, "##### a\n\n# b\n\n### c\n\n> ## d\n\n- # e", depth));
  }
  const std::string html = documents::to_html(report);
  int before = 0;
  const std::string order = headings(html);
  for (std::size_t i = 1; i < order.size(); i += 2) {
    const int level = order[i] - '0';
    CHECK(level <= before + 1);
    before = level;
  }
  CHECK(occurrences(html, "<h1") == 1);
}

TEST_CASE("chapters are numbered and annexes lettered") {
  domain::OutlineNumbers numbers;
  CHECK(numbers.next(1, false) == "1");
  CHECK(numbers.next(2, false) == "1.1");
  CHECK(numbers.next(3, false) == "1.1.1");
  CHECK(numbers.next(3, false) == "1.1.2");
  CHECK(numbers.next(2, false) == "1.2");
  CHECK(numbers.next(3, false) == "1.2.1");
  CHECK(numbers.next(1, false) == "2");
  CHECK(numbers.next(2, false) == "2.1");
  CHECK(numbers.next(1, true) == "A");
  CHECK(numbers.next(2, true) == "A.1");
  CHECK(numbers.next(1, true) == "B");
  for (int i = 0; i < 24; ++i) numbers.next(1, true);
  CHECK(numbers.next(1, true) == "AA");
}

TEST_CASE("the annex of contributions takes the letter after the last annex") {
  auto report = of_texts({"a", "b"});
  report.sections[1].annex = true;
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "\n## Annex A. Title of s2\n"));
  CHECK(contains(markdown, "\n## Annex B. Who contributed what\n"));
  CHECK(contains(markdown, "- [Annex A. Title of s2](#annex-a-title-of-s2)\n"));
}
