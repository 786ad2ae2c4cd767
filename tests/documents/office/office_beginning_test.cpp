#include "documents/office/office_beginning.hpp"

#include <doctest/doctest.h>

#include <string>

#include "documents/office/office_schema.hpp"

using documents::OfficeFormat;

namespace {

std::string put_in_order(const std::string& xml, OfficeFormat format) {
  const char* file = format == OfficeFormat::docx ? "word/document.xml" : "content.xml";
  return documents::schema_edits(format).at(file)(xml);
}

std::string paragraph(const std::string& style) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr></w:p>";
}

}  // namespace

TEST_CASE("an emblem stands above the title, which then has less room above") {
  CHECK(put_in_order("<w:body>" + paragraph("Title") + paragraph("Fact") + paragraph("Emblem") + "</w:body>",
                     OfficeFormat::docx) ==
        "<w:body>" + paragraph("Emblem") + paragraph("TitleBelowEmblem") + paragraph("Fact") + "</w:body>");
  const std::string title = "<w:body>" + paragraph("Title") + "</w:body>";
  CHECK(put_in_order(title, OfficeFormat::docx) == title);
}

TEST_CASE("an OpenDocument text begins with what its numbers are counted under") {
  CHECK(put_in_order("<office:text><text:p text:style-name=\"Title\"/><text:sequence-decls/><text:p "
                     "text:style-name=\"Emblem\"/></office:text>",
                     OfficeFormat::odt) ==
        "<office:text><text:sequence-decls/><text:p text:style-name=\"Emblem\"/><text:p "
        "text:style-name=\"Title_20_Below_20_Emblem\"/></office:text>");
}
