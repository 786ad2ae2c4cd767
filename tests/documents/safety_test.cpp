// No text of a contributor can do anything in a reader's browser.
#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/words.hpp"
#include "documents/written_text.hpp"
#include "support/processor_time.hpp"

using namespace sample;

namespace {

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

}  // namespace

TEST_CASE("raw HTML of a text is dropped and the words between its tags stay") {
  CHECK(html_of("a <b onclick=\"x()\">bold</b> c") == "<p>a bold c</p>\n");
  CHECK(html_of("<script>alert(1)</script>\n\nb") == "<p>b</p>\n");
  CHECK(html_of("a <script>alert(1)</script> b") == "<p>a alert(1) b</p>\n");
  CHECK(html_of("<!-- comment -->\n\nb") == "<p>b</p>\n");
  CHECK(html_of("`<script>`") == "<p><code>&lt;script&gt;</code></p>\n");
  CHECK(html_of("a **<i></i>** *![](x)* b") == "<p>a   b</p>\n");
  CHECK(html_of("one<br>two") == "<p>one<br>\ntwo</p>\n");
  CHECK_FALSE(contains(markdown_of("a <img src=x onerror=y> b\n\n<div>\n\nc\n\n</div>"), "<"));
}

TEST_CASE("links lead to web and mail addresses only") {
  CHECK(html_of("[a](https://x.example/b?c=1&d=2)") == "<p><a href=\"https://x.example/b?c=1&amp;d=2\">a</a></p>\n");
  CHECK(html_of("[a](mailto:b@c.example)") == "<p><a href=\"mailto:b@c.example\">a</a></p>\n");
  for (const std::string target :
       {"javascript:alert(1)", "JavaScript:alert(1)", "java&#9;script:alert(1)", "&#106;avascript:alert(1)",
        "vbscript:x", "data:text/html,x", "file:///etc/passwd", "//x.example", "/v1/agencies", "<java\tscript:x>"}) {
    CAPTURE(target);
    CHECK(html_of("[a](" + target + ")") == "<p>a</p>\n");
    CHECK(markdown_of("[a](" + target + ")") == "a\n");
  }
  CHECK(html_of("<javascript:alert(1)>") == "<p>javascript:alert(1)</p>\n");
  CHECK(html_of("[a][b]\n\n[b]: javascript:x") == "<p>a</p>\n");
}

TEST_CASE("an address cannot leave its attribute") {
  CHECK_FALSE(contains(html_of("[a](https://x.example/\"onclick=\"y)"), "onclick=\""));
  CHECK_FALSE(contains(html_of("[a](<https://x.example/><script>>)"), "<script"));
  CHECK(contains(html_of("[a](https://x.example/%zz%41[b)"), "https://x.example/%25zz%41%5Bb"));
}

TEST_CASE("an image from elsewhere is its alternative text and nothing is loaded") {
  CHECK(html_of("![a *map*](https://x.example/a.png)") == "<p>a map</p>\n");
  CHECK(html_of("[![logo](/a.png)](https://x.example)") == "<p><a href=\"https://x.example\">logo</a></p>\n");
  CHECK(markdown_of("![a *map*](https://x.example/a.png)") == "a map\n");
  CHECK(html_of("![](/a.png)") == "");
  CHECK(html_of("*![](/a.png)* [![](/a.png)](https://x.example)") ==
        "<p> <a href=\"https://x.example\" class=\"address\">https://x.example</a></p>\n");
}

TEST_CASE("an address that is written out is a link without what follows it") {
  CHECK(html_of("See (https://x.example/a_b_(c)).") ==
        "<p>See (<a href=\"https://x.example/a_b_%28c%29\" class=\"address\">https://x.example/a_b_(c)</a>).</p>\n");
  CHECK(html_of("ahttps://x.example") == "<p>ahttps://x.example</p>\n");
  CHECK(html_of("[https://a.example/b](https://c.example)") ==
        "<p><a href=\"https://c.example\">https://a.example/b</a></p>\n");
  CHECK(html_of("[*https://a.example*](https://c.example)") ==
        "<p><a href=\"https://c.example\"><em>https://a.example</em></a></p>\n");
}

TEST_CASE("a link within the document leads to a section that is there") {
  auto report = of_texts({"[see](#s2) [not](#s3) [id](#contents)", "b"});
  const std::string html = documents::to_html(report);
  CHECK(contains(html, "<p><a href=\"#s2\">see</a> not id</p>"));
  CHECK(contains(documents::to_markdown(report), "[see](#2-title-of-s2) not id"));
}

TEST_CASE("entities bring back no character that a text may not hold") {
  CHECK(html_of("a&#8238;b&#1;c&#x2028;d") == "<p>abc d</p>\n");
  CHECK(markdown_of("a&#8238;b&#1;c") == "abc\n");
  CHECK(html_of("*&#1;* [&#1;](https://x.example)") ==
        "<p> <a href=\"https://x.example\" class=\"address\">https://x.example</a></p>\n");
}

TEST_CASE("titles and names are harmless in both documents") {
  auto report = of_texts({"text"});
  const std::string evil = "<script>&amp; *a* _b_ | # [x](javascript:y)\n# z";
  report.title = report.format_title = report.sections[0].title = report.country = evil;
  report.contributions.push_back({"s1", evil, evil, {evil, evil}, 1, "2026-01-01", {{evil, evil, "2026-01-02", evil}}});
  auto gap = section("s2");
  gap.content = documents::ContentKind::gap;
  gap.state = "in_review";
  gap.step_title = gap.lead = evil;
  auto nothing = section("s3");
  nothing.content = documents::ContentKind::nothing;
  nothing.reason = evil;
  report.sections.insert(report.sections.end(), {gap, nothing});
  const std::string html = documents::to_html(report);
  CHECK_FALSE(contains(html, "<script"));
  CHECK(contains(html, "&lt;script&gt;&amp;amp; *a* _b_ | # [x](javascript:y)"));
  CHECK(occurrences(html, "<h1") == 1);
  const std::string markdown = documents::to_markdown(report);
  CHECK_FALSE(contains(markdown, "<script"));
  CHECK_FALSE(contains(markdown, "](javascript"));
  CHECK(occurrences(markdown, "\n# ") == 0);
  CHECK(contains(markdown, "# &lt;script>&amp;amp; \\*a\\* \\_b\\_ &#124; \\# \\[x\\]\\(javascript:y) \\# z"));
}

TEST_CASE("monstrous markup takes little time and breaks nothing") {
  const std::size_t large = 200'000;
  const std::string monsters[] = {
      repeated("> ", large) + "a",
      repeated(">", 10'000) + "a\n" + repeated("> a\n", 100'000),
      repeated("- ", 20'000) + "a" + repeated("\n", 100'000),
      repeated("1. ", large) + "a",
      repeated("*", large),
      repeated("*a **b ", large),
      repeated("[", large),
      repeated("![[]()", large),
      repeated("[a](", large),
      repeated("a <!A ", large),
      repeated("<![CDATA[", large),
      repeated("[^1]", large) + "\n\n[^1]: a",
      repeated("https://", large),
      repeated("http://a ", large),
      repeated("`a", large),
      repeated("|a", 60'000) + "\n" + repeated("|-", 60'000) + "\n" + repeated("a\n", 60'000),
      "|a|b|\n|-|-|\n" + repeated("|c|d|\n", large),
      "|a|\n|-|\n" + repeated("\\|", large),
      repeated("~~a ", large),
      repeated("&amp;", large),
      repeated("a\n\n", large),
  };
  for (const auto& monster : monsters) {
    CAPTURE(monster.substr(0, 20));
    const double begin = support::processor_seconds();
    const auto report = of_texts({monster});
    const std::string html = documents::to_html(report);
    const std::string markdown = documents::to_markdown(report);
    documents::count_words(monster);
    const double seconds = support::processor_seconds() - begin;
    CHECK(html.ends_with("</html>\n"));
    CHECK(contains(markdown, "## 1 Title of s1"));
    // Far above what it takes on a slow machine with sanitizers, far below what growth in the square would take.
    CHECK(seconds < 20);
  }
}

TEST_CASE("nesting is flattened beyond sixteen levels and no word is lost") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "> ";
  const std::string html = html_of(text + "deep");
  CHECK(occurrences(html, "<blockquote>") == 16);
  CHECK(contains(html, "<p>deep</p>"));
  CHECK(occurrences(markdown_of(text + "deep"), "> ") == 16);
}
