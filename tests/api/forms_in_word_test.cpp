// Word forms over HTTP: translations, and what a word processor puts into a file.
#include <doctest/doctest.h>

#include "support/form_desk.hpp"

using namespace support;

namespace {

const std::string kEndLine = "[[/obj-07 en]]";

std::string paragraph(const std::string& inside, const std::string& style = "") {
  const std::string look = style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + look + inside + "</w:p>";
}
std::string run(const std::string& text, const std::string& look = "") {
  return "<w:r><w:rPr>" + look + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

// With something put before the line that ends the text.
std::string with_added(const std::string& docx, const std::string& xml) {
  auto parts = usecases::read_docx(docx);
  std::string& words = parts.at("word/document.xml");
  words.insert(words.rfind("<w:p>", words.find(kEndLine)), xml);
  return documents::make_archive(parts);
}

// With a comment on the line that has these words.
std::string with_comment(const std::string& docx, const std::string& line, const std::string& text) {
  auto parts = usecases::read_docx(docx);
  std::string& words = parts.at("word/document.xml");
  words.insert(words.rfind("<w:r>", words.find(line)), "<w:commentRangeStart w:id=\"7\"/>");
  words.insert(words.find("</w:p>", words.find(line)),
               "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>");
  parts["word/comments.xml"] =
      "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"7\" "
      "w:author=\"A. Head\"><w:p><w:r><w:t>" +
      text + "</w:t></w:r></w:p></w:comment></w:comments>";
  std::string& rels = parts["word/_rels/document.xml.rels"];
  if (rels.find("comments.xml") == std::string::npos) {
    rels.insert(rels.find("</Relationships>"),
                "<Relationship Id=\"rc\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                "comments\" Target=\"comments.xml\"/>");
  }
  return documents::make_archive(parts);
}

}  // namespace

TEST_CASE("a translation is written in a form too, and says what it was made from") {
  const Forms forms;
  const std::string form = forms.fetch("labour", "?language=ru");
  const std::string begin = "[[tkm-2026 labour obj-07 ru 0 of 1]]</w:t></w:r></w:p>";
  const std::string edited = with_replaced(form, {{begin, begin + "<w:p><w:r><w:t>Перевод.</w:t></w:r></w:p>"}});
  REQUIRE(forms.f
              .save("The source text was changed meanwhile.\n\n- One shelter\n\n| Year | Places |\n|:--|--:|\n"
                    "| 2025 | **40** |\n\n    a line of code\n")
              .status == 200);
  CHECK(forms.sent(edited)["outcome"] == "saved");
  const auto translation = [&] { return forms.f.writer.get(forms.f.section("obj-07", "/texts/ru")).json(); };
  const Json text = translation();
  CHECK(text["markdown"] == "Перевод.\n");
  CHECK(text["source_revision"] == 1);
  CHECK(text["translation"] == "stale");
  // Its form says so, shows the source text, and leaves the translation one of what it was made from.
  const std::string again = forms.fetch("labour", "?language=ru");
  const std::string words = usecases::read_docx(again).at("word/document.xml");
  CHECK(words.find("obj-07 ru 1 of 1]]") != std::string::npos);
  for (const char* line :
       {"The source text was changed meanwhile.", "– One shelter", "Year | Places", "2025 | 40", ">a line of code<"}) {
    CAPTURE(line);
    CHECK(words.find(line) != std::string::npos);
  }
  CHECK(words.find(": 1 → 2") != std::string::npos);
  const auto answer = forms.send(forms.f.writer, with_replaced(again, {{"Перевод.", "Перевод, исправлен."}})).json();
  CHECK(answer["unread"].empty());
  CHECK(answer["counts"]["saved"] == 1);
  CHECK(translation()["source_revision"] == 1);
  CHECK(translation()["translation"] == "stale");
  // Who has looked at the source text says so in the marker, whether words changed or not.
  const std::string latest = forms.fetch("labour", "?language=ru");
  CHECK(forms.sent(latest)["outcome"] == "unchanged");
  CHECK(forms.sent(with_replaced(latest, {{"ru 2 of 1]]", "ru 2 of 2]]"}}))["outcome"] == "saved");
  CHECK(translation()["translation"] == "current");
  CHECK(translation()["markdown"] == "Перевод, исправлен.\n");
}

TEST_CASE("a translator of all agencies has the form of each, with what translators may write") {
  const Forms forms;
  const auto russian = forms.app.person("russian", {{{"role", "translator"}, {"languages", {"ru"}}}});
  const auto form = russian.get(forms.f.path("/forms/labour.docx?language=ru"));
  REQUIRE(form.status == 200);
  CHECK(russian.get(forms.f.path("/forms/labour.docx?language=tk")).status == 403);
  CHECK(russian.get(forms.f.path("/forms/labour.docx")).status == 403);
  const std::string begin = "[[tkm-2026 labour obj-07 ru 0 of 1]]</w:t></w:r></w:p>";
  const std::string edited = with_replaced(form.body, {{begin, begin + "<w:p><w:r><w:t>Перевод.</w:t></w:r></w:p>"}});
  CHECK(forms.send(russian, edited).json()["counts"]["saved"] == 1);
  const auto english = forms.f.translator.get(forms.f.path("/forms/labour.docx"));
  REQUIRE(english.status == 200);
  CHECK(usecases::read_docx(english.body).at("word/document.xml").find("[[tkm-2026") == std::string::npos);
}

TEST_CASE("comments alone change nothing, and the answer has them and says where they are kept") {
  const Forms forms;
  for (const char* line : {"Permits", "[[/obj-07 en]]", "[[tkm-2026 labour obj-07"}) {
    CAPTURE(line);
    const Json section = forms.sent(with_comment(forms.fetch(), line, "Is this right?"));
    CHECK(section["outcome"] == "unchanged");
    REQUIRE(section["comments"].size() == 1);
    CHECK(section["comments"][0]["text"] == "Is this right?");
    CHECK(section["remarks"].dump().find("comments are kept among the report's events") != std::string::npos);
  }
  CHECK(forms.text()["revision"] == 1);
  const auto kept = [&](const Caller& caller) {
    std::vector<Json> events;
    const Json page = caller.get(forms.f.path("/events?after=0&limit=200")).json();
    for (const Json& event : page["items"]) {
      if (event["type"] == "text.commented") events.push_back(event["data"]);
    }
    return events;
  };
  // Those on the two marker lines say the same. Sent again they are not kept again, and who may not read the text does
  // not read them.
  REQUIRE(kept(forms.f.writer).size() == 2);
  forms.sent(with_comment(forms.fetch(), "[[tkm-2026 labour obj-07", "Is this right?"));
  const auto comments = kept(forms.f.writer);
  REQUIRE(comments.size() == 2);
  CHECK(comments[0]["comments"].get<std::string>().find("Is this right?") != std::string::npos);
  CHECK(kept(forms.f.other_writer)[0]["comments"].is_null());
  const std::string refused = with_replaced(forms.fetch(), {{"obj-07 en 1]]", "obj-07 en 9]]"}});
  CHECK(forms.sent(with_comment(refused, "Permits", "Which?"))["comments"].size() == 1);
}

TEST_CASE("what Word puts into fields is read, and words that stand where none are read are named") {
  const Forms forms;
  const std::string field =
      paragraph(run("Table ") + "<w:fldSimple w:instr=\" SEQ Table \">" + run("7") + "</w:fldSimple>" +
                run(". Permits, 10") + run("6", "<w:vertAlign w:val=\"superscript\"/>"));
  Json saved = forms.sent(with_added(forms.fetch(), field), "?dry_run=true");
  CHECK(saved["markdown"].get<std::string>().find("\n\nTable 7. Permits, 10⁶\n") != std::string::npos);
  CHECK(saved["remarks"].empty());
  const std::string box =
      "<w:p><w:r><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape><v:textbox><w:txbxContent>" +
      paragraph(run("Words in a box")) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  saved = forms.sent(with_added(forms.fetch(), box), "?dry_run=true");
  REQUIRE(saved["remarks"].size() == 1);
  CHECK(saved["remarks"][0].get<std::string>().find("\"Words in a box\"") != std::string::npos);
}

TEST_CASE("a section of a form gets the warnings that saving its text by itself has, before it is saved too") {
  const Forms forms;
  const std::string edited = with_added(forms.fetch(), paragraph(run("![A map](none.png)")));
  for (const char* query : {"?dry_run=true", ""}) {
    const Json warnings = forms.sent(edited, query)["warnings"];
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0]["code"] == "picture_missing");
  }
}

TEST_CASE("a form may hold pictures of some MiB, which are counted and left out") {
  const Forms forms;
  auto parts = usecases::read_docx(with_replaced(forms.fetch(), {{"Permits", "Licences"}}));
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 3'000'000; ++i) noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  parts["word/media/photo.png"] = noise;
  CHECK(forms.sent(documents::make_archive(parts), "?dry_run=true")["outcome"] == "would_save");
}

TEST_CASE("what was typed in a style of the form is text in a section, and told outside of it") {
  const Forms forms;
  std::string edited = with_added(forms.fetch(), paragraph(run("An answer."), "FormGuidance"));
  CHECK(forms.sent(edited, "?dry_run=true")["markdown"].get<std::string>().find("\n\nAn answer.\n") !=
        std::string::npos);
  const std::string end = "<w:sectPr";
  edited = with_replaced(forms.fetch(), {{end, paragraph(run("Typed below."), "FormInstruction") + end}});
  CHECK(forms.send(forms.f.writer, edited, "?dry_run=true").json()["unread"] == Json::array({"Typed below."}));
}
