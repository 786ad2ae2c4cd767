// What Typst is given of a report.
#include "documents/pdf/typst.hpp"

#include <doctest/doctest.h>

#include "documents/pdf/typst_string.hpp"
#include "documents/sample_document.hpp"

using namespace sample;
using documents::typst_language;
using documents::typst_string;
using documents::typst_words;

namespace {

std::string source_of(const documents::Document& report) { return documents::to_typst(report, "looks.typ").source; }

std::string source_of_text(const std::string& markdown) { return source_of(of_texts({markdown})); }

constexpr const char* kNoWidth = "\u200B";

std::string without_width_spaces(std::string text) {
  for (auto at = text.find(kNoWidth); at != std::string::npos; at = text.find(kNoWidth)) text.erase(at, 3);
  return text;
}

documents::Document showing(const std::vector<documents::DocumentPicture>& pictures) {
  std::string text;
  for (const auto& one : pictures) text += "![A map](" + one.name + ")\n\n";
  auto report = of_texts({text});
  report.sections.front().pictures = pictures;
  return report;
}

documents::DocumentPicture picture(int number, std::int64_t width, std::int64_t height, const std::string& type) {
  const std::string ending = type == "image/svg+xml" ? ".svg" : ".png";
  return {"p" + std::to_string(number) + ending,       type, std::to_string(number), 5, width, height,
          std::make_shared<const std::string>("bytes")};
}

}  // namespace

TEST_CASE("a text is a string of Typst, which it cannot end") {
  CHECK(typst_string(R"(a "b" \ #c $d$ [e] <f> @g)") == R"("a \"b\" \\ #c $d$ [e] <f> @g")");
  CHECK(typst_string("\\\") #import \"x\"") == R"("\\\") #import \"x\"")");
  CHECK(typst_string("a\nb\tc\r") == R"("a\nb\tc\n")");
  CHECK(typst_words(" a \n\t b  ") == R"(" a b ")");
}

TEST_CASE("what no font shows is replaced, and what only orders bytes is left out") {
  const std::string replaced = "\"\uFFFD\"";
  for (const char* text : {"\x01", "\xFF", "\uE000", "\uFFFE", "\U0001F8FF", "\u0378", "\U00020000", "\U00012000",
                           "\U00017000", "\U00018D00", "\U0010FFFD"}) {
    CAPTURE(text);
    CHECK(typst_string(text) == replaced);
  }
  CHECK(typst_string(std::string(1, '\0')) == replaced);
  CHECK(typst_string("a\uFEFFb") == "\"ab\"");
  CHECK(typst_string("ň ж ع 中 😀 \u200F") == "\"ň ж ع 中 😀 \u200F\"");
}

TEST_CASE("a word that fits on no line may be broken between any letters, and no other") {
  const std::string longest(70, 'a');
  CHECK(typst_words(longest) == "\"" + longest + "\"");
  const std::string broken = typst_words(longest + "a b");
  CHECK(occurrences(broken, kNoWidth) == 70);
  CHECK(without_width_spaces(broken) == "\"" + longest + "a b\"");
  CHECK(occurrences(typst_words("2026/01/15", 6), kNoWidth) == 9);
  CHECK(occurrences(typst_words("Administrations", 6), kNoWidth) == 0);  // is hyphenated
  CHECK(occurrences(typst_words("1\u03012\u0301", 1), kNoWidth) == 1);   // not before an accent
}

TEST_CASE("languages are told as Typst takes them") {
  CHECK(typst_language("ru") == "lang: \"ru\"");
  CHECK(typst_language("zh-Hans-CN") == "lang: \"zh\", region: \"CN\"");
  CHECK(typst_language("x-private") == "lang: \"und\"");
  CHECK(typst_language("") == "lang: \"und\"");
  CHECK(typst_language("e\"") == "lang: \"und\"");
}

TEST_CASE("nothing of a text is read as Typst's markup") {
  const std::string source = source_of_text("A #set page(width: 1pt) \\$x\\$ = z // no \\\\ \" ] ) ; @a ~ -- ...");
  CHECK(contains(source, "#par[#\"A #set page(width: 1pt) $x$ = z // no \\\\ \\\" ] ) ; @a ~ -- ...\";];"));
  CHECK(contains(source_of_text("`#x \\ \"]`"), "#code(\"#x \\\\ \\\"]\");"));
  CHECK(contains(source_of_text("```\n#x \"]\n  y\n```"), "#code-block(\"#x \\\"]\\n  y\\n\");"));
}

TEST_CASE("a note is at its first mention, with its number, and is only named at the next") {
  const std::string source = source_of_text("a[^x] b[^y] c[^x]\n\n[^x]: One[^z].\n[^y]: Two.\n[^z]: Inner.");
  CHECK(contains(source, "#\"a\";#note(\"1\", \"note:1\")[#\"One\";#note(\"3\", \"note:3\")[#\"Inner.\";];#\".\";];"));
  CHECK(contains(source, "#\" b\";#note(\"2\", \"note:2\")[#\"Two.\";];#\" c\";#note-again(\"1\", \"note:1\");"));
}

TEST_CASE("notes within notes are not deeper than Typst reads, and notes that name each other end") {
  std::string text = "a[^1]\n\n";
  for (int i = 1; i < 100; ++i)
    text += "[^" + std::to_string(i) + "]: n" + std::to_string(i) + "[^" + std::to_string(i + 1) + "]\n";
  const std::string source = source_of_text(text + "[^100]: end[^1]");
  CHECK(occurrences(source, "#note(") == 12);
  CHECK(occurrences(source, "#note-in-line[") == 88);
  CHECK(contains(source, "#\"end\";#note-again(\"1\", \"note:1\");"));
}

TEST_CASE("a table says which rows may be parted and how wide its columns are") {
  std::string words;
  for (int i = 0; i < 400; ++i) words += "many words ";
  const std::string source =
      source_of_text("Caption\n\n| A | B |\n| :-- | --: |\n| a | 11111 |\n| " + words + "| 2 |\n");
  CHECK(contains(source, "#lead[#\"Caption\";];\n#data-table(("));
  CHECK(contains(source, "(left,right,), 0, "));
  CHECK(contains(source, "header: ([#\"A\";],[#\"B\";],),\n[#\"a\";],[#\"11111\";],\ntall[#\"many words "));
  CHECK(contains(source, ", false, true,\n"));  // not whole on one page; the head is repeated
  CHECK(contains(source_of_text("| A |\n| --- |\n| a |"), ", true, true,\n"));
  CHECK(contains(source_of_text("| [A](https://a.b) |\n| --- |\n| a |"), ", true, false,\n"));
  CHECK(contains(source_of_text("| A[^1] |\n| --- |\n| a |\n\n[^1]: note"), ", true, false,\n"));
}

TEST_CASE("lists keep their numbers, headings their order, links their targets") {
  CHECK(contains(source_of_text("3. a\n4. b\n   - c\n"),
                 "#enum(start: 3, tight: true,\n[#\"a\";],\n[#\"b\";#list(tight: true,\n[#\"c\";],\n);\n],\n);"));
  const std::string headings = source_of_text("### Deep\n\n# High\n\n## Lower");
  CHECK(contains(headings,
                 "#text-heading(2)[#\"Deep\";];\n#text-heading(2)[#\"High\";];\n#text-heading(3)[#\"Lower\";];"));
  CHECK(contains(source_of_text("[a](https://a.b/\"c)"),
                 "#web-link(\"https://a.b/%22c\")[#\"a\";];#address(\"https://a.b/\\\"c\");"));
  CHECK(contains(source_of_text("https://a.b/c"), "#web-link(\"https://a.b/c\")[#\"https://a.b/c\";];];"));
  CHECK(contains(source_of_text("[a](#s1) [b](#s9)"), "#inner-link(\"s1\")[#\"a\";];#\" \";#\"b\";"));
}

TEST_CASE("a draft has its word across each page, and a final edition none") {
  auto report = document("ru");
  CHECK(contains(source_of(report), "state: [#\"Состояние доклада на: 15 января 2026 года, 09:00 UTC\";], page-of: "));
  CHECK(contains(source_of(report), "watermark: [#\"ПРОЕКТ\";], "));
  report.draft = false;
  CHECK(contains(source_of(report), "state: none, page-of: "));
  CHECK(contains(source_of(report), "watermark: none, "));
}

TEST_CASE("the file says who wrote it, what it is and in which language") {
  auto report = document("tk");
  report.format_title = "A \"national\" report";
  const std::string source = source_of(report);
  CHECK(contains(source,
                 "title: \"Report\", author: \"Türkmenistan\", description: \"A \\\"national\\\" report\", "
                 "keywords: (\"TKM\", \"2026-05-05\"), language: (lang: \"tk\")"));
}

TEST_CASE("a text in another language says so, and the words of the service around it as well") {
  auto report = of_texts({"Один ![x](none.png)"});
  report.sections[0].language = "ru";
  const std::string source = source_of(report);
  CHECK(contains(source, "#in-language(lang: \"ru\")[\n#par[#\"Один \";#missing[#in-language(lang: \"en\", "));
}

TEST_CASE("a page gets a smaller copy of a large picture, shown as wide as the text") {
  const auto typst =
      documents::to_typst(showing({picture(1, 9'600, 4'800, "image/png"), picture(2, 96, 48, "image/png")}), "x");
  CHECK(contains(typst.source, "\"picture-1.png.svg\", 163.000000, 81.500000, \"A map\", \"figure-1\", floats: true)"));
  CHECK(contains(typst.source, "\"picture-2.png.svg\", 25.400000, 12.700000, \"A map\", \"figure-2\");"));
  REQUIRE(typst.large.size() == 1);
  CHECK(*typst.large.at("picture-1.png").bytes == "bytes");
  CHECK(typst.large.at("picture-1.png").size == documents::PictureSize{2'400, 1'200});
  CHECK(typst.files.at("picture-2.png") == "bytes");
}

TEST_CASE("a picture stands in a drawing of its sides, as Typst would unpack it and keep it") {
  const auto typst = documents::to_typst(showing({picture(1, 9'600, 4'800, "image/png")}), "x");
  CHECK(typst.files.at("picture-1.png.svg") ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2400\" height=\"1200\"><image href=\"picture-1.png\" "
        "width=\"2400\" height=\"1200\" preserveAspectRatio=\"none\"/></svg>");
}

TEST_CASE("a high picture under a heading comes behind the first paragraph, as it may go to the foot of the page") {
  const auto order = [](std::int64_t height, const std::string& between) {
    auto report = of_texts({"## Routes\n\n" + between + "![A map](p1.png)\n\nFirst words.\n\nSecond words.\n"});
    report.sections.front().pictures = {picture(1, 600, height, "image/png")};
    const std::string source = source_of(report);
    CHECK(occurrences(source, "#picture-figure(") == 1);
    CHECK(stands_before(source, "#picture-figure(", "Second words."));
    return stands_before(source, "#picture-figure(", "First words.");
  };
  CHECK_FALSE(order(600, ""));
  CHECK(order(200, ""));
  CHECK(order(600, "Some words before.\n\n"));
}

TEST_CASE("a list of a few lines stays whole, and a long one may go on on the next page") {
  CHECK(contains(source_of_text("- a\n- b\n"), "#short-list[#list("));
  std::string items;
  for (int i = 0; i < 7; ++i) items += "- a\n";
  CHECK_FALSE(contains(source_of_text(items), "#short-list["));
  CHECK_FALSE(contains(source_of_text("- a\n\n  b\n- c\n"), "#short-list["));
  CHECK_FALSE(contains(source_of_text("- " + std::string(700, 'a') + "\n"), "#short-list["));
}

TEST_CASE(
    "what is too long for any word may be broken at fewer places, and at all of them where there is little room") {
  const auto breaks = [](std::size_t letters, std::size_t longest) {
    return occurrences(typst_words(std::string(letters, 'x'), longest), kNoWidth);
  };
  CHECK(breaks(1'000, 70) == 999);
  CHECK(breaks(100'000, 70) == 9'999);
  CHECK(breaks(100'000, 6) == 99'999);
}

TEST_CASE("drawings count as they are drawn, and are smaller where there are many") {
  std::vector<documents::DocumentPicture> drawings;
  for (int i = 0; i < 100; ++i) drawings.push_back(picture(i, 50, 50, "image/svg+xml"));
  const auto typst = documents::to_typst(showing(drawings), "x");
  REQUIRE(typst.drawings.size() == 100);
  const auto size = typst.drawings.begin()->second.size;
  CHECK(size.width < 1'500);
  CHECK(size.width > 1'000);
  const auto one = documents::to_typst(showing({drawings[0]}), "x");
  CHECK(one.drawings.begin()->second.size == documents::PictureSize{});
}

TEST_CASE("a chart is a figure with the words of its caption, and its numbers are in the annex") {
  const std::string source =
      source_of_text("Permits of *the* year (chart: bar)\n\n| A | 2025 |\n| --- | --: |\n| x | 3 |\n| y | 4 |\n");
  CHECK(contains(
      source, "#chart-figure([#\"Figure 1. \";], [#\"Permits of \";#emph[#\"the\";];#\" year\";], \"chart-1.svg\", "));
  CHECK(
      contains(source, "#numbers-caption(\"figure-1-numbers\")[#\"Permits of the year\"; (#inner-link(\"figure-1\")"));
  CHECK(contains(source, "([#\"Figure 1. \";], [#\"Permits of the year\";], \"figure-1\"),"));  // in the list
  CHECK(occurrences(source, "Permits of the year") == 3);  // and instead of seeing it
}

TEST_CASE("a table with a caption has its number, a label, a line in the list, and links that lead to it") {
  const std::string source = source_of_text(
      "See [it](#table:permits).\n\nPermits *issued* (table: permits)\n\n| A | B |\n| --- | --- |\n| a | b |\n");
  CHECK(contains(source, "target: \"table-1\", caption: ([#\"Table 1. \";], [#\"Permits \";#emph[#\"issued\";];]),"));
  CHECK(contains(source, "#inner-link(\"table-1\")["));
  CHECK(contains(source, "([#\"Table 1. \";], [#\"Permits issued\";], \"table-1\"),"));
  CHECK(occurrences(source, "#lead[") == 0);
}

TEST_CASE("what a report says of itself stands on the title page and behind it, and nothing where nothing is given") {
  auto report = document();
  CHECK_FALSE(contains(source_of(report), "#imprint-page("));
  CHECK_FALSE(contains(source_of(report), "#signature("));
  CHECK_FALSE(contains(source_of(report), "#abbreviations("));
  CHECK_FALSE(contains(source_of(report), "#list-of("));
  report.imprint.subtitle = {"Second cycle", "en"};
  report.imprint.place = {"Ashgabat", "en"};
  report.imprint.issued_on = "2026-02-12";
  report.imprint.disclaimer = {"One.\n\nTwo #x.", "en"};
  report.imprint.emblem = picture(1, 100, 100, "image/svg+xml");
  report.abbreviations = {{"GCM", "Global Compact"}};
  report.signatures = {"Head of the agency: Ministry"};
  const auto typst = documents::to_typst(report, "x");
  CHECK(contains(typst.source, "#title-page(emblem: (\"drawing-1.png.svg\", "));
  CHECK(contains(typst.source, "subtitle: [#\"Second cycle\";], issued: [#\"Ashgabat, 12 February 2026\";]"));
  CHECK(contains(typst.source, "disclaimer: ([#\"One.\";], [#\"Two #x.\";], )"));
  CHECK(contains(typst.source, "fact([#\"GCM\";], [#\"Global Compact\";]),"));
  CHECK(contains(typst.source, "#signature([#\"Head of the agency: Ministry\";], ["));
  CHECK(typst.drawings.contains("drawing-1.png"));
}

TEST_CASE("a part of a report has its sections alone, with headings that begin at the first level") {
  auto report = of_texts({"One.", "Two."});
  report.sections.push_back(text("deep", "# Within", 2));
  report.shown = {"deep"};
  const std::string source = source_of(report);
  CHECK(contains(source, "#part-heading(1, \"2.1\", \"deep\")"));
  CHECK(contains(source, "#text-heading(2)[#\"Within\";];"));
  CHECK_FALSE(contains(source, "One."));
  CHECK_FALSE(contains(source, "#contents("));
}

TEST_CASE("a chapter opens a page where the report wants it, and lines are of equal length unless it does not") {
  auto report = of_texts({"One."});
  CHECK(contains(source_of(report), "\"s1\")["));
  CHECK(contains(source_of(report), "justified: true)"));
  report.layout = {true, false};
  CHECK(contains(source_of(report), "\"s1\", opens-page: true)["));
  CHECK(contains(source_of(report), "justified: false)"));
}

TEST_CASE("a short paragraph with notes is not parted from them") {
  CHECK(contains(source_of_text("Text[^1].\n\n[^1]: Note."), "#noted[#\"Text\";#note("));
  std::string words;
  for (int i = 0; i < 100; ++i) words += "many words ";
  CHECK_FALSE(contains(source_of_text(words + "[^1].\n\n[^1]: Note."), "#noted["));
  CHECK_FALSE(contains(source_of_text("- Text[^1].\n\n[^1]: Note."), "#noted["));
}
