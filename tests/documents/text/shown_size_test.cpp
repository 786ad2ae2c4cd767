// Few bytes of Markdown do not become a huge document.
#include "documents/text/shown_size.hpp"

#include <doctest/doctest.h>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/sample_document.hpp"
#include "documents/text/placed_pictures.hpp"
#include "documents/text/syntax_tree.hpp"
#include "documents/written_text.hpp"
#include "support/peak_memory.hpp"
#include "support/sanitized.hpp"

using namespace sample;

namespace {

std::string times(std::size_t count, const std::string& part) {
  std::string text;
  text.reserve(count * part.size());
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string objection_of(const std::string& text) { return documents::SyntaxTree(text).objection().english(); }

std::string deep_list(const std::string& marker, int depth) { return times(static_cast<std::size_t>(depth), marker); }

struct Amplifier {
  const char* name;
  std::string text;
};

const std::vector<Amplifier>& amplifiers() {
  static const std::vector<Amplifier> all{
      {"an address mentioned often", "[a]: " + times(200'000, "u") + "\n\n" + times(150'000, "[a] ")},
      {"an address of the web", "[a]: https://x.example/" + times(20'000, "u") + "\n\n" + times(30'000, "[a] ")},
      {"an address of marks", "[a]: https://x.example/" + times(700, "\"") + "\n\n" + times(20'000, "[b][a] ")},
      {"an address in brackets", "[a]: <" + times(90'000, "u ") + ">\n\n" + times(100'000, "[a]\n\n")},
      {"a title", "[a]: /u '" + times(200'000, "t") + "'\n\n" + times(150'000, "[a][] ")},
      {"a title of many lines", "[a]: /u '" + times(90'000, "t\n") + "'\n\n" + times(150'000, "[a] ")},
      {"many definitions", times(400, "[a]: " + times(500, "u") + "\n") + "\n" + times(200'000, "[a] ")},
      {"definitions in a quote", "> [a]: " + times(200'000, "u") + "\n\n" + times(150'000, "[a] ")},
      {"pictures by definition", "[a]: map.png '" + times(200'000, "t") + "'\n\n" + times(100'000, "![a]\n\n")},
      {"footnote marks", times(120'000, "[^1] ") + "\n\n[^1]: a"},
      {"footnotes of footnotes", "[^1]\n\n[^1]: " + times(120'000, "[^1] ")},
      {"lines deep in lists", deep_list("999999999. ", 16) + "a\n" + times(300'000, "a\n")},
      {"lines deep in quotes", deep_list("> ", 16) + "a\n" + times(350'000, "a\n")},
      {"addresses written out", times(100'000, "http://a ")},
      {"small paragraphs", times(300'000, "a\n\n")},
      {"small cells", "|a|a|a|a|\n|-|-|-|-|\n" + times(100'000, "|a|a|a|a|\n")},
      {"a cell", "| a |\n|---|\n| " + times(5000, "words ") + " |"},
      {"marks to escape", times(1'000'000, "&lt;")},
  };
  return all;
}

documents::DocumentPicture picture_of(std::size_t bytes) {
  return {"map.png",
          "image/png",
          std::string(64, 'a'),
          static_cast<std::int64_t>(bytes),
          960,
          480,
          std::make_shared<const std::string>(std::string(bytes, 'b'))};
}

}  // namespace

TEST_CASE("a text that shows far more than it says takes little memory and is told to be too large") {
  for (const auto& amplifier : amplifiers()) {
    CAPTURE(std::string(amplifier.name));
    const std::string text = amplifier.text.substr(0, 1024 * 1024);
    std::size_t largest = 0;
    std::string objection;
    const long peak = support::peak_megabytes([&] {
      objection = objection_of(text);
      const auto report = of_texts({text});
      largest = std::max(documents::to_html(report).size(), documents::to_markdown(report).size());
    });
    // A newer parser follows addresses only until they are as long as the text; a mark of them is shown as six letters.
    const bool is_little = largest < 8 * text.size();
    CHECK((!objection.empty() || is_little));
    CHECK(largest < 10'000'000);
    if (!support::kSanitized) CHECK(peak < 200);
  }
}

TEST_CASE("what people write is not too large") {
  const std::string address = "https://www.example.org/documents/2026/report-of-the-working-group.html";
  for (const std::string& text : {times(100'000, "Ten years of migration policy. ").substr(0, 1024 * 1024),
                                  times(12'000, "Слова доклада о миграции населения.\n\n"),
                                  "[a]: " + address + " 'The report'\n\n" + times(5000, "See [the report][a] for it. "),
                                  times(3000, "Words[^1] of it. ") + "\n\n[^1]: " + address,
                                  "| A | B | C |\n|---|--:|--:|\n" + times(5000, "| Region | 12 345 | 6,7 % |\n"),
                                  "| a |\n|---|\n| " + times(500, "Words of a long cell. ") + " |",
                                  times(2000, "- one\n  - two\n    - three\n")}) {
    CAPTURE(text.substr(0, 40));
    CHECK(objection_of(text) == "");
  }
}

TEST_CASE("a text that is too large is shown as it was typed") {
  const std::string text = "# a\n\n| a |\n|---|\n| " + times(5000, "words ") + "|\n";
  CHECK(html_of(text).starts_with("<pre><code># a\n\n| a |\n"));
  CHECK(markdown_of(text).starts_with("```\n# a\n\n| a |\n"));
}

TEST_CASE("a word without an end is told, and gets places to break at where it was saved before") {
  const std::string longest(documents::kLongestWord, 'a');
  CHECK(objection_of("b " + longest + " c") == "");
  CHECK(objection_of("b " + longest + "a c") ==
        "A word of the text has 2001 letters without a space; at most 2000 are allowed.");
  CHECK(html_of(longest + "a") == "<p>" + longest + "\u200Ba</p>\n");
  for (const std::string& text :
       {"`" + longest + "a`", "```\n" + longest + "a\n```", "# " + longest + "a", "| a |\n|---|\n| " + longest + "a |",
        "![" + longest + "a](map.png)", "![a](map.png '" + longest + "a')", "a[^1]\n\n[^1]: " + longest + "a"}) {
    CAPTURE(text.substr(0, 20));
    const documents::SyntaxTree tree(text);
    CHECK_FALSE(tree.objection().empty());
  }
  CHECK(objection_of(times(3000, "国家报告")) == "");  // a line may end between any two
  CHECK(objection_of(times(3000, "ประเทศ")) == "");
  CHECK(objection_of(times(3000, "well-known-")) == "");
}

TEST_CASE("a picture that is placed again and again is drawn within a bound, then told in words") {
  auto report = of_texts({times(1000, "![A map](map.png 'Roads')\n\n"), "![A map](map.png)"});
  for (auto& section : report.sections) section.pictures = {picture_of(1'000'000)};
  std::string html;
  const long peak = support::peak_megabytes([&] { html = documents::to_html(report); });
  CHECK(html.size() < 40'000'000);
  CHECK(occurrences(html, "<img ") == 2 + 25);  // of each section the first, and 32 MiB more
  CHECK(contains(html, "Figure 1000. </span>Roads</figcaption>\n<span class=\"missing\">[A map]</span>"));
  CHECK(contains(html, "Figure 1001</span></figcaption>\n<img "));
  if (!support::kSanitized) CHECK(peak < 200);
}
