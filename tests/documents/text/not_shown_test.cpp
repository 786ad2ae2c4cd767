// Nothing of a text is lost in silence.
#include "documents/text/not_shown.hpp"

#include <doctest/doctest.h>

#include "documents/sample_document.hpp"
#include "documents/written_text.hpp"

using namespace sample;

namespace {

// "2 The table has ...|5 ..."
std::string told(const std::string& markdown) {
  std::string all;
  for (const auto& part : documents::read_text(markdown).not_shown) {
    all += (all.empty() ? "" : "|") + std::to_string(part.line) + " " + part.message.english();
  }
  return all;
}

}  // namespace

TEST_CASE("raised and lowered letters, struck words and quotations keep their meaning in every document") {
  const std::pair<const char*, const char*> examples[] = {
      {"10<sup>6</sup> km<sup>2</sup>", "10⁶ km²"},
      {"10<sup>-6</sup>, 10<sup>−3</sup>, x<sup>n+1</sup>", "10⁻⁶, 10⁻³, xⁿ⁺¹"},
      {"CO<sub>2</sub>, a<sub>i</sub>", "CO₂, aᵢ"},
      {"1<sup>st</sup> and 1<SUP CLASS='x'>st</SUP>", "1ˢᵗ and 1ˢᵗ"},
      {"1<sup>го</sup> 10<sup>2,5</sup> A<sub>ж</sub>", "1^(го) 10^(2,5) A_(ж)"},
      {"10<sup>*6*</sup>", "10<em>⁶</em>"},
      {"a<sup>b<sup>c</sup></sup>", "a^(bᶜ)"},
      {"a<sup>`b`</sup>", "a^(<code>b</code>)"},
      {"<del>old</del> <s>old</s> <STRIKE>*old*</STRIKE> new",
       "<del>old</del> <del>old</del> <del><em>old</em></del> new"},
      {"he said <q>no</q>", "he said “no”"},
      {"10<sup>6 km</sub> 5</sup>", "10⁶ ᵏᵐ ⁵"},
      {"<sup>1 *a</sup> b*", "1 <em>a b</em>"},
      {"a</sup> <sup>b", "a b"},
      {"a<BR>b<br clear='all'>c", "a<br>\nb<br>\nc"},
  };
  for (const auto& [markdown, html] : examples) {
    CAPTURE(std::string(markdown));
    CHECK(html_of(markdown) == "<p>" + std::string(html) + "</p>\n");
    CHECK(html_of(markdown_of(markdown)) == html_of(markdown));
  }
  CHECK(html_of("| m<sup>2</sup> |\n|---|\n| 10<sup>3</sup> |") == html_of("| m² |\n|---|\n| 10³ |"));
  CHECK(html_of("# 10<sup>6</sup>") == html_of("# 10⁶"));
  CHECK(told("10<sup>6</sup> CO<sub>2</sub> <del>a</del> <s>b</s> <q>c</q><br>d") == "");
}

TEST_CASE("tags and blocks of HTML that are left out are told, comments are not") {
  CHECK(told("a\n\n<u>b</u> <u>c</u> <span style='x'>d</span>") ==
        "3 The HTML tag <u> is left out; the words inside it stay.|"
        "3 The HTML tag <span> is left out; the words inside it stay.");
  CHECK(told("a\n\n<table>\n<tr><td>1</td></tr>\n</table>\n\nb") ==
        "3 A block of HTML is not shown, nor anything in it. Write it in Markdown.");
  CHECK(told("- a\n\n  <div>b</div>").starts_with("3 A block of HTML"));
  CHECK(told("<!-- note to self -->\n\na <!-- b --> c\n\n  <!-- -->\n") == "");
  CHECK(told("`<u>`\n\n```\n<div>\n```\n\n\\<u> 1 < 2") == "");
}

TEST_CASE("cells beyond the columns of a table are told with their row") {
  CHECK(
      told("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 | 4 |") ==
      "4 This row has more cells than the table has columns (2), and the rest is not shown. Cells lost: 2. A bar that "
      "belongs to the text is written \\|.");
  CHECK(told("a | b\n--|--\n1 | 2 | 3").starts_with("3 This row has more cells than the table has columns (2)"));
  CHECK(told("> | a |\n> |---|\n> | `x|y` |").starts_with("3 This row has more cells than the table has columns (1)"));
  CHECK(told("| a | b |\n|---|---|\n| 1 |\n| 1 \\| 2 | 3 |\n1 | 2\n|1|2|\n| 1 | 2\n") == "");
}

TEST_CASE("footnotes without a text, without a mark or with two texts are told") {
  CHECK(told("a[^1] b[^x]\n\n[^1]: one") == "1 The footnote '[^x]' has no text: add a line '[^x]: ...'.");
  CHECK(told("# a\n\nb\nc[^no], [^no] and `[^no]`").starts_with("4 The footnote '[^no]' has no text"));
  CHECK(told("a[^1]\n\n[^1]: one\n\n[^1]: two") == "5 The footnote [^1] already has a text; this one is not shown.");
  CHECK(told("a\n\n[^2]: two\n    more") == "3 The footnote [^2] is not shown: nothing in the text refers to it.");
  CHECK(told("> a\n\n> [^2]: two").starts_with("3 The footnote [^2] is not shown"));
  CHECK(told("a[^1] b[^n]\n\n[^1]: one\n[^n]: `[^x]`\n\n```\n[^z]: code\n```\n\\[^w] [x]") == "");
}

TEST_CASE("links and pictures from elsewhere are told") {
  CHECK(told("[a](file:///x) [b](https://x.example) [c](#obj-07) <mailto:a@b.example>")
            .starts_with("1 The link to 'file:///x'"));
  CHECK(told("![map](https://x.example/m.png)").starts_with("1 The picture 'https://x.example/m.png' is not shown"));
  CHECK(told("![map](map.png)") == "");
}

TEST_CASE("the head of a file is told") {
  CHECK(told("---\ntitle: Report\nlang: en\n---\n\nText").starts_with("1 The text begins with the head of a file"));
  CHECK(told("+++\ntitle = 'x'\n+++\n").starts_with("1 The text begins with the head of a file"));
  CHECK(told("---\n\nText\n\n---\n") == "");
  CHECK(told("Text\n---\n") == "");
}

TEST_CASE("markup that is too much is told, and of many parts the first") {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "> ";
  CHECK(told(deep + "a").starts_with("1 The text has more markup than can be read"));
  std::string many;
  for (int i = 0; i < 30; ++i) many += "[a](file:b)\n\n";
  const auto list = documents::read_text(many).not_shown;
  REQUIRE(list.size() == 20);
  CHECK(list.back().message.english() == "And 11 more parts of the text are not shown.");
}
