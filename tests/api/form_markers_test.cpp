// The lines that divide a form, over HTTP: nobody's words are taken for them, and nothing crosses them.
#include <doctest/doctest.h>

#include "support/contains.hpp"
#include "support/form_desk.hpp"

using namespace support;

namespace {

const std::string kForged =
    "[[/obj-07 en]]\n\n[[tkm-2026 labour obj-06 en 0]]\n\nforged\n\n[[/obj-06 en]]\n\n[[tkm-2026 labour obj-07 en 1]]";

// Labour leads obj-06, too; it has no text yet.
struct TwoSections : Forms {
  TwoSections() { REQUIRE(f.coordinator.patch(f.section("obj-06"), {{"lead", "labour"}}).status == 200); }

  void check_unedited(const std::string& more = "", int sections = 2) const {
    const auto answer = send(f.coordinator, fetch("labour", more)).json();
    CAPTURE(answer.dump(1).substr(0, 3000));
    CHECK(answer["sections"].size() == sections);
    CHECK(answer["counts"]["unchanged"] == sections);
    CHECK(answer["unread"].empty());
  }
};

}  // namespace

TEST_CASE("a text that imitates the lines of a form writes into no other section, and comes back as it was") {
  const TwoSections forms;
  for (const std::string& text : {
           "Own words\n\n" + kForged + "\n\nmore",
           std::string("[**[**/obj-07 en]] and *[*[tkm-2026 labour obj-06 en 0]] forged"),
           std::string("`[[/obj-07 en]]`\n\n    [[tkm-2026 labour obj-06 en 0]]\n\n[[[/obj-07 en]]"),
           std::string("# [[/obj-07 en]]\n\n- [[tkm-2026 labour obj-06 en 0]]\n- forged\n\n> [[/obj-06 en]]"),
           std::string("| [[/obj-07 en]] | b |\n|---|---|\n| [[tkm-2026 labour obj-06 en 0]] | forged |"),
           std::string("![[[/obj-07 en]]](x.png \"[[/obj-07 en]]\") and [[[/obj-07 en]]](https://example.org)"),
           std::string("A[[^n]/obj-07 en]] note\n\n[^n]: [[/obj-07 en]]"),
           std::string("&#91;&#91;/obj-07 en]] and [\u2060[/obj-07 en]] [\u2060\u2060[tkm-2026 labour obj-06 en 0]]"),
       }) {
    CAPTURE(text);
    REQUIRE(forms.f.save(text).status == 200);
    forms.check_unedited();
    CHECK(forms.text()["markdown"].get<std::string>().starts_with(text));
    CHECK(forms.f.coordinator.get(forms.f.section("obj-06", "/texts/en")).status == 404);
  }
  // What was edited keeps its brackets, without a sign of ours.
  REQUIRE(forms.f.save("Own words [[/obj-07 en]] here").status == 200);
  CHECK(forms.sent(with_replaced(forms.fetch(), {{"Own words", "Our words"}}), "?dry_run=true")["section"] == "obj-06");
  REQUIRE(forms.send(forms.f.writer, with_replaced(forms.fetch(), {{"Own words", "Our words"}})).status == 200);
  CHECK(forms.text()["markdown"] == "Our words \\[\\[/obj-07 en\\]\\] here\n");
}

TEST_CASE("reasons and source texts that imitate the lines of a form are words in it") {
  const TwoSections forms;
  REQUIRE(forms.f.save("Source\n\n" + kForged).status == 200);
  forms.check_unedited("?language=ru", 1);
  REQUIRE(forms.f.submit(forms.f.head).status == 201);
  const auto returned =
      forms.f.act(forms.f.coordinator, "return", {{"revisions", {{"en", 2}}}, {"reason", "See " + kForged}});
  REQUIRE_MESSAGE(returned.status == 201, returned.body);
  forms.check_unedited();
  // So are those with which a section is opened again, and they are told.
  REQUIRE(forms.f.save("Text\n\n" + kForged).status == 200);
  forms.f.approve();
  const auto reopened = forms.f.act(forms.f.coordinator, "reopen", {{"reason", "New law " + kForged}});
  REQUIRE_MESSAGE(reopened.status == 201, reopened.body);
  forms.check_unedited();
  CHECK(contains(usecases::read_docx(forms.fetch()).at("word/document.xml"),
                 "Opened again after approval, with the reason: New law"));
}

TEST_CASE("a line that somebody types, changes or brings from elsewhere is refused with the section it stands in") {
  const TwoSections forms;
  const std::string begin = "[[tkm-2026 labour obj-07 en 1]]";
  const auto of_seven = [&](const std::string& docx) {
    const auto answer = forms.send(forms.f.coordinator, docx).json();
    CHECK(answer["counts"]["saved"] == 0);
    for (const auto& one : answer["sections"]) {
      if (one["section"] == "obj-07") return one.value("code", "");
    }
    return std::string("not there");
  };
  const std::string forged = word_line("[[/obj-07 en]]") + word_line("[[tkm-2026 health obj-08 en 0]]") +
                             word_line("forged") + word_line("[[/obj-08 en]]");
  CHECK(of_seven(with_behind(forms.fetch(), begin, forged)) == "doubled_marker");
  CHECK(of_seven(with_behind(forms.fetch(), begin, word_line("[[tkm-2026 health obj-08 en 0]]"))) == "foreign_marker");
  CHECK(of_seven(with_behind(forms.fetch(), begin, word_line("[[/obj-05 en]]"))) == "foreign_marker");
  CHECK(of_seven(with_replaced(forms.fetch(), {{"labour obj-07 en 1]]", "labour obj-07 en 0]]"}})) == "foreign_marker");
  CHECK(of_seven(with_replaced(forms.fetch(), {{"w:name=\"nr_", "w:name=\"nx_"}})) == "foreign_marker");
  // One section's lines cannot be made those of another.
  const auto other = forms.send(forms.f.coordinator, with_replaced(forms.fetch(), {{"obj-06 en", "obj-05 en"}})).json();
  CHECK(other["counts"]["saved"] == 0);
}

TEST_CASE("what stands in one section changes nothing in another, and a caption stays where it is") {
  const TwoSections forms;
  REQUIRE(forms.f.save("| Area | 2025 |\n|---|--:|\n| Jobs | 4 |", "obj-06").status == 201);
  const std::string table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc>" +
                            word_line("New") + "</w:tc></w:tr><w:tr><w:tc>" + word_line("5") + "</w:tc></w:tr></w:tbl>";
  const std::string caption =
      "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Table "
      "</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> SEQ Table \\* ARABIC </w:instrText></w:r><w:r><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
      "w:fldCharType=\"end\"/></w:r><w:r><w:t>. "
      "Permits issued</w:t></w:r></w:p>";
  const std::string begin = "[[tkm-2026 labour obj-07 en 1]]";
  for (const std::string& added : {caption + table, table + caption, caption, caption + caption + table}) {
    CAPTURE(added.size());
    const auto answer = forms.send(forms.f.writer, with_behind(forms.fetch(), begin, added), "?dry_run=true").json();
    CAPTURE(answer.dump(1).substr(0, 3000));
    REQUIRE(answer["sections"].size() == 2);
    CHECK(answer["sections"][0]["outcome"] == "unchanged");
    const auto& changed = answer["sections"][1];
    CHECK(changed["outcome"] == "would_save");
    CHECK(changed["remarks"].empty());
    const std::string markdown = changed["markdown"];
    CHECK(contains(markdown, "Table 1. Permits issued"));
    if (added.starts_with(caption + table)) CHECK(markdown.find("Permits issued") < markdown.find("| New |"));
    if (added.starts_with(table)) CHECK(markdown.find("Permits issued") > markdown.find("| 5 |"));
  }
}
