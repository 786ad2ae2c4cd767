#include "documents/office/office_marks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "documents/office/office_schema.hpp"

using documents::OfficeFormat;

namespace {

std::string marked(const std::string& properties, OfficeFormat format) {
  return documents::paragraph_mark(properties, format)["c"][1].get<std::string>();
}

std::string written(const std::string& xml, OfficeFormat format) {
  const char* file = format == OfficeFormat::docx ? "word/document.xml" : "content.xml";
  return documents::schema_edits(format).at(file)(xml);
}

}  // namespace

TEST_CASE("a mark in a paragraph of Word becomes its properties, in their order and instead of those it had") {
  const std::string mark = marked("<w:numPr/><w:pStyle w:val=\"New\"/>", OfficeFormat::docx);
  CHECK(written("<w:p><w:pPr><w:pStyle w:val=\"Old\"/><w:jc/></w:pPr>" + mark + "<w:r/></w:p>", OfficeFormat::docx) ==
        "<w:p><w:pPr><w:pStyle w:val=\"New\"/><w:numPr/><w:jc/></w:pPr><w:r/></w:p>");
  CHECK(written("<w:p><w:r/>" + mark + "</w:p>", OfficeFormat::docx) ==
        "<w:p><w:pPr><w:pStyle w:val=\"New\"/><w:numPr/></w:pPr><w:r/></w:p>");
}

TEST_CASE("a mark in a heading of OpenDocument becomes its attributes") {
  const std::string mark = marked("text:style-name=\"New\" text:is-list-header=\"true\"", OfficeFormat::odt);
  CHECK(written("<text:h text:style-name=\"Old\" text:outline-level=\"2\">" + mark + "a</text:h>", OfficeFormat::odt) ==
        "<text:h text:outline-level=\"2\" text:style-name=\"New\" text:is-list-header=\"true\">a</text:h>");
}
