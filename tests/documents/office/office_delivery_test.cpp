// What a report is handed over with: captions, references, lists, title page, signatures.
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "documents/office/office_tree.hpp"
#include "documents/sample_document.hpp"

using namespace office_tree;
using namespace sample;

TEST_CASE("a caption's number is a field of Word under the word in front of it, and references take it from there") {
  const Json tree = office_tree_of(of_texts(
      {"Permits (table: permits)\n\n| a | b |\n|--|--|\n| c | d |\n\nas [](#table:permits), [see](#table:permits)"}));
  CHECK(words_of(styled(tree, "Caption").at(0)) == ". Permits");
  const std::string raw = raw_of(tree);
  CHECK(contains(raw, "w:name=\"_RefTable1\"/><w:r><w:t xml:space=\"preserve\">Table </w:t></w:r>"));
  CHECK(contains(raw, "> SEQ Table \\* ARABIC </w:instrText>"));
  CHECK(contains(raw, " REF _RefTable1 \\h "));
  CHECK(contains(raw, " REF _RefTable1_number \\h "));
  CHECK(contains(raw, " TOC \\h \\z \\c \"Table\" "));
  CHECK(contains(raw, "<w:hyperlink w:anchor=\"_RefTable1\" w:history=\"1\">"));
  const auto links = all(tree, "Link");
  REQUIRE(links.size() == 2);
  CHECK(links[1]["c"][2][0] == "#table-1");
  CHECK(words_of(links[1]) == "see\u00A0");
}

TEST_CASE("a caption's number is counted by OpenDocument, and references and lists follow it") {
  const Json tree =
      office_tree_of(of_texts({"Permits (table: permits)\n\n| a | b |\n|--|--|\n| c | d |\n\nas [](#table:permits)"}),
                     OfficeFormat::odt);
  const std::string raw = raw_of(tree);
  CHECK(contains(raw, "text:name=\"Table\" text:formula=\"ooow:Table+1\" style:num-format=\"1\">1</text:sequence>"));
  CHECK(contains(raw, "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/>"));
  CHECK(contains(raw, "<text:bookmark-ref text:reference-format=\"text\" text:ref-name=\"_RefTable1\">Table 1<"));
  CHECK(contains(raw, "<text:table-index text:name=\"Table list\">"));
  CHECK_FALSE(contains(raw, "<text:illustration-index "));
}

TEST_CASE("a part of a report has the numbers of the whole, and no contents") {
  const std::string table = "Permits (table)\n\n| a | b |\n|--|--|\n| c | d |";
  auto report = of_texts({table, table, table});
  report.shown = {"s2", "s3"};
  const std::string raw = raw_of(office_tree_of(report));
  CHECK(contains(raw, " SEQ Table \\* ARABIC \\r 2 "));
  CHECK(contains(raw, " SEQ Table \\* ARABIC </w:instrText>"));
  CHECK_FALSE(contains(raw, " TOC "));
  const auto tree = documents::to_pandoc(report, {1, 22}, OfficeFormat::docx);
  CHECK(tree.heading_lists.at(0).start == 2);
  CHECK(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "text:formula=\"ooow:2\""));
}

TEST_CASE("the emblem is handed over before the facts, the place of issue stands at the foot, the imprint behind") {
  auto report = of_texts({"a"});
  report.draft = false;
  report.imprint.emblem = documents::DocumentPicture{
      "emblem.png", "image/png", "", 4, 200, 100, std::make_shared<const std::string>("\x89PNG")};
  report.imprint.place = {"Ashgabat", "en"};
  report.imprint.issued_on = "2026-02-12";
  report.imprint.publisher = {"Ministry", "en"};
  report.imprint.disclaimer = {"No <promises>.", "en"};
  const Json tree = office_tree_of(report);
  CHECK(all(styled(tree, "Emblem").at(0), "Image").at(0)["c"][0][2] ==
        Json::parse(R"([["width", "60.0mm"], ["height", "30.0mm"]])"));
  CHECK(words_of(styled(tree, "Issued").at(0)) == "Ashgabat, 12 February 2026");
  const auto facts = styled(tree, "Fact");
  REQUIRE(facts.size() == 2);
  CHECK(contains(words_of(facts[1]), "Published by: Ministry"));
  CHECK(contains(words_of(tree["blocks"]), "No <promises>."));
  CHECK(
      contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "text:style-name=\"Issued\">Ashgabat, 12 February"));
}

TEST_CASE("who signs has a row of the last table, under a heading without a number") {
  auto report = of_texts({"a"});
  report.signatures = {"Head of the agency: Labour"};
  const Json tree = office_tree_of(report);
  CHECK(heading_of(all(tree, "Header").back()) == "1 #signatures Signatures");
  CHECK(contains(raw_of(all(tree, "Header").back()), "<w:numId w:val=\"0\"/>"));
  CHECK(contains(words_of(all(tree, "Table").back()), "Head of the agency: Labour"));
  CHECK(contains(raw_of(office_tree_of(report, OfficeFormat::odt)), "text:is-list-header=\"true\""));
}

TEST_CASE("abbreviations stand behind the contents with their meanings") {
  auto report = of_texts({"a"});
  report.abbreviations = {{"ILO", "International Labour Organization"}};
  const Json tree = office_tree_of(report);
  CHECK(words_of(styled(tree, "Abbreviation").at(0)) == "ILOInternational Labour Organization");
  CHECK(contains(raw_of(tree), "<w:pStyle w:val=\"ListHeading\"/>"));
}
