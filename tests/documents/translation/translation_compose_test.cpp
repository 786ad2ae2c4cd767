// Texts taken apart into units and put together again.
#include "documents/translation/translation_compose.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"

using documents::PartKind;
using documents::TextUnits;
using documents::UnitParts;

namespace {

const std::string kText =
    "# Heading\n"
    "\n"
    "Some **bold** and [a link](https://example.org/a_b) with `code`[^law] in\n"
    "two lines.\n"
    "\n"
    "* first\n"
    "  * nested\n"
    "* second\n"
    "\n"
    "> Quoted.\n"
    "\n"
    "| a | b |\n"
    "|:--|--:|\n"
    "| x<br>y |  |\n"
    "\n"
    "```\nkept\n```\n"
    "\n"
    "[^law]: The law.\n";

std::vector<UnitParts> parts_of(const std::string& markdown) {
  std::vector<UnitParts> list;
  const TextUnits text(markdown);
  for (const auto& unit : text.units()) list.push_back(unit.parts);
  return list;
}

// Every text in capitals: a translation of all units that keeps their codes.
std::vector<UnitParts> loud(std::vector<UnitParts> list) {
  for (auto& parts : list) {
    for (auto& part : parts) {
      for (char& c : part.text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      }
    }
  }
  return list;
}

std::string texts_of(const std::vector<UnitParts>& list) {
  std::string text;
  for (const auto& parts : list) text += (text.empty() ? "" : "|") + documents::text_of(parts);
  return text;
}

UnitParts words(const std::string& text) { return {{PartKind::text, text, 0}}; }

}  // namespace

TEST_CASE("a text has a unit for each heading, paragraph, item, cell and footnote") {
  const TextUnits text(kText);
  CHECK(texts_of(parts_of(kText)) ==
        "Heading|Some bold and a link with  in two lines.|first|nested|second|Quoted.|a|b|xy|The law.");
  const auto& codes = text.units()[1].codes;
  REQUIRE(codes.size() == 4);
  CHECK(codes[0].begin == "**");
  CHECK(codes[1].end == "](https://example.org/a_b)");
  CHECK(codes[2].begin == "`code`");
  CHECK(codes[3].begin == "[^law]");
  CHECK(text.blocks().size() == 7);
}

TEST_CASE("a translation is written in the shape of the source, line by line where it can be") {
  const std::string written = documents::compose_translation(kText, std::nullopt, loud(parts_of(kText)));
  CHECK(written ==
        "# HEADING\n"
        "\n"
        "SOME **BOLD** AND [A LINK](https://example.org/a_b) WITH `code`[^law] IN TWO LINES.\n"
        "\n"
        "- FIRST\n"
        "  - NESTED\n"
        "- SECOND\n"
        "\n"
        "> QUOTED.\n"
        "\n"
        "| A | B |\n"
        "| :-- | --: |\n"
        "| X<br>Y |  |\n"
        "\n"
        "```\nkept\n```\n"
        "\n"
        "[^law]: THE LAW.\n");
}

TEST_CASE("a translation that is there keeps every byte of the blocks that do not change") {
  const std::string present = "Heading\n=======\n\n\n*  one,\n   odd\n*  two\n\n\nLast   \n";
  const std::string source = "# A\n\n- b\n- c\n\nd\n";
  const auto targets = documents::align_translation(TextUnits(source), TextUnits(present));
  REQUIRE(targets.size() == 4);
  std::vector<UnitParts> same;
  for (const auto& target : targets) same.push_back(target.value());
  CHECK(documents::compose_translation(source, present, same) == present);
  same[3] = words("Changed");
  CHECK(documents::compose_translation(source, present, same) ==
        "Heading\n=======\n\n\n*  one,\n   odd\n*  two\n\n\nChanged\n");
}

TEST_CASE("a translation that is built otherwise gives way to the shape of the source") {
  CHECK(documents::align_translation(TextUnits("a\n\nb\n"), TextUnits("- a\n- b\n")).empty());
  CHECK(documents::compose_translation("a\n\nb\n", "- x\n- y\n", {words("x"), words("y")}) == "x\n\ny\n");
}

TEST_CASE("whatever a translator writes is text and no markup") {
  for (const char* text :
       {"*stars* and _lines_", "# no heading", "- no item", "1. no list", "[no](link)", "<b>none</b>", "a | b",
        "back\\slash", "&amp;", "`no code`", "> no quote", "[^1]", "| x |", "+ plus", "~~none~~", "---", "a  b"}) {
    CAPTURE(text);
    const std::string written =
        documents::compose_translation("x\n\n| t |\n|---|\n", std::nullopt, {words(text), words(text)});
    const auto read = parts_of(written);
    REQUIRE(read.size() == 2);
    CHECK(documents::text_of(read[0]) == text);
    CHECK(documents::text_of(read[1]) == text);
  }
}

TEST_CASE("codes may stand in another order, and footnotes keep their names") {
  const std::string source = "See **this**[^b] and *that*[^a].\n\n[^a]: First.\n[^b]: Second.\n";
  auto targets = parts_of(source);
  // "that" first, then "this"
  targets[0] = {{PartKind::open, "", 2},    {PartKind::text, "то", 0},  {PartKind::close, "", 2},
                {PartKind::single, "", 3},  {PartKind::text, " и ", 0}, {PartKind::open, "", 0},
                {PartKind::text, "это", 0}, {PartKind::close, "", 0},   {PartKind::single, "", 1}};
  const std::string written = documents::compose_translation(source, std::nullopt, targets);
  CHECK(written == "*то*[^a] и **это**[^b]\n\n[^a]: First.\n[^b]: Second.\n");
  CHECK(documents::compose_translation(source, written, targets) == written);
}

TEST_CASE("a picture is code around its alternative text, and its caption a unit of its own") {
  const std::string source = "![Map](map.png \"Roads of 2025\")\n\nEnd.\n";
  CHECK(texts_of(parts_of(source)) == "Map|Roads of 2025|End.");
  auto targets = parts_of(source);
  targets[0][1].text = "Карта";
  targets[1] = words("Дороги \"2025\"");
  const std::string written = documents::compose_translation(source, std::nullopt, targets);
  CHECK(written == "![Карта](map.png \"Дороги &quot;2025&quot;\")\n\nEnd.\n");
  CHECK(documents::compose_translation(source, written, targets) == written);
}

TEST_CASE("an emphasis with nothing in it, and an address that would become a link, are refused and named") {
  const std::string source = "One.\n\na *b* c\n\nTwo.\n\nThree.\n";
  auto targets = parts_of(source);
  targets[1] = {{PartKind::text, "a", 0}, {PartKind::open, "", 0}, {PartKind::close, "", 0}};
  targets[3] = words("See https://example.org");
  CHECK_THROWS_AS(documents::compose_translation(source, std::nullopt, targets), documents::Unwritable);
  CHECK(documents::unwritable_units(source, targets, 10) == std::vector<std::size_t>{1, 3});
  CHECK(documents::unwritable_units(source, targets, 1) == std::vector<std::size_t>{1});
  CHECK(documents::why_unwritable(targets[1]).english().find("no words") != std::string::npos);
  CHECK(documents::why_unwritable(targets[3]).english().find("an address") != std::string::npos);
}

TEST_CASE("code blocks are those of the source text, also where the translation has old ones") {
  const std::string present = "Раз.\n\n```\nold\n```\n\n*  два\n\n       old\n";
  const std::string source = "One.\n\n```\nnew\n```\n\n- two\n\n      old\n";
  std::vector<UnitParts> targets{words("Раз."), words("два")};
  CHECK(documents::compose_translation(source, present, targets) == "Раз.\n\n```\nnew\n```\n\n*  два\n\n       old\n");
  const std::string now = documents::compose_translation(source, present, targets);
  CHECK(documents::compose_translation(source, now, targets) == now);
}

TEST_CASE("the title of a link stays with it, and tells it from another") {
  const std::string source =
      "See [this](https://example.org \"The \\\"law\\\" | of 2025\").\n\n| [a](https://example.org \"b\") |\n|---|\n";
  auto targets = parts_of(source);
  targets[0][0].text = "См. ";
  targets[1][1].text = "а";
  const std::string written = documents::compose_translation(source, std::nullopt, targets);
  CHECK(written.find("https://example.org \"The &quot;law&quot;") != std::string::npos);
  CHECK(written.find("[а](https://example.org \"b\")") != std::string::npos);
  CHECK(documents::compose_translation(source, written, targets) == written);
  CHECK_FALSE(documents::align_translation(
      TextUnits(source),
      TextUnits("См. [это](https://example.org).\n\n| [а](https://example.org \"b\") |\n|---|\n"))[0]);
}

TEST_CASE("numbers, code and pictures without a word need no translation") {
  const TextUnits text("1,250 %\n\n`code` 7\n\n![](map.png)\n\n7 km\n\nЁ\n\n中\n");
  std::string needs;
  for (const auto& unit : text.units()) needs += documents::has_words(unit) ? 'w' : '-';
  CHECK(needs == "---www");
}
