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

TEST_CASE("guidance that was moved into a section is dropped, and the form's own words are no loss") {
  const auto file = render::find_sections({paragraph("How to", "Form Instruction"), paragraph(kBegin, "Form Marker"),
                                           paragraph("guidance", "Form Guidance"), paragraph("text", "Form Marker"),
                                           paragraph(kEnd), paragraph("[[obj-06 en]]", "Form Marker")});
  REQUIRE(file.sections.size() == 1);
  CHECK(render::letters_of(file.sections[0].blocks) == "text\n");
  CHECK(file.unread == std::vector<std::string>{"[[obj-06 en]]"});
}
