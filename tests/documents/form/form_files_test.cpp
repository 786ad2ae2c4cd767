// Forms made and read by the real pandoc: what comes back unedited is what went out.
#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "documents/form/form.hpp"
#include "documents/form/form_merge.hpp"
#include "documents/form/form_sections.hpp"
#include "documents/form/word_package.hpp"
#include "documents/form/word_xml.hpp"
#include "documents/labels/labels.hpp"
#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "support/temporary_folder.hpp"
#include "support/unzipped.hpp"

namespace {

std::string run(const documents::Conversion& conversion) {
  static const std::string pandoc = documents::find_program("pandoc");
  REQUIRE_MESSAGE(!pandoc.empty(), "pandoc is not installed");
  const support::TemporaryFolder folder;
  return documents::run_conversion(pandoc, conversion, folder.path(), {}, {});
}

std::string version() {
  static const std::string said = [] {
    const support::TemporaryFolder folder;
    const auto end = documents::run_process({{documents::find_program("pandoc"), "--version"}, {}, folder.path()}, {});
    REQUIRE_MESSAGE(end.succeeded(), "pandoc is not installed");
    return end.output.substr(end.output.find_first_of("0123456789"));
  }();
  return said;
}

std::string seal_of(const documents::FormMarker& marker) {
  return "nr_" + std::string(marker.end ? "end" : "begin") + marker.section;
}

documents::Form form_of(const std::vector<std::string>& texts, const std::string& language) {
  documents::Form form;
  form.report_title = "Report";
  form.agency_title = "Agency";
  form.language = language;
  for (const auto& text : texts) {
    documents::FormEntry entry;
    entry.marker = {false, "tkm-2026", "labour", "s-" + std::to_string(form.entries.size()), language, 1, 0};
    entry.begin_seal = seal_of(entry.marker);
    entry.end_seal = seal_of({true, "", "", entry.marker.section, language, 0, 0});
    entry.number = "1";
    entry.title = "Title";
    entry.guidance = "What to write.";
    entry.markdown = text;
    form.entries.push_back(std::move(entry));
  }
  return form;
}

std::vector<std::vector<documents::WordBlock>> read(const std::vector<std::string>& files) {
  auto all = documents::read_words(run(documents::reading_conversion(files, "cut")), "cut");
  all.resize(files.size());
  return all;
}

documents::FormFile sections_of(const std::string& docx, const documents::FormPrint& print) {
  auto parts = support::unzipped(docx);
  documents::unwrap_word(parts);
  const documents::WordSymbols symbols(embedded::file("db/documents/symbols.yaml"));
  const documents::WordPackage package(parts, symbols);
  auto form = documents::divide_form(package.document(), seal_of);
  std::vector<std::string> files;
  for (auto& section : form.sections) files.push_back(package.file_of(section));
  files.push_back(package.file_of(form.outside));
  return documents::collect_sections(form, read(files), print);
}

// The texts as they come back from a Word file that was made from them.
std::vector<documents::MergedText> sent_back(const std::vector<std::string>& texts, const std::string& docx) {
  documents::FormPrint print;
  for (const auto& labels : documents::all_labels()) print.add_fixed(labels.language);
  for (const char* line : {"Report", "1 Title", "What to write."}) print.add_line(line);
  const auto file = sections_of(docx, print);
  REQUIRE(file.sections.size() == texts.size());
  CHECK(file.unread.empty());
  std::vector<documents::MarkdownPieces> pieces;
  pieces.reserve(texts.size());
  for (const auto& text : texts) pieces.emplace_back(text);
  std::vector<const documents::MarkdownPieces*> all;
  for (const auto& one : pieces) all.push_back(&one);
  const auto bases =
      documents::read_pieces(all, read({run(documents::pieces_conversion(all, version(), embedded::file))}).front());
  std::vector<documents::MergedText> merged;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(file.sections[i].fault == "");
    merged.push_back(documents::merge_form(texts[i], bases[i], file.sections[i].blocks));
  }
  return merged;
}

void check_unchanged(const std::vector<std::string>& texts, const std::string& language = "en") {
  const auto form = documents::form_conversion(form_of(texts, language), version(), embedded::file);
  const auto merged = sent_back(texts, run(form));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i]);
    CHECK(merged[i].unchanged);
    CHECK(merged[i].markdown == texts[i]);
  }
}

}  // namespace

TEST_CASE("every text of the sample report comes back from Word byte for byte") {
  std::vector<std::string> texts;  // of all languages in one form: a program's start costs more than what it reads
  for (const std::string language : {"en", "ru", "tk"}) {
    CAPTURE(language);
    const std::size_t before = texts.size();
    for (const auto& text : embedded::files_under("db/demo/texts/" + language + "/")) texts.emplace_back(text.data);
    CHECK(texts.size() >= before + 5);
  }
  check_unchanged(texts);
}

TEST_CASE("a text in Arabic and one in Chinese come back from their forms byte for byte") {
  check_unchanged(
      {"تنفذ **تركمانستان** الاتفاق[^1] (12\u00A0345) `code` [الموقع](https://example.org/a).\n\n- بند *مائل*؛\n- "
       "بند\n\n| الولاية | العدد |\n|---|--:|\n| ماري | 5 |\n\n[^1]: قرار 73/195.\n",
       "English in it.\n"},
      "ar");
  check_unchanged({"土库曼斯坦执行《全球**契约**》[^1]。\n\n- 改进*数据*；\n\n[^1]: 第73/195号决议。\n"}, "zh");
}

TEST_CASE("everything that a text may hold comes back byte for byte") {
  check_unchanged({
      "# One\n## Two\n### Three\n#### Four\n##### Five\n###### Six\n\nSetext\n------\ntext\n",
      "*a* _b_ **c** __d__ ***e*** ~~f~~ `g  h` *a **b** c*, x*y*z, **bold *and* more**.\nNext line\\\nbroken line  "
      "\nbroken",
      "- a\n- b\n    - c\n    - d\n        1. e\n        2. f\n- g\n\n* other\n\n1. one\n\n   second paragraph\n\n2. "
      "two\n\n7) seven\n8) eight\n",
      "> quote\n> goes on\n>\n> second\n\n> another\n",
      "```sql\nselect  1;\n\n\tfrom x;\n```\n\n    indented\n\n```\nother\n```\n",
      "| a | b | c |\n|:--|:-:|--:|\n| 1 | *2* | `3\\|4` |\n| x<br>y | [l](https://e.org) | |\n\n| d |\n|---|\n| **e** "
      "|\n| f[^n] |\n\n[^n]: In a table.\n",
      "Notes[^1] here[^long] and[^1] there.\n\n[^1]: One *note*.\n\n[^long]: First.\n\n    Second[^1].\n\n    - item\n",
      "[a](https://example.org/a_b?c=1&d=%20e#f \"title\") <https://example.org/> https://example.org/x, "
      "[m](mailto:a@b.org), [s](#obj-07), [ref][r]\n\n[r]: https://example.org\n",
      "before\n\n***\n\nafter\n\n<!-- comment -->\n\n<div>html</div>\n\nA&nbsp;B &amp; C &lt;d&gt; \\*e\\* 1\\. f\n",
      "“Quotes” — dash – … nbsp\u00A0here, soft\u00ADhyphen, \u2011, Türkmençe ň ž ş, Кириллица ё, 漢字, e\u0301, "
      "\u200E\n",
      "![A map](map.png \"The map\")\n\nIn ![small *x*](x.svg) a line.\n",
      "",
      "\n\nblank lines around\n\n\n\nand within\n\n\n",
      "no line break at the end",
  });
}

TEST_CASE("what a form cannot show as it was written still comes back byte for byte while it is not edited") {
  check_unchanged({
      "> - list in a quote\n>   - deeper\n>\n> > quote in a quote\n",
      "- item\n\n      code in a list\n\n- para\n\n  - list\n\n  para behind a list\n\n- > quote in a list\n",
      "- # heading in a list\n\n-\n- | a |\n  |---|\n  | b |\n",
      "> # heading in a quote\n>\n> ```\n> code\n> ```\n>\n> | a |\n> |---|\n> | b |\n",
      "\\* \\* \\*\n\n- ***\n\n**a***b* <b>raw</b> ![picture](x.png)\n",
  });
}

TEST_CASE("an unknown word of pandoc's tree is passed over, and what is no tree is refused") {
  CHECK(documents::read_word(R"({"blocks": [{"t": "New", "c": [1]}, {"t": "Para", "c": [{"t": "Str", "c": "a"}]}]})")
            .size() == 1);
  for (const char* wrong : {"", "{}", R"({"blocks": 1})", R"({"blocks": [{"t": "Para", "c": [{"t": "Str"}]}]})"}) {
    CHECK_THROWS_AS(documents::read_word(wrong), const domain::Error&);
  }
}
