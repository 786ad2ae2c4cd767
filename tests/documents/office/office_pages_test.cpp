#include "documents/office/office_pages.hpp"

#include <doctest/doctest.h>

#include <string>

#include "documents/office/office_schema.hpp"
#include "support/contains.hpp"

using support::contains;

namespace {

const std::string kTurned = "<w:p><w:pPr><w:sectPr><w:pgSz w:orient=\"landscape\"/></w:sectPr></w:pPr></w:p>";
const std::string kUpright = "<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr></w:p>";
const std::string kLast =
    "<w:sectPr><w:headerReference r:id=\"1\"/><w:footerReference r:id=\"2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    "<w:pgMar w:top=\"9\"/><w:titlePg/></w:sectPr>";
const std::string kWideTable =
    "<w:pgSz w:orient=\"landscape\" w:w=\"16838\" w:h=\"11906\"/><w:pgMar w:top=\"9\"/></w:sectPr>";
const std::string kFirst =
    "<w:p><w:pPr><w:sectPr><w:headerReference r:id=\"1\"/><w:footerReference r:id=\"2\"/><w:pgSz w:w=\"11906\" "
    "w:h=\"16838\"/><w:pgMar w:top=\"9\"/><w:titlePg/></w:sectPr></w:pPr></w:p>";

std::string mended_body(const std::string& blocks) {
  return documents::schema_edits(documents::OfficeFormat::docx)
      .at("word/document.xml")("<w:body>" + blocks + kLast + "</w:body>");
}

}  // namespace

TEST_CASE("pages between others are turned, and header and footer begin with the first") {
  CHECK(mended_body(kUpright + kTurned + "<w:p/>") ==
        "<w:body>" + kFirst + "<w:p><w:pPr><w:sectPr>" + kWideTable +
            "</w:pPr></w:p><w:p/><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"9\"/></w:sectPr>"
            "</w:body>");
}

TEST_CASE("a document that ends with turned pages has no page behind them") {
  CHECK(mended_body(kUpright + "<w:p/>" + kTurned) ==
        "<w:body>" + kFirst + "<w:p/><w:sectPr>" + kWideTable + "</w:body>");
}

TEST_CASE("the bookmark of a heading that ends behind turned pages makes no page either") {
  CHECK(mended_body(kUpright + "<w:p/>" + kTurned + "<w:bookmarkEnd w:id=\"7\"/>") ==
        "<w:body>" + kFirst + "<w:p/><w:bookmarkEnd w:id=\"7\"/><w:sectPr>" + kWideTable + "</w:body>");
}

TEST_CASE("a document of pages of one kind is left alone") {
  CHECK(mended_body("<w:p/>") == "<w:body><w:p/>" + kLast + "</w:body>");
}
