#include "documents/office/office_schema.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using documents::OfficeFormat;

namespace {

std::string mended(OfficeFormat format, const std::string& file, const std::string& xml) {
  return documents::schema_edits(format).at(file)(xml);
}

}  // namespace

TEST_CASE("properties of a paragraph and a run come into the order of the schema, with all they have") {
  CHECK(mended(OfficeFormat::docx, "word/document.xml",
               "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr><w:pStyle w:val=\"Compact\"/></w:pPr>"
               "<w:r><w:rPr><w:bCs/><w:b/><w:rStyle w:val=\"X\"/></w:rPr><w:t>text</w:t></w:r></w:p>") ==
        "<w:p><w:pPr><w:pStyle w:val=\"Compact\"/><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>"
        "<w:r><w:rPr><w:rStyle w:val=\"X\"/><w:b/><w:bCs/></w:rPr><w:t>text</w:t></w:r></w:p>");
}

TEST_CASE("what the order does not know stays behind the one before it") {
  CHECK(mended(OfficeFormat::docx, "word/document.xml", "<w:pPr><w:jc/><w:strange/><w:pStyle/></w:pPr>") ==
        "<w:pPr><w:pStyle/><w:jc/><w:strange/></w:pPr>");
}

TEST_CASE("spaces, entities and letters of a text come through") {
  const std::string text =
      "<?xml version=\"1.0\"?><w:p>\n <w:t xml:space=\"preserve\"> </w:t><w:t>a &lt; b &amp; ž Ж \"q\"</w:t></w:p>";
  CHECK(mended(OfficeFormat::docx, "word/document.xml", text) == text);
}

TEST_CASE("a row of headings is one by being marked, and lists are named by four bytes") {
  CHECK(mended(OfficeFormat::docx, "word/document.xml", "<w:trPr><w:tblHeader w:val=\"true\"/></w:trPr>") ==
        "<w:trPr><w:tblHeader/></w:trPr>");
  CHECK(mended(OfficeFormat::docx, "word/numbering.xml", "<w:abstractNum><w:nsid w:val=\"A990\"/></w:abstractNum>") ==
        "<w:abstractNum><w:nsid w:val=\"0000A990\"/></w:abstractNum>");
}

TEST_CASE("an OpenDocument file names one version, and no empty country") {
  CHECK(mended(OfficeFormat::odt, "META-INF/manifest.xml", "<manifest:manifest manifest:version=\"1.2\"/>") ==
        "<manifest:manifest manifest:version=\"1.3\"/>");
  CHECK(mended(OfficeFormat::odt, "styles.xml", "<style:text-properties fo:country=\"\" fo:language=\"tk\"/>") ==
        "<style:text-properties fo:country=\"none\" fo:language=\"tk\"/>");
}

TEST_CASE("a table runs from the right where its paragraphs do") {
  const auto table = [](const std::string& mark, const std::string& direction, const std::string& hyphens = "") {
    return "<w:tbl><w:tblPr><w:tblStyle w:val=\"Table\"/>" + mark +
           "<w:tblW w:w=\"0\"/></w:tblPr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:pPr>" + hyphens +
           direction + "</w:pPr></w:p></w:tc></w:tr></w:tbl>";
  };
  CHECK(mended(OfficeFormat::docx, "word/document.xml", table("", "<w:bidi/>")) ==
        table("<w:bidiVisual/>", "<w:bidi/>", "<w:suppressAutoHyphens/>"));
  CHECK(mended(OfficeFormat::docx, "word/document.xml", table("", "<w:jc/>")) ==
        table("", "<w:jc/>", "<w:suppressAutoHyphens/>"));
}

TEST_CASE("Chinese is the language of Chinese letters only, Arabic that of Arabic ones, too") {
  const auto in_word = [](const std::string& language) {
    return mended(OfficeFormat::docx, "word/styles.xml",
                  "<w:lang w:bidi=\"ar-SA\" w:eastAsia=\"en-US\" w:val=\"" + language + "\"/>");
  };
  CHECK(in_word("zh") == "<w:lang w:bidi=\"ar-SA\" w:eastAsia=\"zh-CN\" w:val=\"en-US\"/>");
  CHECK(in_word("zh-Hant") == "<w:lang w:bidi=\"ar-SA\" w:eastAsia=\"zh-TW\" w:val=\"en-US\"/>");
  CHECK(in_word("ru") == "<w:lang w:bidi=\"ar-SA\" w:eastAsia=\"en-US\" w:val=\"ru\"/>");
  const auto in_odt = [](const std::string& language) {
    return mended(OfficeFormat::odt, "styles.xml", "<style:text-properties fo:language=\"" + language + "\"/>");
  };
  CHECK(in_odt("zh") ==
        "<style:text-properties fo:language=\"en\" style:language-asian=\"zh\" style:country-asian=\"CN\" "
        "fo:country=\"US\"/>");
  CHECK(in_odt("ar") ==
        "<style:text-properties fo:language=\"ar\" style:language-complex=\"ar\" style:country-complex=\"none\"/>");
  CHECK(in_odt("ru") == "<style:text-properties fo:language=\"ru\"/>");
}

TEST_CASE("a file of a document that is no XML is refused") {
  CHECK_THROWS_AS(mended(OfficeFormat::docx, "word/document.xml", "<w:p>"), std::runtime_error);
}
