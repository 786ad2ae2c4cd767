#include "documents/text/words.hpp"

#include <doctest/doctest.h>

#include <string>

using documents::count_words;

namespace {

struct Example {
  const char* markdown;
  std::uint64_t words;
};

void check(std::initializer_list<Example> examples) {
  for (const auto& [markdown, words] : examples) {
    CAPTURE(std::string(markdown));
    CHECK(count_words(markdown) == words);
  }
}

}  // namespace

TEST_CASE("words are what stands between white space in every script") {
  check({{"", 0},
         {" \n\n\t\n", 0},
         {"one", 1},
         {"one two\nthree", 3},
         {"миграционная служба", 2},
         {"Döwlet migrasiýa gullugy", 3},
         {"2026-njy ýylyň 5-nji maýy", 4},
         {"кто-то, well-known, it's", 3},
         {"a\u00A0b\u2003c\u3000d", 4},
         {"12 000", 2},
         {"и т. д.", 3},
         {"cost — benefit", 3},
         {"국가 보고서", 2},
         {"Տասը տարի", 2}});
}

TEST_CASE("of Chinese and Japanese each character is a word, as in word processors") {
  check({{"国家报告", 4},
         {"你好，世界。", 6},
         {"2026年国家报告", 6},
         {"IOM的报告 2026", 5},
         {"国\n家", 2},
         {"国\u3000家", 2},
         {"**国**家[报](https://x.example)", 3},
         {"マイグレーション", 8},
         {"国家a报", 4}});
}

TEST_CASE("markup does not count and does not split a word") {
  check({{"# A heading", 2},
         {"*mi*gration **is** ~~not~~ `code here`", 5},
         {"- one\n- two", 2},
         {"1. one\n2. two", 2},
         {"> quoted text", 2},
         {"a\n\n***\n\nb", 2},
         {"[two words](https://example.org/a/b/c)", 2},
         {"[one][a]\n\n[a]: https://example.org 'title of it'", 1},
         {"https://example.org/a", 1},
         {"a \\* b &amp; c", 5},
         {"line one\\\nline two", 4}});
}

TEST_CASE("code and the alternative text of images from elsewhere count") {
  check({{"```\nthree words here\n```", 3}, {"    indented code", 2}, {"![a map of routes](/map.png \"title\")", 4}});
}

TEST_CASE("raw HTML and comments do not count") {
  check({{"<!-- not here -->", 0},
         {"a <!-- not here --> b", 2},
         {"<b>bold</b> text", 2},
         {"<div>\nnot shown\n</div>", 0},
         {"one<br>two", 2},
         {"half<b></b>word", 1}});
}

TEST_CASE("footnotes count where they are shown and their marks never do") {
  check({{"text[^1]\n\n[^1]: two words", 3},
         {"text[^1] and[^1]\n\n[^1]: note", 3},
         {"in[^1]side\n\n[^1]: note", 2},
         {"text\n\n[^1]: nobody refers to this", 1},
         {"text [^2]", 2}});
}

TEST_CASE("two blocks or two table cells are never one word") {
  check({{"| a | b |\n|---|---|\n| c | d e |", 5},
         {"|a|b|\n|-|-|\n|c|d|", 4},
         {"a\n# b\nc", 3},
         {"- a\n- b\n\n  c", 3},
         {"> a\n\nb", 2},
         {"a\n\n<!-- x -->\n\nb", 2}});
}

TEST_CASE("every demo language gives the same count for the same marks") {
  const std::string frame = "## X\n\nX *X* [X](https://x.example)[^1]\n\n- X\n\n[^1]: X X\n";
  const auto count = [&](const std::string& word) {
    std::string text = frame;
    for (auto at = text.find('X'); at != std::string::npos; at = text.find('X', at + word.size()))
      text.replace(at, 1, word);
    return count_words(text);
  };
  CHECK(count("word") == 7);
  CHECK(count("слово") == 7);
  CHECK(count("söz") == 7);
}

TEST_CASE("a text of which nothing is seen says nothing") {
  for (const std::string text : {"",
                                 " \n\n",
                                 "<!-- todo -->",
                                 "<!-- todo -->&nbsp;",
                                 "&nbsp;",
                                 "\u00A0\u2003\n\n\u3000",
                                 "\u200B",
                                 "\u200B\u200D\u2060\uFEFF",
                                 "\u00AD",
                                 "\u3164",
                                 "\u2800\u2800",
                                 "\u115F\u1160",
                                 "\uFFA0",
                                 "\u034F",
                                 "\u180E",
                                 "\uFE0F",
                                 "&#8203;",
                                 "&zwnj;&ZeroWidthSpace;",
                                 "# \u200B",
                                 "- \n- ",
                                 "> &nbsp;",
                                 "***",
                                 "| | |\n|-|-|\n| &nbsp; | |",
                                 "**\u200B**",
                                 "` \u200B `",
                                 "```\n\u00A0\n```",
                                 "<b></b>",
                                 "<div>seen nowhere</div>",
                                 "<br><br>",
                                 "[^1]\n\n[^1]: &nbsp;",
                                 "[a]: https://x.example",
                                 "[^1]: a",
                                 "![](https://x.example/a.png)",
                                 "![\u200B](/a.png)"}) {
    CAPTURE(text);
    CHECK(documents::says_nothing(text));
  }
  for (const std::string text :
       {"a", "1", "-\u200B", "—", "国", "\u0600", "`x`", "```\nx\n```", "![](map.png)", "| |\n|-|\n| a |",
        "[](https://x.example)", "a[^1]\n\n[^1]: &nbsp;", "[^1]\n\n[^1]: a", "&copy;"}) {
    CAPTURE(text);
    CHECK_FALSE(documents::says_nothing(text));
  }
}
