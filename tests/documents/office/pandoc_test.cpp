#include "documents/office/pandoc.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "documents/office/office_tree.hpp"
#include "documents/office/pandoc_tree.hpp"
#include "documents/sample_document.hpp"

using namespace office_tree;
using namespace sample;

namespace {

documents::Document with_contribution() {
  auto report = of_texts({"a"});
  documents::Contribution line;
  line.section_id = "s1";
  line.section_title = "Title of s1";
  line.lead = "Ministry of Labour";
  line.contributors = {"Health", "Justice"};
  line.revisions = 1200;
  line.last_saved_on = "2026-01-14";
  line.approvals = {{"Clearance", "Labour", "2026-01-14", ""},
                    {"Last step", "Coordinator", "2026-01-15", "no one else"}};
  report.contributions.push_back(line);
  return report;
}

}  // namespace

TEST_CASE("pandoc is told the version of its tree and who wrote what for whom") {
  const Json tree = Json::parse(documents::to_pandoc(document(), {1, 23}, OfficeFormat::docx).json);
  CHECK(tree["pandoc-api-version"] == Json::array({1, 23}));
  const Json& meta = tree["meta"];
  CHECK(words_of(meta["title"]["c"]) == "Report");
  CHECK(words_of(meta["subtitle"]["c"]) == "National report");
  CHECK(words_of(meta["author"]["c"][0]["c"]) == "Turkmenistan");
  CHECK(meta["lang"]["c"] == "en");
  CHECK(meta["subject"]["c"] == "National report");
  CHECK(meta["forum_date"]["c"] == "2026-05-05");
  CHECK(meta["as_of"]["c"] == "2026-01-15T09:00:00.000Z");
  CHECK(contains(meta["description"]["c"].get<std::string>(), "15 January 2026, 09:00 UTC"));
}

TEST_CASE("a text is one element with single spaces, and a space at its end is one of its own") {
  const Json space{{"t", "Space"}};
  const Json both{{"t", "Str"}, {"c", "two words"}};
  CHECK(documents::pandoc::words("two words") == Json::array({both}));
  CHECK(documents::pandoc::words(" two\r\n \twords\n") == Json::array({space, both, space}));
  CHECK(documents::pandoc::words("two words ") == Json::array({both, space}));
  CHECK(documents::pandoc::words(" \n ") == Json::array({space}));
  CHECK(documents::pandoc::words("") == Json::array());
}

TEST_CASE("the title page of a file for word processors has the facts and the notes of a draft") {
  auto report = of_texts({"a"});
  report.sections[0].state = "draft";
  const Json tree = office_tree_of(report);
  const auto facts = styled(tree, "Fact");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0]["c"][1].size() == 4);
  CHECK(words_of(facts[0]["c"][1][0]) == "First day of the forum: 5 May 2026");
  const auto remarks = styled(tree, "Remark");
  REQUIRE(remarks.size() == 1);
  CHECK(words_of(remarks[0]) == "Draft. Sections with a text that is not approved yet: 1 / 1");
}

TEST_CASE("sections become real headings under the names that links use, texts get theirs below") {
  auto report = of_texts({"# Inside\n\nSee [there](#s2), [nowhere](#s9) and [out](https://a.example/b?c=1&d=2).", "b"});
  report.sections[1].depth = 2;
  const Json tree = office_tree_of(report);
  const auto headings = all(tree, "Header");
  REQUIRE(headings.size() == 4);
  CHECK(heading_of(headings[0]) == "1 #s1 Title of s1");
  CHECK(heading_of(headings[1]) == "2 # Inside");
  CHECK(heading_of(headings[2]) == "2 #s2 Title of s2");
  CHECK(heading_of(headings[3]) == "1 #contributions Who contributed what");
  const auto links = all(tree, "Link");
  REQUIRE(links.size() == 2);
  CHECK(links[0]["c"][2][0] == "#s2");
  CHECK(links[1]["c"][2][0] == "https://a.example/b?c=1&d=2");
  CHECK(contains(words_of(tree["blocks"]), "See there, nowhere and out."));
}

TEST_CASE("what looks like markup reaches the word processor letter by letter") {
  const Json tree = office_tree_of(of_texts({"\\*a\\* $b$ &lt;x> \\[^1] \"q\" -- `c*d`\n\n```\n<w:p/>\n```"}));
  CHECK(contains(words_of(tree["blocks"]), "*a* $b$ <x> [^1] \"q\" -- c*d<w:p/>"));
  CHECK(all(tree, "Emph").empty());
  CHECK(all(tree, "Math").empty());
  CHECK(all(tree, "Code").at(0)["c"][1] == "c*d");
  CHECK(all(tree, "CodeBlock").at(0)["c"][1] == "<w:p/>");
  CHECK_FALSE(contains(raw_of(tree), "<x>"));
}

TEST_CASE("titles are escaped where they are written as the word processor's own XML") {
  auto report = of_texts({"a"});
  report.sections[0].title = "Laws & <orders>";
  for (const auto format : {OfficeFormat::docx, OfficeFormat::odt}) {
    const std::string raw = raw_of(office_tree_of(report, format));
    CHECK(contains(raw, "1 Laws &amp; &lt;orders&gt;"));
    CHECK_FALSE(contains(raw, "<orders>"));
  }
}

TEST_CASE("emphases, line breaks and quotes keep their kind") {
  const Json tree = office_tree_of(of_texts({"*a* **b** ~~c~~ d\\\ne\n\n> f\n\n---"}));
  CHECK(words_of(all(tree, "Emph").at(0)) == "a");
  CHECK(words_of(all(tree, "Strong").back()) == "b");
  CHECK(words_of(all(tree, "Strikeout").at(0)) == "c");
  CHECK(all(tree, "LineBreak").size() == 1);
  CHECK(words_of(all(tree, "BlockQuote").at(0)) == "f");
  CHECK(all(tree, "HorizontalRule").size() == 1);
}

TEST_CASE("lists nest, begin at their number and are close or loose") {
  const Json tree = office_tree_of(of_texts({"- a\n  1. b\n  2. c\n- d\n\ntext\n\n3. e\n\n4. f"}));
  const Json bullets = all(tree, "BulletList").at(0)["c"];
  REQUIRE(bullets.size() == 2);
  CHECK(bullets[0][0]["t"] == "Plain");
  REQUIRE(bullets[0].size() == 2);
  CHECK(bullets[0][1]["t"] == "OrderedList");
  CHECK(words_of(bullets[0][1]["c"][1][1]) == "c");
  const auto numbered = all(tree, "OrderedList");
  REQUIRE(numbered.size() == 2);
  CHECK(numbered[0]["c"][0][0] == 1);
  CHECK(numbered[1]["c"][0][0] == 3);
  CHECK(numbered[1]["c"][1][0][0]["t"] == "Para");
}

TEST_CASE("footnotes are real notes in the order of their numbers, each written once") {
  const Json tree =
      office_tree_of(of_texts({"a[^x] b[^1] c[^x]\n\n[^1]: first one\n[^x]: first x", "d[^1]\n\n[^1]: second"}));
  const auto notes = all(tree, "Note");
  REQUIRE(notes.size() == 3);
  CHECK(words_of(notes[0]["c"]) == "first x");
  CHECK(words_of(notes[1]["c"]) == "first one");
  CHECK(words_of(notes[2]["c"]) == "second");
  const auto again = all(tree, "Link");
  REQUIRE(again.size() == 1);
  CHECK(again[0]["c"][2][0] == "#fnref-1");
  CHECK(words_of(all(again[0], "Superscript").at(0)) == "1");
  CHECK(all(tree, "Span").at(0)["c"][0][0] == "fnref-1");
}

TEST_CASE("a note that only another note refers to follows in that note, under its number") {
  const Json tree = office_tree_of(of_texts({"a[^1]\n\n[^1]: one[^2]\n[^2]: two[^2] # [^1]", "b[^1]\n\n[^1]: three"}));
  const auto notes = all(tree, "Note");
  REQUIRE(notes.size() == 2);
  CHECK(words_of(notes[0]["c"]) == "one33two3 # 1");
  CHECK(words_of(notes[1]["c"]) == "three");
  CHECK(all(notes[0]["c"], "Note").empty());
}

TEST_CASE("headings inside a footnote are strong lines") {
  const Json tree = office_tree_of(of_texts({"a[^1]\n\n[^1]: one\n\n    # two\n\n    - three"}));
  const Json note = all(tree, "Note").at(0);
  CHECK(all(note, "Header").empty());
  CHECK(words_of(all(note, "Strong").at(0)) == "two");
  CHECK(words_of(all(note, "BulletList").at(0)) == "three");
}

TEST_CASE("a table for Word has a head, alignments and columns as wide as their texts") {
  const Json tree = office_tree_of(
      of_texts({"Figures\n\n| Group of persons | n | 2025 |\n|:--|:-:|--:|\n| **Workers** with a permit | `x` "
                "| 14,1 |\n| a | | 2 |"}));
  CHECK(first_table(tree) ==
        std::vector<std::string>{"|Group of persons|n|2025", "|Workers with a permit|x|14,1", "|a||2"});
  const Json columns = all(tree, "Table").at(0)["c"][2];
  CHECK(columns[0][0]["t"] == "AlignLeft");
  CHECK(columns[1][0]["t"] == "AlignCenter");
  CHECK(columns[2][0]["t"] == "AlignRight");
  double width = 0;
  for (const auto& column : columns) width += column[1]["c"].get<double>();
  CHECK(width == doctest::Approx(1));
  CHECK(columns[0][1]["c"].get<double>() > 2 * columns[2][1]["c"].get<double>());
  CHECK(words_of(styled(tree, "Lead").at(0)) == "Figures");
}

TEST_CASE("a table for OpenDocument is written out with styles of its own") {
  const Json tree = office_tree_of(of_texts({"| a | b |\n|--|--:|\n| c | d |"}), OfficeFormat::odt);
  CHECK(all(tree, "Table").empty());
  const std::string raw = raw_of(tree);
  CHECK(occurrences(raw, "<table:table ") == 2);  // with the annex
  CHECK(occurrences(raw, "<table:table-header-rows>") == 2);
  CHECK(occurrences(raw, "<table:table-row ") == occurrences(raw, "</table:table-row>"));
  CHECK(occurrences(raw, "<table:table-cell ") == 2 + 2 + 6);
  CHECK(occurrences(raw, "</table:table-cell>") == 2 + 2 + 6);
  CHECK(words_of(styled(tree, "TableHeadRight").at(0)) == "b");
  CHECK(words_of(styled(tree, "TableTextRight").at(0)) == "d");
  CHECK(styled(tree, "TableTextRight").at(0)["c"][1][0]["t"] == "Para");
}

TEST_CASE("the widths of columns are whole percents and keep long words whole") {
  documents::pandoc::Table table;
  table.alignments = {0, 0, 0};
  table.header = {{Json::array(), 3, 3}, {Json::array(), 12, 12}, {Json::array(), 300, 9}};
  const auto widths = documents::pandoc::column_widths(table);
  REQUIRE(widths.size() == 3);
  CHECK(widths[0] + widths[1] + widths[2] >= 99);
  CHECK(widths[0] + widths[1] + widths[2] <= 101);
  CHECK(widths[0] < widths[1]);
  CHECK(widths[1] >= 16);
  CHECK(widths[2] > widths[1]);
}

TEST_CASE("a text in another language is marked in both formats") {
  auto report = of_texts({"Один *два* `три` [a&b](https://a.example)[^1]\n\n[^1]: сноска"});
  report.sections[0].language = "ru";
  report.sections[0].fallback = true;
  const Json word = office_tree_of(report);
  const std::string raw = raw_of(word);
  CHECK(contains(raw, "<w:r><w:rPr><w:lang w:val=\"ru\"/></w:rPr><w:t xml:space=\"preserve\">Один </w:t></w:r>"));
  CHECK(contains(raw, "<w:i/><w:lang w:val=\"ru\"/></w:rPr><w:t xml:space=\"preserve\">два</w:t>"));
  CHECK(contains(raw,
                 "<w:rStyle w:val=\"VerbatimChar\"/><w:lang w:val=\"ru\"/></w:rPr><w:t xml:space=\"preserve\">три<"));
  CHECK(contains(raw,
                 "<w:rStyle w:val=\"Hyperlink\"/><w:lang w:val=\"ru\"/></w:rPr><w:t xml:space=\"preserve\">a&amp;b<"));
  CHECK(contains(raw_of(all(word, "Note").at(0)), "сноска"));
  CHECK(words_of(styled(word, "Remark").at(0)) ==
        "There is no valid translation yet: the source text is shown. Language of the text: Russian.");
  const Json open = office_tree_of(report, OfficeFormat::odt);
  const auto spans = all(open, "Span");
  REQUIRE(spans.size() == 2);  // the text and its note
  CHECK(spans[0]["c"][0][2] == Json::array({Json::array({"lang", "ru"})}));
  CHECK(contains(words_of(spans[0]), "Один два три a&b"));
}

TEST_CASE("the fixed words of a report in a language they are not known in are marked") {
  auto report = document("uz");
  report.sections.push_back(sample::section("s1"));
  report.sections[0].title_language = "uz";
  const Json tree = office_tree_of(report, OfficeFormat::odt);
  CHECK(tree["meta"]["lang"]["c"] == "uz");
  const auto spans = all(styled(tree, "Fact").at(0), "Span");
  REQUIRE(spans.size() == 4);
  CHECK(spans[0]["c"][0][2] == Json::array({Json::array({"lang", "en"})}));
  CHECK(all(all(tree, "Header").at(0), "Span").empty());
}

TEST_CASE("gaps, declarations and texts that may not be read say so in a box") {
  auto report = of_texts({});
  for (const auto kind :
       {documents::ContentKind::gap, documents::ContentKind::nothing, documents::ContentKind::withheld}) {
    report.sections.push_back(sample::section("s" + std::to_string(report.sections.size() + 1)));
    report.sections.back().content = kind;
  }
  report.sections[0].state = "empty";
  report.sections[1].reason = "No <laws>\n\nwere *made*";
  const Json tree = office_tree_of(report);
  const auto gaps = styled(tree, "Gap");
  REQUIRE(gaps.size() == 2);
  CHECK(words_of(styled(tree, "GapLead").at(0)) == "No text yet.");
  CHECK(words_of(gaps[0]) == "State: not begun. Lead agency: not assigned yet.");
  CHECK(contains(words_of(styled(tree, "GapLead").at(1)),
                 "A text stands here that only its agencies and the coordinator can read."));
  const auto nothing = styled(tree, "Nothing");
  REQUIRE(nothing.size() == 1);
  CHECK(words_of(styled(tree, "NothingLead").at(0)) == "Nothing to report.");
  CHECK(words_of(nothing[0]) == "Reason: No <laws> were *made*");
  CHECK(all(nothing[0], "LineBreak").size() == 1);
}

TEST_CASE("the annex says who contributed what, with a link to the section") {
  const Json tree = office_tree_of(with_contribution());
  CHECK(first_table(tree) ==
        std::vector<std::string>{
            "|Section|Lead agency|Contributing agencies|Saved texts|Last saved|Approvals",
            "| Title of s1|Ministry of Labour|Health; Justice|1,200|14 January 2026|Clearance: Labour, 14 January 2026"
            "Last step: Coordinator, 15 January 2026 (approved a text of its own: no one else)"});
  CHECK(all(all(tree, "Table").at(0), "Link").at(0)["c"][2][0] == "#s1");
  CHECK(contains(raw_of(all(tree, "Table").at(0)), " REF _Toc000001 \\n \\t \\h "));
}

TEST_CASE("the contents of a Word file are a field that leads to every section before it is updated") {
  auto report = of_texts({"a", "b"});
  report.sections[1].depth = 2;
  const Json tree = office_tree_of(report);
  const std::string raw = raw_of(tree);
  CHECK(contains(raw, "TOC \\o \"1-2\" \\h \\z"));
  CHECK(contains(raw, "<w:pStyle w:val=\"TOC2\"/></w:pPr><w:hyperlink w:anchor=\"_Toc000002\""));
  CHECK(contains(raw, "1.1 Title of s2</w:t>"));
  CHECK(contains(raw, "Annex A. Who contributed what</w:t>"));
  for (const char* name : {"_Toc000001", "_Toc000002", "_Toc000003"}) {
    CHECK(occurrences(raw, std::string("w:name=\"") + name + "\"") == 1);
    CHECK(occurrences(raw, std::string("w:anchor=\"") + name + "\"") == 1);
  }
  CHECK(occurrences(raw, "w:fldCharType=\"begin\"") == occurrences(raw, "w:fldCharType=\"end\""));
  CHECK_FALSE(contains(raw, "<w:tab/>"));  // no column that would stand empty
}

TEST_CASE("a heading of a text takes no bookmark of a section, nor an id of its own") {
  auto report = of_texts({"# s2\n\n## _Toc000002\n\n> # contributions", "b", "[c](#s2)"});
  report.sections.push_back(text("contributions", "d"));
  const Json tree = office_tree_of(report);
  std::multiset<std::string> ids;
  for (const auto& heading : all(tree, "Header")) ids.insert(heading["c"][1][0].get<std::string>());
  for (const char* id : {"s1", "s2", "s3", "contributions", "contributions_"}) {
    CAPTURE(id);
    CHECK(ids.count(id) == 1);
  }
  CHECK(ids.size() == ids.count("") + 5);
  CHECK(occurrences(raw_of(tree), "w:name=\"_Toc000002\"") == 1);
}

TEST_CASE("the contents of an OpenDocument file lead to every section with its page") {
  const std::string raw = raw_of(office_tree_of(of_texts({"a"}), OfficeFormat::odt));
  CHECK(contains(raw, "xlink:href=\"#s1\""));
  CHECK(contains(raw, "<text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"s1\">"));
  CHECK(contains(raw, "text:ref-name=\"contributions\""));
}

TEST_CASE("the contents and every annex begin a page") {
  auto report = of_texts({"a", "b"});
  report.sections[1].annex = true;
  CHECK(occurrences(raw_of(office_tree_of(report)), "<w:pStyle w:val=\"PageBreak\"/>") == 2);
  CHECK(occurrences(raw_of(office_tree_of(report, OfficeFormat::odt)), "text:style-name=\"PageBreak\"") == 2);
}

TEST_CASE("who contributed what stands on pages that are turned") {
  auto report = of_texts({"a"});
  CHECK(occurrences(raw_of(office_tree_of(report)), "<w:sectPr>") == 2);
  CHECK(occurrences(raw_of(office_tree_of(report)), "<w:sectPr><w:pgSz w:orient=\"landscape\"/></w:sectPr>") == 1);
  CHECK(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "\"PageBreak_20_Wide_20_Draft_20_en\""));
  report.draft = false;
  CHECK(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "\"PageBreak_20_Wide\""));
}

TEST_CASE("the pages of a draft in OpenDocument are those with the watermark of its language") {
  auto report = document("ru");
  CHECK(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "Contents_20_Heading_20_Draft_20_ru"));
  report.draft = false;
  CHECK_FALSE(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "_Draft_"));
}

TEST_CASE("a report that runs from the right says so in Word, and so do its parts that run otherwise") {
  auto report = document("ar");
  report.sections.push_back(text("s1", "English words."));
  report.sections.push_back(text("s2", "كلمات"));
  report.sections.back().language = "ar";
  const Json tree = office_tree_of(report);
  CHECK(tree["meta"]["dir"]["c"] == "rtl");
  const auto parts = all(tree["blocks"], "Div");
  const auto runs_left = [](const Json& div) {
    return div["c"][0][2] == Json::parse(R"([["lang", "en"], ["dir", "ltr"]])");
  };
  CHECK(std::ranges::count_if(parts, runs_left) == 1);
  const std::string raw = raw_of(tree);
  CHECK(contains(raw, "<w:pStyle w:val=\"TOCHeading\"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/><w:lang w:bidi=\"ar\"/>"));
  CHECK(contains(raw, "<w:pStyle w:val=\"TOC1\"/><w:bidi/></w:pPr>"));
  CHECK(contains(raw, "<w:lang w:val=\"en\"/></w:rPr><w:t xml:space=\"preserve\">English words."));
}

TEST_CASE("an Arabic text in an English report runs from the right, and a Chinese one is marked as Word does") {
  auto report = document();
  report.sections.push_back(text("s1", "كلمات"));
  report.sections.back().language = "ar";
  report.sections.push_back(text("s2", "文本"));
  report.sections.back().language = "zh-Hant";
  const Json tree = office_tree_of(report);
  CHECK_FALSE(tree["meta"].contains("dir"));
  CHECK(contains(tree.dump(), R"([["lang","ar"],["dir","rtl"]])"));
  CHECK(contains(tree.dump(), R"([["lang","zh-Hant"]])"));
  const std::string raw = raw_of(tree);
  CHECK(contains(raw, "<w:rtl/><w:lang w:bidi=\"ar\"/></w:rPr><w:t xml:space=\"preserve\">كلمات"));
  CHECK(contains(raw, "<w:lang w:eastAsia=\"zh-TW\"/></w:rPr><w:t xml:space=\"preserve\">文本"));
}

TEST_CASE("in OpenDocument, words that run otherwise than the document are kept together with their stops") {
  auto report = document("ar");
  report.sections.push_back(text("s1", "First item!"));
  report.sections.push_back(text("s2", "كلمات"));
  report.sections.back().language = "ar";
  const std::string words = words_of(office_tree_of(report, OfficeFormat::odt)["blocks"]);
  CHECK(contains(words, "\u2066First item!\u2069"));
  CHECK_FALSE(contains(words, "\u2067"));
  CHECK_FALSE(contains(words_of(office_tree_of(report)["blocks"]), "\u2066"));
}

TEST_CASE("a chapter opens a page where the report wants it, but for the first, which has one") {
  auto report = of_texts({"One.", "Two."});
  report.sections.push_back(text("laws", "Three."));
  report.sections.back().annex = true;
  const auto pages = [&](OfficeFormat format) {
    return occurrences(raw_of(office_tree_of(report, format)), "=\"PageBreak\"");
  };
  CHECK(pages(OfficeFormat::docx) == 2);  // the first chapter and the annex
  CHECK(pages(OfficeFormat::odt) == 2);
  report.layout.chapters_on_new_page = true;
  CHECK(pages(OfficeFormat::docx) == 3);
  CHECK(pages(OfficeFormat::odt) == 3);
}

TEST_CASE("an annex that comes first has no empty page before it") {
  auto report = of_texts({"One."});
  report.sections[0].annex = true;
  CHECK(occurrences(raw_of(office_tree_of(report)), "=\"PageBreak\"") == 1);
}
