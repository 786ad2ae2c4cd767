#include "documents/markdown/markdown.hpp"

#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/written_text.hpp"

using namespace sample;

TEST_CASE("plain texts come out as they were written") {
  for (const std::string text :
       {"The *seventh* text.\n", "Two lines\nof **one** paragraph.\n\nAnother `one`.\n", "- a\n- b\n  - c\n- d\n",
        "1. a\n2. b\n", "- a\n\n  b\n\n- c\n", "> a\n>\n> - b\n", "```\na  *b*\n\n  c\n```\n", "***\n",
        "| A | B |\n| :-- | --: |\n| a | **b** |\n", "a ~~b~~ [c](https://x.example/d)\n", "a\\\nb\n"}) {
    CAPTURE(text);
    CHECK(markdown_of(text) == text);
  }
}

TEST_CASE("what is written shows what the text shows") {
  for (const std::string text : {"\\# a\n\n\\- b\n\n1\\. c\n\n\\> d\n\n\\```\n\n\\| e |",
                                 "a&#32;x\nb&nbsp;&#35; c",
                                 "&#42;a&#42; \\_b\\_ &amp;lt; \\<b>",
                                 "a<b>*(b)*</b>c",
                                 "***a*** **b ~~c~~ d** ~~***e***~~",
                                 "`` ` `` `a``b` ` ` `` `c` ``",
                                 "[a\\]b](https://x.example/(c))",
                                 "a!<b></b>[b](https://x.example)",
                                 "- a\n\n<!-- -->\n\n- b",
                                 "1) a\n2) b\n\n1. c",
                                 "- ```\n  a\n  ```\n- > b",
                                 "- # a\n- ***\n-",
                                 "| a | b |\n|---|---|\n| `c\\|d` | e\\|f |\n| g | \\\\ |",
                                 "~~~\n```\n~~~",
                                 "a\n\n    b\n    c",
                                 "3. a\n4. b",
                                 "- a\n  2. b",
                                 "a\\\\\nb",
                                 "_a_b_",
                                 "$a$ :b: www.c_d.e https://f_g.h_",
                                 "[^x]: [a]\n\n\\[a]: b",
                                 "Setext\n===\n\n\\===",
                                 "a\n\\---",
                                 "a\n:-\\:",
                                 "*a<br>*b",
                                 "a  \n<!-- -->"}) {
    CAPTURE(text);
    CHECK(html_of(markdown_of(text)) == html_of(text));
  }
}

TEST_CASE("emphases whose marks would touch are written as tags") {
  CHECK(markdown_of("*a*<!-- -->**b** **c**") == "<em>a</em><strong>b</strong> <strong>c</strong>\n");
  CHECK(markdown_of("*a **b***c") == "<em>a <strong>b</strong></em>c\n");
  CHECK(markdown_of("~~***a** b*~~") == "<del><em><strong>a</strong> b</em></del>\n");
  CHECK(markdown_of("# *a*<!-- -->*b*\n\n*c*") == "### <em>a</em><em>b</em>\n\n*c*\n");
  CHECK(markdown_of("***a***") == "*__a__*\n");
}

TEST_CASE("a link within a link is text") {
  CHECK(markdown_of("[<http://a.example> b](http://c.example)") == "[http\\://a.example b](http://c.example)\n");
}

TEST_CASE("link definitions of one section do not reach into another") {
  const auto report = of_texts({"[a]\n\n[a]: https://one.example", "[a] [b][a]"});
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "\n[a](https://one.example)\n"));
  CHECK(contains(markdown, "\n\\[a\\] \\[b\\]\\[a\\]\n"));
  CHECK_FALSE(contains(markdown, "]: https"));
  CHECK(contains(documents::to_html(report), "<p>[a] [b][a]</p>"));
}

TEST_CASE("an unclosed block of one section ends with the section") {
  const auto report = of_texts({"```\nopen", "<!-- open", "- a\n\n  > b", "c"});
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown,
                 "```\nopen\n```\n\n## 2 Title of s2\n\n## 3 Title of s3\n\n- a\n\n  > b\n\n## 4 Title of s4\n\nc\n"));
}

TEST_CASE("contents lead to the headings as GitHub and pandoc name them") {
  auto report = of_texts({"a", "b"});
  report.sections[0].title = report.sections[1].title = "Доклад: (Итоги) a_b";
  report.sections[1].depth = 2;
  const std::string markdown = documents::to_markdown(report);
  CHECK(contains(markdown, "- [1 Доклад: (Итоги) a\\_b](#1-доклад-итоги-a_b)\n  - [1.1 Доклад"));
  CHECK(contains(markdown, "](#11-доклад-итоги-a_b)\n"));
  CHECK(documents::heading_anchor("Annex A. Who — what?") == "annex-a-who--what");
}

TEST_CASE("two lists that follow each other stay two") {
  CHECK(markdown_of("- a\n\n<!-- -->\n\n- b\n\n<!-- -->\n\n- c") == "- a\n\n+ b\n\n- c\n");
  CHECK(markdown_of("1. a\n\n<!-- -->\n\n1. b") == "1. a\n\n1) b\n");
}
