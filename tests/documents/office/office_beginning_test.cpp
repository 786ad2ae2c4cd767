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

TEST_CASE("an emblem stands above the country, which then has less room above, and the country above the title") {
  const std::string title = paragraph("Title") + paragraph("Subtitle");
  CHECK(
      put_in_order("<w:body>" + title + paragraph("Author") + paragraph("Emblem") + "</w:body>", OfficeFormat::docx) ==
      "<w:body>" + paragraph("Emblem") + paragraph("AuthorBelowEmblem") + title + "</w:body>");
  CHECK(put_in_order("<w:body>" + title + paragraph("Author") + "</w:body>", OfficeFormat::docx) ==
        "<w:body>" + paragraph("Author") + title + "</w:body>");
}

TEST_CASE("an OpenDocument text begins with what its numbers are counted under") {
  CHECK(put_in_order("<office:text><text:p text:style-name=\"Author\"/><text:sequence-decls/><text:p "
                     "text:style-name=\"Emblem\"/></office:text>",
                     OfficeFormat::odt) ==
        "<office:text><text:sequence-decls/><text:p text:style-name=\"Emblem\"/><text:p "
        "text:style-name=\"Author_20_Below_20_Emblem\"/></office:text>");
}
