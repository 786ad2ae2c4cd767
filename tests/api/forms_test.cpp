// Word forms over HTTP, made and read by the real pandoc.
#include <doctest/doctest.h>

#include <algorithm>

#include "demo/script.hpp"
#include "support/form_desk.hpp"

using namespace support;

TEST_CASE("an agency gets its sections as a Word form, and the same bytes again") {
  const Forms forms;
  const auto answer = forms.f.writer.get(forms.f.path("/forms/labour.docx"));
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == kDocxType);
  CHECK(answer.header("Content-Language") == "en");
  CHECK(answer.header("Content-Disposition") == "attachment; filename=\"tkm-2026.labour.en.docx\"");
  CHECK(forms.fetch() == answer.body);
  CHECK(forms.f.writer.get(forms.f.path("/forms/labour.docx"), {{"If-None-Match", answer.etag()}}).status == 304);
  const std::string words = usecases::read_docx(answer.body).at("word/document.xml");
  CHECK(words.find("[[tkm-2026 labour obj-07 en 1]]") != std::string::npos);
  CHECK(words.find("[[/obj-07 en]]") != std::string::npos);
  CHECK(words.find("obj-08") == std::string::npos);
}

TEST_CASE("a form that comes back unedited changes nothing, whoever contributes") {
  const Forms forms;
  CHECK(forms.sent(forms.fetch())["outcome"] == "unchanged");
  const auto other = forms.send(forms.f.contributor, forms.fetch("health"));
  CHECK(other.json()["counts"]["unchanged"] == 1);
  CHECK(forms.text()["revision"] == 1);
}

TEST_CASE("an edited paragraph becomes a revision, and the rest keeps its bytes") {
  const Forms forms;
  const std::string edited = with_replaced(forms.fetch(), {{"with a note", "with one note"}});
  const Json dry = forms.sent(edited, "?dry_run=true");
  CHECK(dry["outcome"] == "would_save");
  CHECK(dry["diff"].get<std::string>().find("+Figures *of the year*, with one note.[^1]\n") != std::string::npos);
  CHECK(forms.text()["revision"] == 1);
  const Json saved = forms.sent(edited);
  CHECK(saved["outcome"] == "saved");
  CHECK(saved["revision"] == 2);
  std::string expected = kFormText;
  expected.replace(0, expected.find("[^1]"), "Figures *of the year*, with one note.");
  CHECK(forms.text()["markdown"] == expected);
  CHECK(forms.text()["author"]["agency"] == "labour");
  const Json again = forms.sent(edited);
  CHECK(again["outcome"] == "unchanged");
  CHECK(forms.text()["revision"] == 2);
}

TEST_CASE("a form is told where its text and the glossary disagree, before it is saved and then") {
  const Forms forms;
  const std::string edited = with_replaced(forms.fetch(), {{"with a note", "on legal migration"}});
  for (const char* query : {"?dry_run=true", ""}) {
    const Json warnings = forms.sent(edited, query)["warnings"];
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0]["code"] == "forbidden_term");
    CHECK(warnings[0]["entry"] == "regular-migration");
  }
}

TEST_CASE("a section that was saved in the meantime is refused with both texts, and the others go in") {
  const Forms forms;
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-06"), {{"lead", "labour"}}).status == 200);
  const auto blank = forms.fetch();
  const std::string begin = "[[tkm-2026 labour obj-06 en 0]]</w:t></w:r></w:p>";
  const std::string edited = with_replaced(
      blank,
      {{"Permits", "Licences"}, {begin, begin + "<w:p><w:r><w:t>The first text of section six.</w:t></w:r></w:p>"}});
  REQUIRE(forms.f.save("A text of somebody else.").status == 200);
  const auto answer = forms.send(forms.f.writer, edited).json();
  CHECK(answer["counts"]["conflict"] == 1);
  CHECK(answer["counts"]["saved"] == 1);
  const Json& section = answer["sections"][1];
  CHECK(section["section"] == "obj-07");
  CHECK(section["code"] == "changed_meanwhile");
  CHECK(section["markdown"].get<std::string>().find("Licences") != std::string::npos);
  CHECK(section["present"]["markdown"] == "A text of somebody else.");
  CHECK(section["present"]["revision"] == 2);
  CHECK(section["present"]["saved_by"]["user"] == "writer");
  CHECK(forms.text("obj-06")["markdown"] == "The first text of section six.\n");
  CHECK(forms.text()["revision"] == 2);
  // A conflict that could not be solved now is told as what stands in the way.
  REQUIRE(forms.f.submit(forms.f.head).status == 201);
  const auto later = forms.send(forms.f.writer, edited, "?dry_run=true").json();
  CHECK(later["sections"][1]["section"] == "obj-07");
  CHECK(later["sections"][1]["code"] == "wrong_state");
}

TEST_CASE("tracked changes are taken, and comments go into the note of the revision") {
  const Forms forms;
  const auto parts = usecases::read_docx(forms.fetch());
  const std::string run = "<w:r><w:t xml:space=\"preserve\">";
  REQUIRE(parts.at("word/document.xml").find("Permits</w:t></w:r>") != std::string::npos);
  auto edited =
      with_replaced(forms.fetch(),
                    {{"Permits</w:t></w:r>",
                      "Per</w:t></w:r><w:del w:id=\"91\" w:author=\"B\" "
                      "w:date=\"2026-01-15T09:00:00Z\"><w:r><w:delText>x</w:delText></w:r></w:del>"
                      "<w:ins w:id=\"92\" w:author=\"B\" w:date=\"2026-01-15T09:00:00Z\">" +
                          run + "sons</w:t></w:r></w:ins>"},
                     {">91</w:t></w:r>",
                      "></w:t></w:r><w:commentRangeStart w:id=\"7\"/>" + run +
                          "92</w:t></w:r><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>"}});
  auto with_comments = usecases::read_docx(edited);
  with_comments["word/comments.xml"] =
      "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"7\" "
      "w:author=\"A. Writer\" w:date=\"2026-01-14T10:00:00Z\"><w:p><w:r><w:t>As of which "
      "day?</w:t></w:r></w:p></w:comment></w:comments>";
  std::string& rels = with_comments["word/_rels/document.xml.rels"];
  if (rels.find("comments.xml") == std::string::npos) {
    rels.replace(
        rels.find("</Relationships>"), 0,
        "<Relationship Id=\"rc\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" "
        "Target=\"comments.xml\"/>");
  }
  const Json saved = forms.sent(documents::make_archive(with_comments));
  CHECK(saved["outcome"] == "saved");
  CHECK(forms.text()["markdown"].get<std::string>().find("| Persons | 92 |") != std::string::npos);
  REQUIRE(saved["comments"].size() == 1);
  CHECK(saved["comments"][0]["about"] == "92");
  CHECK(forms.text()["note"] == "Comment by A. Writer, 2026-01-14, on \"92\": As of which day?");
}

TEST_CASE("sections are judged one by one as saving them would be, and what is missing is told") {
  const Forms forms;
  const std::string blank = forms.fetch();
  const std::string edited = with_replaced(blank, {{"Permits", "Licences"}});
  const auto refusal = [&](const Replacements& changes) {
    return forms.sent(with_replaced(edited, changes), "?dry_run=true").value("code", "");
  };
  CHECK(refusal({{"[[/obj-07 en]]", ""}}) == "end_marker_missing");
  CHECK(refusal({{"[[tkm-2026 labour", "[[tkm-2030 labour"}}) == "other_report");
  CHECK(refusal({{"obj-07 en 1]]", "obj-99 en 1]]"}, {"[[/obj-07", "[[/obj-99"}}) == "unknown_section");
  CHECK(refusal({{"obj-07 en 1]]", "obj-08 en 1]]"}, {"[[/obj-07", "[[/obj-08"}}) == "not_assigned");
  CHECK(refusal({{"obj-07 en 1]]", "obj-07 de 1]]"}, {"[[/obj-07 en", "[[/obj-07 de"}}) == "unknown_language");
  CHECK(refusal({{"obj-07 en 1]]", "obj-07 en 9]]"}}) == "unknown_revision");
  REQUIRE(forms.f.submit(forms.f.head).status == 201);
  CHECK(forms.sent(edited)["outcome"] == "refused");
  CHECK(forms.sent(edited)["code"] == "wrong_state");
  CHECK(forms.text()["revision"] == 1);
  const std::string now = usecases::read_docx(forms.fetch()).at("word/document.xml");
  CHECK(now.find("obj-07 en 1") == std::string::npos);
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-06"), {{"lead", "labour"}}).status == 200);
  const auto answer = forms.send(forms.f.writer, blank).json();
  CHECK(answer["counts"]["missing"] == 1);
  CHECK(answer["sections"][1]["section"] == "obj-06");
  CHECK(answer["sections"][1]["detail"].is_string());
}

TEST_CASE("a form is for the members of its agency and the coordinator alone") {
  const Forms forms;
  const std::string form = forms.fetch();
  for (const Caller& caller :
       {forms.f.other_writer, forms.f.other_head, forms.f.contributor, forms.f.ministry, forms.f.observer}) {
    const auto refused = caller.get(forms.f.path("/forms/labour.docx"));
    CHECK(refused.status == 403);
    const auto sent = forms.send(caller, with_replaced(form, {{"Permits", "Licences"}}));
    CHECK(sent.status == 403);
    CHECK(sent.body.find("Permits") == std::string::npos);
  }
  CHECK(forms.app.anonymous().get(forms.f.path("/forms/labour.docx")).status == 401);
  CHECK(forms.f.coordinator.get(forms.f.path("/forms/none.docx")).status == 404);
  CHECK(forms.f.coordinator.get(forms.f.path("/forms/labour.docx?language=de")).status == 404);
  CHECK(forms.f.coordinator.get("/v1/reports/none/forms/labour.docx").status == 404);
  // Who writes nothing is refused before the file is looked into.
  for (const Caller& caller : {forms.f.ministry, forms.f.observer}) {
    CHECK(forms.send(caller, "no Word file").status == 403);
  }
  // Naming an agency of one's own opens no section of others.
  const auto forged =
      forms.send(forms.f.other_writer, with_replaced(form, {{"[[tkm-2026 labour", "[[tkm-2026 interior"}}));
  CHECK(forged.json()["sections"][0]["code"] == "not_assigned");
  CHECK(forged.body.find("Permits") == std::string::npos);
}

TEST_CASE("a hostile file, and one that is no form, is refused as a whole") {
  const Forms forms;
  const auto code = [&](const std::string& docx) {
    const auto refused = forms.send(forms.f.writer, docx);
    CHECK(refused.status == 422);
    return refused.code();
  };
  CHECK(code("") == "not_a_docx");
  auto parts = usecases::read_docx(forms.fetch());
  parts["word/document.xml"].insert(0, "<!DOCTYPE a SYSTEM \"http://evil.example/a.dtd\">");
  CHECK(code(documents::make_archive(parts)) == "docx_entities");
  CHECK(code(with_replaced(forms.fetch(), {{"[[", "("}})) == "no_form");
  parts = usecases::read_docx(forms.fetch());
  parts.erase("_rels/.rels");
  CHECK(code(documents::make_archive(parts)) == "unreadable_docx");
  CHECK(forms.send(forms.f.writer, "x", "", {}).status == 422);
  CHECK(forms.f.writer.send("POST", forms.f.path("/forms"), "x", {{"Content-Type", "text/plain"}}).status == 415);
}

TEST_CASE("a form may be sent as no more than a file") {
  const Forms forms;
  const std::string edited = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  const auto sent =
      forms.f.writer.send("POST", forms.f.path("/forms"), edited, {{"Content-Type", "application/octet-stream"}});
  CHECK(sent.json()["counts"]["saved"] == 1);
}

TEST_CASE("a repeated request saves once") {
  const Forms forms;
  const std::string edited = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  const HeaderMap key{{"Idempotency-Key", "form-1"}};
  const auto first = forms.send(forms.f.writer, edited, "", key);
  const auto second = forms.send(forms.f.writer, edited, "", key);
  CHECK(first.json()["counts"]["saved"] == 1);
  CHECK(second.body == first.body);
  CHECK(forms.text()["revision"] == 2);
}

TEST_CASE("without pandoc a form is refused with the program's name") {
  TestApp app;
  const ReportFixture f(app);
  const auto refused = f.writer.get(f.path("/forms/labour.docx"));
  CHECK(refused.status == 501);
  CHECK(refused.code() == "converter_missing");
}

TEST_CASE("the whole sample report, in every language, comes back from its forms as it was") {
  const Forms forms;
  const Caller& coordinator = forms.f.coordinator;
  int texts = 0;
  for (const auto& act : demo::load_script().play) {
    if (act.action != "save" || act.section == "obj-07" || act.section == "obj-08") continue;
    const std::string path = forms.f.section(act.section);
    if (coordinator.get(path).json()["lead"].is_null()) {
      REQUIRE(coordinator.patch(path, {{"lead", "labour"}}).status == 200);
    }
    const auto present = coordinator.get(path + "/texts/" + act.language);
    HeaderMap headers{{"If-None-Match", "*"}};
    if (present.status == 200) headers = {{"If-Match", present.etag()}};
    texts += present.status == 200 ? 0 : 1;
    REQUIRE(coordinator.put(path + "/texts/" + act.language, {{"markdown", act.body.at("markdown")}}, headers).status <
            300);
  }
  int unchanged = 0;
  for (const std::string language : {"en", "ru", "tk"}) {
    const auto answer = forms.send(coordinator, forms.fetch("labour", "?language=" + language)).json();
    CAPTURE(answer.dump(1).substr(0, 2000));
    CHECK(answer["counts"]["unchanged"] == answer["sections"].size());
    CHECK(answer["unread"].empty());
    for (const auto& section : answer["sections"]) unchanged += section["base_revision"] == 0 ? 0 : 1;
  }
  CHECK(unchanged == texts + 1);
}
