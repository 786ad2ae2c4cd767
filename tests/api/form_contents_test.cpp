// What word processors put into a form, over HTTP: it is kept, or said to be lost, and a form is known again.
#include <doctest/doctest.h>

#include "domain/basis/calendar.hpp"
#include "support/contains.hpp"
#include "support/form_desk.hpp"

using namespace support;

namespace {

const std::string kBegin = "[[tkm-2026 labour obj-07 en 1]]";

std::string look_run(const std::string& inside, const std::string& look = "") {
  return "<w:r><w:rPr>" + look + "</w:rPr>" + inside + "</w:r>";
}
std::string letters(const std::string& text) { return "<w:t xml:space=\"preserve\">" + text + "</w:t>"; }
std::string sign(const std::string& font, const std::string& code) {
  return "<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + code + "\"/></w:r>";
}

struct Read {
  std::string markdown;
  std::string remarks;
};

// What a text becomes with some XML put before it.
Read read_with(const Forms& forms, const std::string& xml) {
  const Json section = forms.sent(with_behind(forms.fetch(), kBegin, xml), "?dry_run=true");
  REQUIRE_MESSAGE(section["outcome"] == "would_save", section.dump(1));
  return {section["markdown"], section["remarks"].dump()};
}

}  // namespace

TEST_CASE("signs of picture fonts are Unicode's in a text, and one that has no other is told with its place") {
  const Forms forms;
  const Read read = read_with(
      forms, "<w:p>" + sign("Wingdings", "F0FE") + look_run(letters(" ratified ")) + sign("Wingdings", "F0A8") +
                 look_run(letters(" not ")) + sign("Wingdings", "F0E0") + sign("Wingdings", "00FC") +
                 sign("Symbol", "F0B3") + sign("Segoe UI Symbol", "2713") +
                 look_run(letters("\xEF\x83\xBE"), "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>") +
                 "</w:p>");
  CHECK(contains(read.markdown, "☑ ratified ☐ not →✓≥✓☑\n"));
  CHECK(read.remarks == "[]");
  const Read lost =
      read_with(forms, "<w:p>" + look_run(letters("The ministry ")) + sign("Acme Icons", "F041") + "</w:p>");
  CHECK(contains(lost.remarks, "font 'Acme Icons'"));
  CHECK(contains(lost.remarks, "It stands in \\\"The ministry"));
}

TEST_CASE("what pandoc passes over in a run is kept: line breaks, struck out twice, equations as lines") {
  const Forms forms;
  const Read read =
      read_with(forms, "<w:p>" + look_run(letters("one") + "<w:cr/>" + letters("two ")) +
                           look_run(letters("gone"), "<w:dstrike/>") + look_run(letters(" end")) + "</w:p>");
  CHECK(contains(read.markdown, "one\\\ntwo ~~gone~~ end\n"));
  CHECK(read.remarks == "[]");
  const auto part = [](const std::string& name, const std::string& text) {
    return "<m:" + name + "><m:r><m:t>" + text + "</m:t></m:r></m:" + name + ">";
  };
  const std::string equation =
      "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:sSup>" + part("e", "x") +
      part("sup", "2") + "</m:sSup><m:r><m:t>=</m:t></m:r><m:f>" + part("num", "a+b") + part("den", "c") +
      "</m:f></m:oMath>";
  const Read line = read_with(forms, "<w:p>" + look_run(letters("So ")) + equation + "</w:p>" +
                                         "<m:oMathPara xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                         "math\">" +
                                         equation + "</m:oMathPara>");
  CHECK(contains(line.markdown, "So x²=(a+b)/c\n"));
  CHECK(contains(line.remarks, "An equation became a line of text"));
  CHECK(contains(line.remarks, "2 such places"));
}

TEST_CASE("hidden text is left out and told, however it is hidden, and what is only said not to be is kept") {
  const Forms forms;
  const std::string docx = with_replaced(
      forms.fetch(),
      {{"</w:styles>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Inner\"><w:name w:val=\"Inner\"/><w:rPr><w:vanish/></w:rPr>"
        "</w:style><w:style w:type=\"character\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:basedOn "
        "w:val=\"Inner\"/></w:style></w:styles>"}},
      "word/styles.xml");
  for (const std::string& hidden :
       {"<w:p>" + look_run(letters("not for print"), "<w:vanish/>") + "</w:p>",
        "<w:p>" + look_run(letters("not for print"), "<w:rStyle w:val=\"Secret\"/>") + "</w:p>",
        "<w:p><w:pPr><w:pStyle w:val=\"Inner\"/></w:pPr>" + look_run(letters("not for print")) + "</w:p>"}) {
    const Json section = forms.sent(with_behind(docx, kBegin, word_line("Shown.") + hidden), "?dry_run=true");
    CHECK_FALSE(contains(section["markdown"], "not for print"));
    CHECK(contains(section["remarks"].dump(), "Hidden text (\\\"not for print\\\")"));
  }
  CHECK(contains(read_with(forms, "<w:p>" + look_run(letters("shown"), "<w:vanish w:val=\"0\"/>") + "</w:p>").markdown,
                 "shown\n"));
}

TEST_CASE("figures stay in their columns where a row of a table leaves the first ones free") {
  const Forms forms;
  const auto cell = [](const std::string& text) { return "<w:tc>" + word_line(text) + "</w:tc>"; };
  const std::string grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
  const Read read = read_with(forms, "<w:tbl><w:tblPr/>" + grid + "<w:tr>" + cell("a") + cell("b") + cell("c") +
                                         "</w:tr><w:tr><w:trPr>" + "<w:gridBefore w:val=\"1\"/></w:trPr>" + cell("1") +
                                         cell("2") + "</w:tr><w:tr><w:trPr>" + "<w:gridAfter w:val=\"2\"/></w:trPr>" +
                                         cell("3") + "</w:tr></w:tbl>");
  CHECK(contains(read.markdown, "|  | 1 | 2 |\n"));
  CHECK(contains(read.markdown, "| 3 |  |  |\n"));
  CHECK(read.remarks == "[]");
}

TEST_CASE(
    "a form with a chart, a linked picture and a template is taken, and what is left out is told with its place") {
  const Forms forms;
  const std::string drawing =
      "<w:p>" + look_run(letters("Figure one ")) +
      "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice>"
      "<w:drawing><c:chart xmlns:c=\"c\"/></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
      "</mc:AlternateContent></w:r></w:p>";
  auto parts = usecases::read_docx(with_behind(forms.fetch(), kBegin, drawing));
  parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"] = "PK";
  std::string& links = parts.at("word/_rels/document.xml.rels");
  links.insert(
      links.find("</Relationships>"),
      "<Relationship Id=\"rp\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
      "Target=\"http://example.org/x.png\" TargetMode=\"External\"/>");
  const Json section = forms.sent(documents::make_archive(parts), "?dry_run=true");
  CHECK(section["outcome"] == "would_save");
  CHECK(contains(section["markdown"], "Figure one\n"));
  REQUIRE(section["remarks"].size() == 1);
  CHECK(contains(section["remarks"][0], "A picture, chart or drawing of the file was left out"));
  CHECK(contains(section["remarks"][0], "It stands in \"Figure one \""));
}

TEST_CASE("a form with objects, controls and parts inserted as files is taken, and each is told with its place") {
  const Forms forms;
  const std::string xml =
      "<w:p>" + look_run(letters("The sheet ")) +
      "<w:r><w:object><o:OLEObject xmlns:o=\"o\" ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>"
      "<w:p>" +
      look_run(letters("Pressed here ")) + "<w:r><w:object><w:control w:name=\"Button\"/></w:object></w:r></w:p>" +
      word_line("From the annex:") + "<w:altChunk xmlns:r=\"r\" r:id=\"rc\"/>" + "<w:p><w:subDoc/></w:p>";
  auto parts = usecases::read_docx(with_behind(forms.fetch(), kBegin, xml));
  parts["word/embeddings/oleObject1.bin"] = "\xD0\xCF\x11\xE0";
  parts["word/activeX/activeX1.xml"] = "<ax:ocx xmlns:ax=\"a\"/>";
  parts["word/activeX/activeX1.bin"] = "x";
  parts["word/annex.xhtml"] = "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>Smuggled in.</p></body></html>";
  std::string& links = parts.at("word/_rels/document.xml.rels");
  const auto link = [&](const std::string& type, const std::string& target) {
    links.insert(links.find("</Relationships>"), "<Relationship Id=\"r" + type +
                                                     "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                                     "relationships/" +
                                                     type + "\" Target=\"" + target + "\"/>");
  };
  link("oleObject", "embeddings/oleObject1.bin");
  link("control", "activeX/activeX1.xml");
  link("aFChunk", "annex.xhtml");
  const Json section = forms.sent(documents::make_archive(parts), "?dry_run=true");
  CHECK(section["outcome"] == "would_save");
  CHECK(contains(section["markdown"], "The sheet\n\nPressed here\n\nFrom the annex:\n"));
  CHECK_FALSE(contains(section["markdown"], "Smuggled"));
  REQUIRE(section["remarks"].size() == 2);
  CHECK(contains(section["remarks"][0], "A part that was inserted as a file was not read"));
  CHECK(contains(section["remarks"][0], "paste its text into the form. It stands behind \"From the annex:\"."));
  CHECK(contains(section["remarks"][1], "An object or a control of another program was left out"));
  CHECK(contains(section["remarks"][1], "It stands in \"The sheet \". There are 2 such places"));
}

TEST_CASE("what was left out of a form outside of its sections is told, too") {
  const Forms forms;
  auto parts = usecases::read_docx(with_replaced(forms.fetch(), {{"Permits", "Licences"}}));
  std::string& document = parts.at("word/document.xml");
  document.insert(document.rfind("<w:sectPr"), "<w:altChunk/>");
  const auto answer = forms.send(forms.f.writer, documents::make_archive(parts));
  REQUIRE_MESSAGE(answer.status == 200, answer.body);
  const Json form = answer.json();
  CHECK(form["sections"][0]["outcome"] == "saved");
  CHECK(form["sections"][0]["remarks"].empty());
  REQUIRE(form["remarks"].size() == 1);
  CHECK(contains(form["remarks"][0], "inserted as a file was not read"));
}

TEST_CASE("a form says in its own language that a section is overdue, and only once it is") {
  Forms forms;
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-07"), {{"due_on", "2026-01-20"}, {"due_reason", "Agreed."}})
              .status == 200);
  const auto words_of = [&](const std::string& language) {
    return usecases::read_docx(forms.fetch("labour", "?language=" + language)).at("word/document.xml");
  };
  const std::vector<std::pair<std::string, std::string>> all{
      {"en", " (overdue)"}, {"ru", " (срок истёк)"}, {"tk", " (möhleti geçdi)"}};
  for (const auto& [language, words] : all) {
    CAPTURE(language);
    forms.app.set_now(domain::parse_time("2026-01-20T18:59:59Z").value());  // 23:59:59 in Ashgabat
    CHECK_FALSE(contains(words_of(language), words));
    forms.app.set_now(domain::parse_time("2026-01-20T19:00:00Z").value());
    CHECK(contains(words_of(language), words));
  }
}

TEST_CASE("who goes on in a form that he sent before goes on from what he saved from it") {
  const Forms forms;
  const std::string first = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  REQUIRE(forms.sent(first)["outcome"] == "saved");
  const std::string second = with_replaced(first, {{">first</w:t>", ">the first</w:t>"}});
  const Json saved = forms.sent(second);
  CHECK(saved["outcome"] == "saved");
  CHECK(saved["revision"] == 3);
  CHECK(contains(saved["remarks"].dump(), "You sent this form before"));
  CHECK(contains(saved["diff"], " the first\n"));
  CHECK_FALSE(contains(saved["diff"], "Licences |\n+"));
  CHECK(forms.sent(second)["outcome"] == "unchanged");
  // Not where somebody else saved in the meantime, and not where he saved in another way.
  REQUIRE(forms.f.coordinator
              .put(forms.f.section("obj-07", "/texts/en"), {{"markdown", "Of another."}},
                   {{"If-Match", forms.f.coordinator.get(forms.f.section("obj-07", "/texts/en")).etag()}})
              .status == 200);
  const Json conflict = forms.sent(with_replaced(second, {{">second</w:t>", ">the second</w:t>"}}));
  CHECK(conflict["code"] == "changed_meanwhile");
  CHECK(contains(conflict["detail"], "Somebody saved"));
  const std::string form = forms.fetch();
  REQUIRE(forms.f.save("By hand.").status == 200);
  CHECK(contains(forms.sent(with_replaced(form, {{"Of another", "Of one"}}))["detail"],
                 "You saved this section yourself"));
}
