#include "documents/office/reference_document.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <utility>

#include "documents/labels/labels.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/report/paper.hpp"
#include "documents/sample_document.hpp"
#include "embed/embedded.hpp"
#include "support/unzipped.hpp"

using namespace sample;
using documents::OfficeFormat;

namespace {

documents::NamedFiles reference_in(const std::string& language, OfficeFormat format, bool draft = true) {
  auto report = document(language);
  report.draft = draft;
  const std::string file(embedded::file(documents::reference_file(report, format)));
  return support::unzipped(documents::filled_reference(file, report, {{}}, format));
}

// Those of its paragraphs that are written as Word has them: "TextHeading2".
std::set<std::string> word_styles_of(const documents::Document& document) {
  const std::string written = documents::to_pandoc(document, {1, 22}, OfficeFormat::docx).json;
  static const std::regex named(R"(w:pStyle w:val=\\"(\w+)\\")");
  std::set<std::string> styles;
  for (std::sregex_iterator found(written.begin(), written.end(), named), end; found != end; ++found)
    styles.insert((*found)[1]);
  return styles;
}

// What is put into the files is in them no more.
void check_filled(const documents::NamedFiles& files) {
  for (const auto& [name, bytes] : files) {
    CAPTURE(name);
    for (const char* left : {"{language}", "{watermark}", "{heading lists}", "{body", "<!--"})
      CHECK_FALSE(contains(bytes, left));
  }
}

}  // namespace

TEST_CASE("every page of a draft in Word carries a watermark in its language") {
  for (const auto& [language, word] :
       {std::pair("en", "DRAFT"), {"ru-RU", "ПРОЕКТ"}, {"tk", "TASLAMA"}, {"uz", "DRAFT"}}) {
    CAPTURE(language);
    const auto files = reference_in(language, OfficeFormat::docx);
    check_filled(files);
    for (const char* header : {"word/header1.xml", "word/header2.xml"})
      CHECK(contains(files.at(header), std::string("string=\"") + word + "\""));
  }
}

TEST_CASE("a draft in OpenDocument has pages with a watermark in every language") {
  const auto files = reference_in("ru", OfficeFormat::odt);
  check_filled(files);
  for (const auto& labels : documents::all_labels()) {
    CAPTURE(labels.language);
    const std::string& styles = files.at("styles.xml");
    CHECK(contains(styles, "style:master-page-name=\"Draft_" + labels.language + "\""));
    const auto page = styles.find("<style:master-page style:name=\"Draft_" + labels.language + "\"");
    REQUIRE(page != std::string::npos);
    CHECK(styles.find(">" + labels.document.watermark + "</text:p>", page) < styles.find("</style:master-page>", page));
  }
}

TEST_CASE("a final edition in Word has no watermark") {
  const auto files = reference_in("ru", OfficeFormat::docx, false);
  check_filled(files);
  CHECK_FALSE(contains(files.at("word/header1.xml"), "WaterMark"));
}

TEST_CASE("headers, pages and bars of a report that runs from the right are the mirror image") {
  for (const bool draft : {true, false}) {
    const auto word = reference_in("ar", OfficeFormat::docx, draft);
    CHECK(contains(word.at("word/header1.xml"), "<w:pStyle w:val=\"Header\"/><w:bidi/>"));
    CHECK(contains(word.at("word/document.xml"), "<w:titlePg/><w:bidi/>"));
    CHECK(contains(word.at("word/styles.xml"), "<w:pBdr><w:right "));
    CHECK_FALSE(contains(word.at("word/styles.xml"), "<w:pBdr><w:left "));
  }
  const std::string styles = reference_in("ar", OfficeFormat::odt).at("styles.xml");
  CHECK(occurrences(styles, "<style:page-layout-properties") ==
        occurrences(styles, "<style:page-layout-properties style:writing-mode=\"rl-tb\""));
  CHECK(contains(styles, "fo:border-right=\"3pt solid"));
  CHECK_FALSE(contains(styles, "fo:border-left=\"3pt solid"));
  CHECK(contains(styles, "fo:text-align=\"right\""));
  const auto russian = reference_in("ru", OfficeFormat::docx);
  for (const char* part : {"word/header1.xml", "word/document.xml"}) CHECK_FALSE(contains(russian.at(part), "bidi/>"));
  CHECK(contains(russian.at("word/styles.xml"), "<w:pBdr><w:left "));
  CHECK_FALSE(contains(reference_in("ru", OfficeFormat::odt).at("styles.xml"), "rl-tb"));
}

TEST_CASE("every look has a font for Arabic and one for Chinese letters, in all sizes that it has") {
  const std::string word = reference_in("en", OfficeFormat::docx).at("word/styles.xml");
  CHECK(occurrences(word, "<w:rFonts ") > 10);
  CHECK(occurrences(word, "<w:rFonts ") == occurrences(word, " w:eastAsia=\"Noto "));
  CHECK_FALSE(contains(word, "w:cs=\"Liberation"));
  const std::string styles = reference_in("en", OfficeFormat::odt).at("styles.xml");
  CHECK(occurrences(styles, " style:font-name=") == occurrences(styles, " style:font-name-complex="));
  CHECK(occurrences(styles, " fo:font-weight=") == occurrences(styles, " style:font-weight-complex="));
}

TEST_CASE("Word has a look for the headings in every text, of a report and of a paper") {
  const std::string headings = "# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n";
  auto report = document();
  for (int depth = 1; depth <= 5; ++depth)
    report.sections.push_back(text("s" + std::to_string(depth), headings, depth));
  documents::Paper paper;
  paper.language = "en";
  paper.title = "Minutes";
  paper.markdown = headings;
  const std::string looks = reference_in("en", OfficeFormat::docx).at("word/styles.xml");
  for (const auto& written : {report, documents::compose_paper(paper)}) {
    const auto styles = word_styles_of(written);
    CHECK(styles.size() >= 4);
    for (const auto& style : styles) CHECK_MESSAGE(contains(looks, "w:styleId=\"" + style + "\""), style);
  }
}

TEST_CASE("lines are of equal length and words are hyphenated where the report wants it") {
  auto report = document();
  const auto filled = [&](OfficeFormat format) {
    const std::string file(embedded::file(documents::reference_file(report, format)));
    return support::unzipped(documents::filled_reference(file, report, {{}}, format));
  };
  const auto word = filled(OfficeFormat::docx);
  CHECK(contains(word.at("word/styles.xml"), "<w:jc w:val=\"both\"/>"));
  CHECK(contains(word.at("word/settings.xml"), "<w:autoHyphenation w:val=\"true\"/>"));
  const auto open_document = filled(OfficeFormat::odt).at("styles.xml");
  CHECK(contains(open_document, "fo:text-align=\"justify\""));
  CHECK(contains(open_document, "fo:hyphenate=\"true\""));
  report.layout.justified = false;
  const auto ragged = filled(OfficeFormat::docx);
  CHECK_FALSE(contains(ragged.at("word/styles.xml"), "<w:jc w:val=\"both\"/>"));
  CHECK(contains(ragged.at("word/settings.xml"), "<w:autoHyphenation w:val=\"false\"/>"));
  const auto ragged_too = filled(OfficeFormat::odt).at("styles.xml");
  CHECK_FALSE(contains(ragged_too, "justify"));
  CHECK_FALSE(contains(ragged_too, "fo:hyphenate=\"true\""));
}
