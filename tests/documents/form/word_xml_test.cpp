// What pandoc passes over in a Word file, found in its XML.
#include "documents/form/word_xml.hpp"

#include <doctest/doctest.h>

#include "documents/file/foreign_xml.hpp"

namespace {

std::string word_document(const std::string& body) {
  return "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>";
}
std::string run(const std::string& text) { return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>"; }
std::string word_paragraph(const std::string& runs) { return "<w:p>" + runs + "</w:p>"; }

std::string unwrapped(const std::string& body) {
  documents::NamedFiles parts{{"word/document.xml", word_document(body)}};
  documents::unwrap_word(parts);
  return parts.at("word/document.xml");
}

std::string lost(const std::string& body, const std::string& read) {
  return documents::first_lost(
      documents::runs_of(documents::read_foreign_xml(word_document(body), domain::say("It"), true)), read);
}

}  // namespace

TEST_CASE("fields, tags and controls leave what they hold, with its spaces") {
  const std::string whole =
      unwrapped(word_paragraph(run("Table ") +
                               "<w:fldSimple w:instr=\"SEQ\"><w:fldData>x</w:fldData><w:smartTag><w:smartTagPr/>" +
                               run(" 7") + "</w:smartTag></w:fldSimple>" + run(". ")) +
                "<w:sdt><w:sdtPr/><w:sdtContent>" + word_paragraph(run("control")) +
                "</w:sdtContent></w:sdt><w:customXml>" + word_paragraph(run("custom")) + "</w:customXml>");
  CHECK(whole.find(word_document(word_paragraph(run("Table ") + run(" 7") + run(". ")) +
                                 word_paragraph(run("control")) + word_paragraph(run("custom")))) != std::string::npos);
}

TEST_CASE("a table that does not say how many columns it has gets that said") {
  const std::string cell = "<w:tc>" + word_paragraph(run("a")) + "</w:tc>";
  const std::string row = "<w:tr>" + cell + "</w:tr><w:tr>" + cell + cell + "</w:tr>";
  CHECK(unwrapped("<w:tbl><w:tblPr/>" + row + "</w:tbl>")
            .find("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>" + row) !=
        std::string::npos);
}

TEST_CASE("words that were not read are named") {
  const std::string box =
      "<w:p><w:r><w:pict><w:txbxContent>" + word_paragraph(run("in a box")) + "</w:txbxContent></w:pict></w:r></w:p>";
  CHECK(lost(word_paragraph(run("text")) + box, "text") == "in a box");
  CHECK(lost(word_paragraph(run("text")) + box, "in a box\ntext") == "");
  CHECK(lost(word_paragraph(run("10") + run("6 km")), "10⁶ km") == "");
  CHECK(lost(word_paragraph("<w:del>" + run("gone") + "</w:del><w:moveFrom>" + run("too") + "</w:moveFrom>" +
                            run("“so” – 1")),
             "\"so\"-1") == "");
  CHECK(lost(word_paragraph(run("Zähmet")) + word_paragraph(run("Türkmen")), "Zähmet") == "Türkmen");
}
