#include "documents/office/contents_pages.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "documents/file/zip_archive.hpp"
#include "support/contains.hpp"
#include "support/unzipped.hpp"

using support::contains;

namespace {

std::string line(const std::string& style, const std::string& bookmark, const std::string& around = "") {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + around + "<w:hyperlink w:anchor=\"" + bookmark +
         "\"><w:r><w:t>Title</w:t></w:r></w:hyperlink></w:p>";
}

const std::string kField = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>";
const std::string kContents = "<w:sdt><w:sdtContent>" + line("TOC1", "_Toc1", kField) + "</w:sdtContent></w:sdt>";
const std::string kTables = line("TableofFigures", "_RefTable1");

std::string docx_of(const std::string& blocks) {
  return documents::make_archive({{"word/document.xml", "<w:document><w:body>" + blocks + "</w:body></w:document>"}});
}

std::string text_of(const std::string& docx) { return support::unzipped(docx).at("word/document.xml"); }

}  // namespace

TEST_CASE("lists get pages as Word writes them, in fields that ask for them") {
  const auto text = text_of(documents::with_pages(docx_of(kContents + kTables), {{"_Toc1", 12}, {"_RefTable1", 3}}));
  const auto field = [](const std::string& bookmark, const std::string& page) {
    return "<w:r><w:t>Title</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
           "<w:instrText xml:space=\"preserve\"> PAGEREF " +
           bookmark + " \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
           "<w:r><w:t xml:space=\"preserve\">" + page + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" +
           "</w:hyperlink>";
  };
  CHECK(contains(text, field("_Toc1", "12")));
  CHECK(contains(text, field("_RefTable1", "3")));
  CHECK(contains(text, kField));  // Word still offers to work them out itself
}

TEST_CASE("a line whose page nobody found has none") {
  const auto text = text_of(documents::with_pages(docx_of(kContents), {{"_Toc2", 12}}));
  CHECK(contains(text, "PAGEREF _Toc1 "));
  CHECK_FALSE(contains(text, ">12<"));
}

TEST_CASE("a program that is to find pages gets the file as it will be, but for the numbers") {
  const std::string docx = docx_of(kContents + kTables);
  const auto asking = documents::asking_for_pages(docx);
  REQUIRE(asking);
  CHECK(text_of(*asking) == text_of(documents::with_pages(docx, {{"_Toc1", 88}, {"_RefTable1", 88}})));
}

TEST_CASE("a file without lists asks for no pages") {
  CHECK_FALSE(documents::asking_for_pages(docx_of("<w:p/>" + line("BodyText", "elsewhere"))));
  CHECK_FALSE(documents::asking_for_pages(docx_of(line("TOCHeading", "_Toc1"))));
}

TEST_CASE("what is no Word file gets no pages") {
  CHECK_THROWS_AS(documents::asking_for_pages("rubbish"), std::runtime_error);
  CHECK_THROWS_AS(documents::with_pages(documents::make_archive({{"word/document.xml", "<w:document"}}), {}),
                  std::runtime_error);
}
