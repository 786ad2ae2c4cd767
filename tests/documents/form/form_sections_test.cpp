// Markers of a form, and the sections between them.
#include "documents/form/form_sections.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "documents/file/foreign_xml.hpp"
#include "documents/form/word_line.hpp"
#include "domain/basis/error.hpp"

namespace {

using documents::FormMarker;

const std::string kBegin = "[[tkm-2026 labour obj-06 en 3]]";
const std::string kEnd = "[[/obj-06 en]]";

std::string text_run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string line(const std::string& text) { return "<w:p>" + text_run(text) + "</w:p>"; }
std::string comment(const std::string& number) { return "<w:commentRangeStart w:id=\"" + number + "\"/>"; }

// With the bookmarks of some lines; "all": any line is one that the form was made with.
documents::DividedForm divided(const std::string& body, const std::string& seals = "all") {
  const auto seal_of = [&](const FormMarker& marker) {
    return seals == "all" ? seals : (marker.end ? "end " : "begin ") + marker.section;
  };
  return documents::divide_form(
      documents::read_foreign_xml("<w:document xmlns:w=\"w\"><w:body><w:bookmarkStart w:name=\"all\"/>" + body +
                                      "<w:sectPr/></w:body></w:document>",
                                  domain::say("It"), true),
      seal_of);
}
std::string bookmark(const std::string& name) { return "<w:bookmarkStart w:name=\"" + name + "\"/>"; }
documents::DividedForm divided_lines(const std::vector<std::string>& lines) {
  std::string body;
  for (const auto& one : lines) body += line(one);
  return divided(body);
}

// The paragraphs of a chunk, each behind a bar.
std::string letters_of(const documents::FormChunk& chunk) {
  std::string letters;
  for (const auto& one : chunk.document.document_element().first_child()) {
    if (std::string_view(one.name()) == "w:p") letters += "|" + documents::letters_of_line(one);
  }
  return letters;
}

documents::WordBlock paragraph(const std::string& text, const std::string& style = "") {
  documents::WordBlock block;
  block.style = style;
  documents::RichRun run;
  run.text = text;
  block.block.line = {run};
  return block;
}

documents::FormPrint print() {
  documents::FormPrint print;
  print.add_fixed("en");
  print.add_line("2.6 Title");
  print.add_line("What to write.");
  return print;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& one : words) all += one + " ";
  return all;
}

}  // namespace

TEST_CASE("a marker says what it is about, and is found again in a line") {
  const FormMarker source{false, "tkm-2026", "labour", "obj-06", "en", 3, 0};
  const FormMarker translation{false, "tkm-2026", "labour", "obj-06", "ru", 0, 3};
  CHECK(documents::spell_begin(source) == kBegin);
  CHECK(documents::spell_end(source) == kEnd);
  CHECK(documents::spell_begin(translation) == "[[tkm-2026 labour obj-06 ru 0 of 3]]");
  const auto found = documents::find_marker("text [[x]] " + documents::spell_begin(translation) + " more");
  REQUIRE(found);
  CHECK(found->begin == 11);
  CHECK(found->marker.section == "obj-06");
  CHECK(found->marker.source_revision == 3);
  CHECK(documents::find_marker("[[ tkm-2026\u00A0labour obj-06  en 3 ]]")->marker.revision == 3);
  CHECK(documents::find_marker("[[ / obj-06 en ]]")->marker.end);
}

TEST_CASE("what only looks like a marker is text") {
  for (const char* text : {"[[]]", "[[ ]]", "[[a b c d]]", "[[a b c d e]]", "[[a b c d -1]]", "[[a b c d 1 of x]]",
                           "[[/a]]", "[[a b c d 99999999999999999999]]", "[[a b c d 1", "[1] [[2]]"}) {
    CAPTURE(text);
    CHECK_FALSE(documents::find_marker(text));
  }
}

TEST_CASE("sections are found in any order, and what stands outside of them is apart") {
  const auto form = divided_lines(
      {"[[tkm-2026 labour obj-07 en 1]]", "seven", "[[/obj-07 en]]", "left outside", kBegin, "six", "more", kEnd});
  REQUIRE(form.sections.size() == 2);
  CHECK(form.sections[0].marker.section == "obj-07");
  CHECK(letters_of(form.sections[0]) == "|seven");
  CHECK(letters_of(form.sections[1]) == "|six|more");
  CHECK(letters_of(form.outside) == "|left outside");
}

TEST_CASE("a marker on a line with text is cut out of it, in whatever runs its letters stand") {
  const auto form =
      divided("<w:p>" + text_run("lost [[tkm-2026 la") + "<w:r><w:t>bour obj</w:t><w:noBreakHyphen/></w:r>" +
              text_run("06 en 3]] fi") + "<w:del>" + text_run("no") + "</w:del>" + text_run("rst") + "</w:p>" +
              line("last " + kEnd + " lost " + kBegin + kEnd));
  REQUIRE(form.sections.size() == 2);
  CHECK(letters_of(form.sections[0]) == "| first|last ");
  CHECK(letters_of(form.sections[1]) == "");
  CHECK(letters_of(form.outside) == "|lost | lost ");
  CHECK(divided_lines({"lost " + kBegin + " first", "last " + kEnd}).sections[0].fault == "");
}

TEST_CASE("a marker that is missing or doubled is told, and harms no other section") {
  const std::string other = "[[tkm-2026 labour obj-07 en 1]]";
  const auto no_end = divided_lines({kBegin, "six", other, "seven", "[[/obj-07 en]]"});
  REQUIRE(no_end.sections.size() == 2);
  CHECK(no_end.sections[0].fault == "end_marker_missing");
  CHECK(no_end.sections[1].fault == "");
  CHECK(divided_lines({kBegin, "six"}).sections[0].fault == "end_marker_missing");
  const auto no_begin = divided_lines({"six", kEnd, other, "seven", "[[/obj-07 en]]"});
  CHECK(no_begin.sections[0].fault == "begin_marker_missing");
  CHECK(no_begin.sections[1].fault == "");
  const auto doubled = divided_lines({kBegin, "a", kEnd, other, "[[/obj-07 en]]", kBegin, "b", kEnd});
  REQUIRE(doubled.sections.size() == 3);
  CHECK(doubled.sections[0].fault == "doubled_marker");
  CHECK(doubled.sections[1].fault == "");
  CHECK(doubled.sections[2].fault == "doubled_marker");
}

TEST_CASE("guidance that was moved into a section is dropped, and what was typed in its style is text") {
  const auto file =
      documents::collect_sections(divided_lines({kBegin, kEnd}),
                                  {{paragraph("What to  write.", "Form Guidance"),
                                    paragraph("A typed answer", "Form Guidance"), paragraph("text", "Form Marker")},
                                   {}},
                                  print());
  REQUIRE(file.sections.size() == 1);
  CHECK(documents::letters_of(file.sections[0].blocks) == "A typed answer\ntext\n");
}

TEST_CASE("outside of the sections all is told but what the form prints itself") {
  const auto file = documents::collect_sections(
      divided(""),
      {{paragraph("How to use this form", "Form Instruction Heading"), paragraph("2.6 Title", "heading 1"),
        paragraph("Lead agency: Labour · Due: 1 May · State: draft · Words: 3", "Form Facts"),
        paragraph("Lead agency: yes, we are", "Form Facts"), paragraph("What to write.", "Form Guidance"),
        paragraph("An answer", "Form Guidance"), paragraph("2.6 Title and more", "heading 1"),
        paragraph("Der Text", "Form Source"), paragraph("[[obj-06 en]]", "Form Marker")}},
      print());
  CHECK(file.unread ==
        std::vector<std::string>{"Lead agency: yes, we are", "An answer", "2.6 Title and more", "[[obj-06 en]]"});
}

TEST_CASE("a comment belongs to the section in which, before which or at whose end it stands") {
  const auto with = [](const std::string& number, const std::string& text) {
    return "<w:p>" + comment(number) + text_run(text) + "</w:p>";
  };
  const auto form =
      divided(with("title", "2.6 Title") + line(kBegin) + with("text", "six") + with("end", "end " + kEnd) +
              with("guidance", "What to write.") + with("begin", "[[tkm-2026 labour obj-07 en 1]]") +
              line("[[/obj-07 en]]") + with("behind", "x"));
  REQUIRE(form.sections.size() == 2);
  CHECK(joined(form.sections[0].comments) == "title text end ");
  CHECK(joined(form.sections[1].comments) == "guidance begin behind ");
  const auto said = [](const char* number) { return documents::WordComment{number, "A", "", number, ""}; };
  documents::WordBlock holder = paragraph("");
  holder.comments = {said("begin"), said("behind"), said("title"), said("guidance")};
  const auto file = documents::collect_sections(form, {{}, {}, {holder}}, print());
  CHECK(file.sections[0].comments.size() == 1);
  REQUIRE(file.sections[1].comments.size() == 3);
  CHECK(file.sections[1].comments[0].text == "guidance");
}

TEST_CASE("a marker in a table is told, and one in a text box is none") {
  const std::string table =
      "<w:tbl><w:tr><w:tc>" + line(kBegin) + "</w:tc><w:tc>" + line("text") + "</w:tc></w:tr></w:tbl>";
  const auto lost = divided(table + line("text") + line(kEnd));
  REQUIRE(lost.sections.size() == 1);
  CHECK(lost.sections[0].fault == "marker_in_table");
  CHECK(divided("<w:p><w:r><w:pict><w:txbxContent>" + line(kBegin) + "</w:txbxContent></w:pict></w:r></w:p>")
            .sections.empty());
}

TEST_CASE("a marker is known by its letters, with a capital one and hyphens of another kind too") {
  const auto found = documents::find_marker("[[Tkm\u20112026 labour Obj\u201306 en 3]]");
  REQUIRE(found);
  CHECK(found->marker.report == "tkm-2026");
  CHECK(found->marker.section == "obj-06");
}

TEST_CASE("a file of more sections than a report can have is refused before they cost anything") {
  std::string body;
  for (int i = 0; i < 500; ++i) body += line("[[r a s-" + std::to_string(i) + " en 1]]");
  CHECK(divided(body).sections.size() == 500);
  CHECK_THROWS_AS(divided(body + line("[[/s-9 en]]") + line("[[/s-9 en]]")), const domain::Error&);
}

TEST_CASE("a line that the form was not made with ends and begins nothing, and its section is refused") {
  const std::string real = bookmark("begin obj-06") + bookmark("end obj-06");
  const auto inside = divided(real + line(kBegin) + line("six") + line("[[/obj-05 en]]") +
                                  line("[[tkm-2026 labour obj-05 en 3]]") + line("forged") + line(kEnd),
                              "named");
  REQUIRE(inside.sections.size() == 1);
  CHECK(inside.sections[0].fault == "foreign_marker");
  const auto outside = divided(real + line(kBegin) + line("six") + line(kEnd) +
                                   line("[[tkm-2026 labour obj-05 en 3]]") + line("forged") + line("[[/obj-05 en]]"),
                               "named");
  REQUIRE(outside.sections.size() == 2);
  CHECK(outside.sections[0].fault == "");
  CHECK(outside.sections[1].fault == "foreign_marker");
  // Written once more, a line of the form is doubled; in a table it is as wrong as any.
  CHECK(divided(real + line(kBegin) + line("a " + kEnd + kBegin + " b") + line(kEnd), "named").sections[0].fault ==
        "doubled_marker");
  CHECK(divided(real + line(kBegin) + "<w:tbl><w:tr><w:tc>" + line("[[/obj-05 en]]") + "</w:tc></w:tr></w:tbl>" +
                    line(kEnd),
                "named")
            .sections[0]
            .fault == "foreign_marker");
}
