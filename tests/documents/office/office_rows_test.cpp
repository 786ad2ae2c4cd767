#include "documents/office/office_rows.hpp"

#include <doctest/doctest.h>

#include <string>

#include "documents/office/office_schema.hpp"
#include "support/contains.hpp"

namespace {

// Which rows stay with the next: "ynny". head: how many are one.
std::string kept(int rows, int heads) {
  std::string table = "<w:tbl>";
  for (int i = 0; i < rows; ++i)
    table +=
        std::string("<w:tr>") + (i < heads ? "<w:trPr><w:tblHeader/></w:trPr>" : "") + "<w:tc><w:p/></w:tc></w:tr>";
  const auto& edits = documents::schema_edits(documents::OfficeFormat::docx);
  pugi::xml_document document;
  document.load_string(edits.at("word/document.xml")(table + "</w:tbl>").c_str());
  std::string found;
  for (const auto row : document.child("w:tbl").children("w:tr")) {
    CHECK(row.child("w:trPr").child("w:cantSplit"));
    found += row.child("w:tc").child("w:p").child("w:pPr").child("w:keepNext") ? 'y' : 'n';
  }
  return found;
}

}  // namespace

TEST_CASE("a long table's head stays with two rows, its last row with the one above, and no row is divided") {
  CHECK(kept(11, 1) == "yynnnnnnnyn");
  CHECK(kept(11, 0) == "ynnnnnnnnyn");
}

TEST_CASE("a short table stands on one page") {
  CHECK(kept(9, 1) == "yyyyyyyyn");
  CHECK(kept(2, 1) == "yn");
  CHECK(kept(1, 0) == "n");
}

TEST_CASE("a text behind a table keeps away from it, and words within are not hyphenated") {
  const auto& edits = documents::schema_edits(documents::OfficeFormat::docx);
  const auto behind = [&](const std::string& style) {
    return edits.at("word/document.xml")(
        "<w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val=\"" + style +
        "\"/></w:pPr></w:p></w:body>");
  };
  CHECK(support::contains(behind("BodyText"), "<w:pStyle w:val=\"BodyText\"/><w:spacing w:before=\"160\"/>"));
  CHECK_FALSE(support::contains(behind("Heading1"), "w:spacing"));
  CHECK(support::contains(behind("BodyText"), "<w:tc><w:p><w:pPr><w:suppressAutoHyphens/></w:pPr></w:p></w:tc>"));
}
