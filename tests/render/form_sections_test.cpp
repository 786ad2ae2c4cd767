// Markers of a form, and the sections between them.
#include "render/form_sections.hpp"

#include <doctest/doctest.h>

namespace {

using render::FormMarker;
using render::WordBlock;

WordBlock paragraph(const std::string& text, const std::string& style = "") {
  WordBlock block;
  block.style = style;
  render::RichRun run;
  run.text = text;
  block.block.line = {run};
  return block;
}

const std::string kBegin = "[[tkm-2026 labour obj-06 en 3]]";
const std::string kEnd = "[[/obj-06 en]]";

render::FormFile file_of(const std::vector<std::string>& lines) {
  std::vector<WordBlock> blocks;
  for (const auto& line : lines) blocks.push_back(paragraph(line));
  return render::find_sections(std::move(blocks));
}

render::FormPrint print() {
  render::FormPrint print;
  print.add_fixed("en");
  print.add_line("2.6 Title");
  print.add_line("What to write.");
  return print;
}

}  // namespace

TEST_CASE("a marker says what it is about, and is found again in a line") {
  const FormMarker source{false, "tkm-2026", "labour", "obj-06", "en", 3, 0};
  const FormMarker translation{false, "tkm-2026", "labour", "obj-06", "ru", 0, 3};
  CHECK(render::spell_begin(source) == kBegin);
  CHECK(render::spell_end(source) == kEnd);
  CHECK(render::spell_begin(translation) == "[[tkm-2026 labour obj-06 ru 0 of 3]]");
  const auto found = render::find_marker("text [[x]] " + render::spell_begin(translation) + " more");
  REQUIRE(found);
  CHECK(found->begin == 11);
  CHECK(found->marker.section == "obj-06");
  CHECK(found->marker.source_revision == 3);
  CHECK(render::find_marker("[[ tkm-2026\u00A0labour obj-06  en 3 ]]")->marker.revision == 3);
  CHECK(render::find_marker("[[ / obj-06 en ]]")->marker.end);
}

TEST_CASE("what only looks like a marker is text") {
  for (const char* text : {"[[]]", "[[ ]]", "[[a b c d]]", "[[a b c d e]]", "[[a b c d -1]]", "[[a b c d 1 of x]]",
                           "[[/a]]", "[[a b c d 99999999999999999999]]", "[[a b c d 1", "[1] [[2]]"}) {
    CAPTURE(text);
    CHECK_FALSE(render::find_marker(text));
  }
}

TEST_CASE("sections are found in any order, and what stands outside of them is told") {
  const auto file =
      file_of({"[[tkm-2026 labour obj-07 en 1]]", "seven", "[[/obj-07 en]]", "left outside", kBegin, "six", kEnd});
  REQUIRE(file.sections.size() == 2);
  CHECK(file.sections[0].marker.section == "obj-07");
  CHECK(render::letters_of(file.sections[1].blocks) == "six\n");
  CHECK(file.unread == std::vector<std::string>{"left outside"});
}

TEST_CASE("a marker on a line with text is cut out of it") {
  const auto file = file_of({"lost " + kBegin + " first", "last " + kEnd + " lost too"});
  REQUIRE(file.sections.size() == 1);
  CHECK(file.sections[0].fault == "");
  CHECK(render::letters_of(file.sections[0].blocks) == "first\nlast\n");
  CHECK(file.unread.size() == 2);
}

TEST_CASE("a marker that is missing or doubled is told, and harms no other section") {
  const std::string other = "[[tkm-2026 labour obj-07 en 1]]";
  const auto no_end = file_of({kBegin, "six", other, "seven", "[[/obj-07 en]]"});
  REQUIRE(no_end.sections.size() == 2);
  CHECK(no_end.sections[0].fault == "end_marker_missing");
  CHECK(no_end.sections[1].fault == "");
  CHECK(file_of({kBegin, "six"}).sections[0].fault == "end_marker_missing");
  const auto no_begin = file_of({"six", kEnd, other, "seven", "[[/obj-07 en]]"});
  CHECK(no_begin.sections[0].fault == "begin_marker_missing");
  CHECK(no_begin.sections[1].fault == "");
  const auto doubled = file_of({kBegin, "a", kEnd, other, "[[/obj-07 en]]", kBegin, "b", kEnd});
  REQUIRE(doubled.sections.size() == 3);
  CHECK(doubled.sections[0].fault == "doubled_marker");
  CHECK(doubled.sections[1].fault == "");
  CHECK(doubled.sections[2].fault == "doubled_marker");
}

TEST_CASE("guidance that was moved into a section is dropped, and what was typed in its style is text") {
  const auto file = render::find_sections(
      {paragraph(kBegin, "Form Marker"), paragraph("What to  write.", "Form Guidance"),
       paragraph("A typed answer", "Form Guidance"), paragraph("text", "Form Marker"), paragraph(kEnd)},
      print());
  REQUIRE(file.sections.size() == 1);
  CHECK(render::letters_of(file.sections[0].blocks) == "A typed answer\ntext\n");
}

TEST_CASE("outside of the sections all is told but what the form prints itself") {
  const auto file = render::find_sections(
      {paragraph("How to use this form", "Form Instruction Heading"), paragraph("2.6 Title", "heading 1"),
       paragraph("Lead agency: Labour · Due: 1 May · State: draft · Words: 3", "Form Facts"),
       paragraph("Lead agency: yes, we are", "Form Facts"), paragraph("What to write.", "Form Guidance"),
       paragraph("An answer", "Form Guidance"), paragraph("2.6 Title and more", "heading 1"),
       paragraph("Der Text", "Form Source"), paragraph(kBegin), paragraph(kEnd),
       paragraph("[[obj-06 en]]", "Form Marker")},
      print());
  CHECK(file.unread ==
        std::vector<std::string>{"Lead agency: yes, we are", "An answer", "2.6 Title and more", "[[obj-06 en]]"});
}

TEST_CASE("a comment belongs to the section in which, before which or at whose end it stands") {
  const auto with_comment = [](WordBlock block, const char* text) {
    block.comments.push_back({"A", "", text, ""});
    return block;
  };
  const std::string other = "[[tkm-2026 labour obj-07 en 1]]";
  const auto file = render::find_sections(
      {with_comment(paragraph("2.6 Title"), "title"), paragraph(kBegin), with_comment(paragraph("six"), "text"),
       with_comment(paragraph("end " + kEnd), "end"), with_comment(paragraph("What to write."), "guidance"),
       with_comment(paragraph(other), "begin"), paragraph("[[/obj-07 en]]"), with_comment(paragraph("x"), "behind")});
  const auto comments = [&](std::size_t section) {
    std::string all;
    for (const auto& comment : file.sections.at(section).comments) all += comment.text + " ";
    return all;
  };
  CHECK(comments(0) == "title text end ");
  CHECK(comments(1) == "guidance begin behind ");
}

TEST_CASE("a marker that slipped into a list or a quote is found there, and one in a table is told") {
  const auto part = [](const std::string& text) { return std::vector<render::RichBlock>{paragraph(text).block}; };
  WordBlock numbers;
  numbers.block = {
      render::RichBlock::Kind::list, 1, {}, {}, {part("outside"), part(kBegin), part("a"), part("b " + kEnd)}, {}};
  const auto file = render::find_sections({numbers});
  REQUIRE(file.sections.size() == 1);
  CHECK(file.sections[0].fault == "");
  CHECK(render::letters_of(file.sections[0].blocks) == "a\n\nb\n");
  WordBlock table;
  table.block.kind = render::RichBlock::Kind::table;
  table.block.rows = {{paragraph(kBegin).block.line}, {paragraph("text").block.line}};
  const auto lost = render::find_sections({table, paragraph("text"), paragraph(kEnd)});
  REQUIRE(lost.sections.size() == 1);
  CHECK(lost.sections[0].fault == "marker_in_table");
}

TEST_CASE("a marker is known by its letters, with a capital one and hyphens of another kind too") {
  const auto found = render::find_marker("[[Tkm\u20112026 labour Obj\u201306 en 3]]");
  REQUIRE(found);
  CHECK(found->marker.report == "tkm-2026");
  CHECK(found->marker.section == "obj-06");
}
