// An edited form brought back to Markdown: what reads the same keeps its bytes, the rest is written anew.
#include "documents/form/form_merge.hpp"

#include <doctest/doctest.h>

#include "documents/form/read_markdown.hpp"
#include "documents/text/picture_words.hpp"
#include "domain/basis/error.hpp"

namespace {

// As if a Word file changed nothing.
documents::MergedText merged(const std::string& base, const std::string& edited) {
  return documents::merge_form(base, documents::read_markdown(documents::MarkdownPieces(base)),
                               documents::read_markdown(edited));
}

std::string after(const std::string& base, const std::string& edited) { return merged(base, edited).markdown; }

const std::string kOdd =
    "Results\n=======\n\nFirst __strong__ paragraph,\nhard\nwrapped.[^b]\n* one\n* two\n\n<!-- kept -->\n\n[^b]: Note "
    "_b_.\n\n"
    "+ other list\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n~~~sql\nselect 1;\n~~~\n\n> A quote\ngoes on.\n\n***\n\nSee "
    "[the law][law].\n\n"
    "[law]: https://example.org/law \"Title\"\n\nLast one";

}  // namespace

TEST_CASE("the pieces of a text are the text") {
  for (const std::string& text :
       {kOdd, std::string(), std::string("\n\n"), std::string("a"), std::string("<!-- x -->\n"),
        std::string("[^1]: only a note\n"), std::string("\n\nx[^1]\n\n[^1]: n\n\n    more\n\nrest")}) {
    const documents::MarkdownPieces pieces(text);
    std::string joined = pieces.head();
    for (const auto& piece : pieces.pieces()) joined += piece.source + piece.behind;
    CHECK(joined == text);
  }
}

TEST_CASE("a text that reads the same is not touched") {
  const auto same = merged(kOdd, kOdd);
  CHECK(same.unchanged);
  CHECK(same.markdown == kOdd);
  // Spelled otherwise, read alike.
  CHECK(merged("A *word*  and\na **strong** one.", "A _word_ and a __strong__ one.\n").unchanged);
}

TEST_CASE("a paragraph that is edited leaves every other byte as it was") {
  std::string edited = kOdd;
  edited.replace(edited.find("A quote"), 7, "Another quote");
  std::string expected = kOdd;
  expected.replace(expected.find("> A quote\ngoes on.\n"), 19, "> Another quote goes on.\n");
  CHECK(after(kOdd, edited) == expected);
}

TEST_CASE("blocks are put in, taken out and moved with an empty line around them") {
  const std::string base = "# One\nalpha\n\nbeta\n\ngamma\n";
  CHECK(after(base, "# One\nalpha\n\nnew\n\nbeta\n\ngamma") == "# One\nalpha\n\nnew\n\nbeta\n\ngamma\n");
  CHECK(after(base, "# One\n\nbeta\n\ngamma") == "# One\n\nbeta\n\ngamma\n");
  CHECK(after(base, "alpha\n\nbeta\n\ngamma") == "alpha\n\nbeta\n\ngamma\n");
  CHECK(after(base, "# One\nalpha\n\nbeta") == "# One\nalpha\n\nbeta\n");
  CHECK(after(base, "# One\nalpha\n\nbeta\n\ngamma\n\ndelta") == base + "\ndelta\n");
  CHECK(after("alpha\n\nbeta", "beta\n\nalpha") == "beta\n\nalpha\n");
  CHECK(after("", "first\n\n- a\n- b") == "first\n\n- a\n- b\n");
  CHECK(after("gone\n\n[law]: https://example.org\n\nSee [law].\n", "See [law](https://example.org).") ==
        "[law]: https://example.org\n\nSee [law].\n");
}

TEST_CASE("a block that only moved keeps its bytes, with its footnotes") {
  const std::string base = "Alpha _one_ and __two__,\nwrapped.[^law]\n\nbeta\n\n* x\n* y\n\n[^law]: The _law_.\n";
  CHECK(after(base, "beta\n\n- x\n- y\n\nAlpha *one* and **two**, wrapped.[^1]\n\n[^1]: The *law*.\n") ==
        "beta\n\n* x\n* y\n\nAlpha _one_ and __two__,\nwrapped.[^law]\n\n[^law]: The _law_.\n");
  CHECK(after(base, "- x\n- y\n\nAlpha *one* and **two**, wrapped.[^1]\n\nbeta, edited\n\n[^1]: The *law*.\n") ==
        "* x\n* y\n\nAlpha _one_ and __two__,\nwrapped.[^law]\n\nbeta, edited\n\n[^law]: The _law_.\n");
}

TEST_CASE("a first text is a change") {
  CHECK_FALSE(merged("", "first").unchanged);
  CHECK(merged("", "").unchanged);
  CHECK(merged("\n", "").markdown == "\n");
}

TEST_CASE("an edited list, table and block of code keep what Word does not show") {
  CHECK(after("- a\n\n- b\n", "- a\n\n- c\n") == "- a\n\n- c\n");
  CHECK(after("3. a\n4. b\n", "3. a\n4. b\n5. c\n") == "3. a\n4. b\n5. c\n");
  CHECK(after("| a | b |\n|--:|:-:|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 3 |\n") ==
        "| a | b |\n| --: | :-: |\n| 1 | 3 |\n");
  CHECK(after("~~~sql\nselect 1;\n~~~\n", "```\nselect 2;\n```\n") == "```sql\nselect 2;\n```\n");
}

TEST_CASE("a footnote keeps its name while it says the same, and goes when nothing refers to it") {
  const std::string base = "One[^law] and two.[^x]\n\nThree.[^law]\n\n[^law]: The law.\n[^x]: Another.\n";
  CHECK(after(base, "One[^1] and 2.[^2]\n\nThree.[^3]\n\n[^1]: The law.\n[^2]: Another.\n[^3]: The law.\n") ==
        "One[^law] and 2.[^x]\n\nThree.[^law]\n\n[^law]: The law.\n[^x]: Another.\n");
  CHECK(after(base, "One and two.\n\nThree.[^1]\n\n[^1]: The law.\n") ==
        "One and two.\n\nThree.[^law]\n\n[^law]: The law.\n");
  CHECK(after("A.[^n]\n\n[^n]: Old.\n\nB.\n", "A.[^1]\n\nB.\n\n[^1]: New.\n") == "A.[^n]\n\n[^n]: New.\n\nB.\n");
  CHECK(after("A.\n", "A.[^1]\n\n[^1]: New.\n\n    More.\n") == "A.[^1]\n\n[^1]: New.\n\n    More.\n");
}

TEST_CASE("what is written anew reads back as it was meant") {
  for (const std::string text :
       {"**bold***italic* and ~~struck **both** out~~", "a*b*c", "x **y**z",
        "`a|b` *c* \\* 1\\. [t](https://e.org/?a=1&b=2)", "*a **b** c*", "**a *b***", "***x*** y",
        "- a\n\n  second\n\n- b\n  1. c\n  2. d\n", "1. a\n   - b\n     > c\n\n2. d\n", "> a\n>\n> - b\n> - c\n",
        "| a\\|b | `c\\|d` |\n|---|---|\n| x<br>y | **z** |\n", "line\\\nbreak[^1]\n\n[^1]: a\n\n    - b\n",
        "# A & B <c>\n\n#hash +plus\n\n12\\) x", "https://example.org/a_b and _c_", "[**b** t](#obj-07)",
        "```\n``\n\n    x\n```\n", "Türkmenistanyň \"Garaşsyzlyk\"; миграция — «да»…"}) {
    CAPTURE(text);
    const auto result = merged("", text);
    CHECK_FALSE(result.plainer);
    CHECK(documents::key_of(documents::read_markdown(result.markdown)) ==
          documents::key_of(documents::read_markdown(text)));
  }
}

TEST_CASE("a footnote in the cell of an edited table is kept") {
  CHECK(after("| a |\n|---|\n| b[^x] |\n\n[^x]: Note.\n",
              "| a |\n|---|\n| c[^1]<br>d[^2] |\n\n[^1]: Note.\n[^2]: More.\n") ==
        "| a |\n| --- |\n| c[^x]<br>d[^1] |\n\n[^x]: Note.\n\n[^1]: More.\n");
}

TEST_CASE("lists with nothing to be seen between them are one, and still come back byte for byte") {
  const std::string base = "- a\n\n<!-- between -->\n\n* b\n\n[^n]: A note nobody refers to.\n\n+ c\n";
  CHECK(merged(base, "- a\n- b\n- c\n").unchanged);
}

TEST_CASE("a picture of the section is words in a form, and comes back as what it is") {
  const std::string base = "![A *map*](map.png \"The (old) map\")\n\nSee ![it](it.svg) here.\n";
  CHECK(merged(base, base).unchanged);
  CHECK(after(base, "See ![it](it.svg) now.\n\n![A map](map.png \"The (old) map\")\n") ==
        "See ![it](it.svg) now.\n\n![A *map*](map.png \"The (old) map\")\n");
  CHECK(after("", "Text ![a \\[b\\]](new.png \"c\")") == "Text ![a \\[b\\]](new.png \"c\")\n");
  const auto found = documents::find_picture("see ![x](y.z) ![What](map.png “Caption (1)”), and");
  REQUIRE(found);
  CHECK(found->picture.name == "map.png");
  CHECK(found->picture.alternative == "What");
  CHECK(found->picture.caption == "Caption (1)");
  for (const char* text : {"![a](http://e.org/x.png)", "![a](../x.png)", "![a] (map.png)", "![a](map.png b)",
                           "![a](map.png", "[a](map.png)"}) {
    CHECK_FALSE(documents::find_picture(text));
  }
}
