// What translators' tools make of a file, and what is refused in it.
#include <doctest/doctest.h>

#include "support/xliff_exchange.hpp"

using namespace support;

TEST_CASE("units and markup that are not the source's are told one by one, and nothing is saved") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Every **case**.\n\nEnd.\n").status == 201);
  std::string file = replaced(f.out(), "<source>End.</source>\n", "<source>End.</source>\n<target>Конец.</target>\n");
  file = replaced(file, "</pc>.</source>\n", "</pc>.</source>\n<target>Каждый случай.</target>\n");
  const Json lost = f.first(file);
  CHECK(lost["outcome"] == "invalid");
  CHECK(lost["units"][0]["unit"] == "u1");
  CHECK(lost["units"][0]["message"].get<std::string>().find("is missing") != std::string::npos);
  const Json unknown = f.first(replaced(file, "<unit id=\"u2\"", "<unit id=\"u9\""));
  CHECK(unknown["outcome"] == "invalid");
  CHECK(f.first(replaced(file, "<source>End.", "<source>Fin."))["outcome"] == "invalid");
  CHECK(f.first(replaced(file, "obj-07.s1.t0", "obj-07.s7.t0"))["outcome"] == "invalid");
  CHECK(f.first(replaced(file, "<file id=\"obj-07.s1.t0\"", "<file id=\"zebra\""))["outcome"] == "invalid");
}

TEST_CASE("a file of another report, other languages or another format is refused whole") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  const std::string file = f.out();
  for (const auto& wrong :
       {replaced(file, "original=\"tkm-2026/", "original=\"other/"), replaced(file, "srcLang=\"en\"", "srcLang=\"ru\""),
        replaced(file, "trgLang=\"ru\"", "trgLang=\"en\""), replaced(file, "trgLang=\"ru\"", "trgLang=\"fr\""),
        replaced(file, "version=\"2.0\"", "version=\"1.2\""), std::string("<html/>")}) {
    CHECK(f.send(wrong, f.translator).status == 422);
  }
  const auto entity = f.send(replaced(file, "<xliff ", "<!DOCTYPE x [<!ENTITY e \"e\">]><xliff "), f.translator);
  CHECK(entity.status == 422);
  CHECK(entity.json()["detail"].get<std::string>().find("declares entities") != std::string::npos);
  CHECK(f.translator.post(f.path("/translations"), Json::object()).status == 415);
}

TEST_CASE("languages may be written as tools write them, and the file be sent as plain XML or only as a file") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  std::string file = f.source_then_target("One.", "Раз.", f.out());
  file = replaced(replaced(file, "srcLang=\"en\"", "srcLang=\"en-US\""), "trgLang=\"ru\"", "trgLang=\"RU-ru\"");
  for (const char* type : {"application/xml", "text/xml; charset=utf-8", "application/octet-stream"}) {
    const auto answer = f.translator.send("POST", f.path("/translations?dry_run=true"), file, {{"Content-Type", type}});
    CHECK(answer.status == 200);
    CHECK(answer.json()["language"] == "ru");
    CHECK(answer.json()["sections"][0]["outcome"] == "saved");
  }
}

TEST_CASE("what is wrong is told before what is missing, fifty units at the most") {
  TestApp app;
  const Exchange f(app);
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Paragraph " + std::to_string(i) + ".\n\n";
  REQUIRE(f.save(text + "The **end**.\n").status == 201);
  const std::string file = replaced(f.out(), "</pc>.</source>\n", "</pc>.</source>\n<target>Конец.</target>\n");
  const Json result = f.first(file);
  CHECK(result["outcome"] == "invalid");
  REQUIRE(result["units"].size() == 50);
  CHECK(result["units"][0]["unit"] == "u61");
  CHECK(result["units"][1]["unit"] == "u1");
}

TEST_CASE("units that cannot be written as Markdown are named with the reason") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n").status == 201);
  const std::string file =
      f.source_then_target("Two.", "См. https://example.org", f.source_then_target("One.", "Раз.", f.out()));
  const Json result = f.first(file);
  CHECK(result["outcome"] == "invalid");
  REQUIRE(result["units"].size() == 1);
  CHECK(result["units"][0]["unit"] == "u2");
  CHECK(result["units"][0]["message"].get<std::string>().find("an address") != std::string::npos);
}

TEST_CASE("a file with two parts for a section, or one that is written otherwise, is not taken") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  REQUIRE(f.save("Two.").status == 200);
  const std::string file = f.out();
  const auto begin = file.find("  <file ");
  const std::string part = file.substr(begin, file.find("</xliff>") - begin);
  const auto twice = f.send(replaced(file, "</xliff>", replaced(part, ".s2.", ".s1.") + "</xliff>"), f.translator);
  CHECK(twice.status == 422);
  CHECK(twice.json()["detail"].get<std::string>().find("'obj-07'") != std::string::npos);
  CHECK(f.first(replaced(file, "obj-07.s2.t0", "obj-07.s02.t0"))["outcome"] == "invalid");
}

TEST_CASE("an id or a language of many letters in a message is never cut within one") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  std::string letters;
  for (int i = 0; i < 300; ++i) letters += "ы";
  const std::string file = f.out();
  for (const std::string& lead : {std::string(), std::string("a")}) {
    for (const auto& wrong : {replaced(file, "trgLang=\"ru\"", "trgLang=\"" + lead + letters + "\""),
                              replaced(file, "original=\"tkm-2026/", "original=\"" + lead + letters)}) {
      const auto refused = f.send(wrong, f.translator);
      CHECK(refused.status == 422);
      CHECK(refused.body.find("ыы...") != std::string::npos);
      CHECK(refused.body.find("\uFFFD") == std::string::npos);  // which stands for a letter that is none
    }
  }
}

TEST_CASE("a file that is the same has the same tag, and one that is too large is told what to do") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  const auto first = f.translator.get(f.path("/translations.xlf?language=ru"));
  const HeaderMap have{{"If-None-Match", first.etag()}};
  CHECK(f.translator.get(f.path("/translations.xlf?language=ru"), have).status == 304);
  REQUIRE(f.save("Two.").status == 200);
  CHECK(f.translator.get(f.path("/translations.xlf?language=ru"), have).status == 200);
  const auto refused = f.send(std::string(16 * 1024 * 1024 + 1, ' '), f.translator);
  CHECK(refused.status == 413);
  CHECK(refused.json()["detail"].get<std::string>().find("sections=") != std::string::npos);
}

TEST_CASE("who may not save this translation hears so at once, and nothing of its units") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.").status == 201);
  const std::string file = f.out();
  const Json refused = f.send(file, f.ministry).json()["sections"][0];
  CHECK(refused["outcome"] == "refused");
  CHECK(refused["units"] == Json::array());
}

TEST_CASE("words that look like the parts of a file are words in it, and come back as such") {
  TestApp app;
  const Exchange f(app);
  const std::string forged =
      "]]></source></segment></unit></file><file id=\"obj-08.s1.t0\"><unit id=\"u1\"><segment><source>Eight."
      "</source><target>Forged.</target></segment></unit></file><!-- {1} %s <ph id=\"1\"/> &lt;pc id=\"1\"&gt; -->";
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), {{"title", {{"en", forged}}}}).status == 200);
  REQUIRE(f.save("`" + forged + "`\n\n" + replaced(forged, "]]>", "\\]\\]\\>")).status == 201);
  const std::string file = f.out("&sections=obj-07");
  CHECK(file.find("<file ") == file.rfind("<file "));
  CHECK(f.in(file)["sections"].size() == 1);
  CHECK(f.first(file)["section"] == "obj-07");
  CHECK(f.translator.get(f.section("obj-08", "/texts/ru")).status == 404);
}

TEST_CASE("a part whose id was changed to another section's is held against the texts of that one") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Seven.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  const std::string file = f.source_then_target("Seven.", "Семь.", f.out("&sections=obj-07"));
  const std::string moved = replaced(replaced(file, "obj-07.s1.t0", "obj-08.s1.t0"), "/obj-07\"", "/obj-08\"");
  CHECK(f.send(replaced(file, "obj-07.s1.t0", "obj-08.s1.t0"), f.coordinator).status == 422);
  const auto answer = f.send(moved, f.coordinator).json();
  CHECK(answer["sections"][0]["outcome"] == "invalid");
  CHECK(answer["sections"][0]["units"][0]["message"] ==
        "This unit cannot be used: its source text is not that of the report.");
  CHECK(f.translator.get(f.section("obj-08", "/texts/ru")).status == 404);
}

TEST_CASE("who sends a file that somebody else worked on is told all that it changes") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.").status == 201);
  REQUIRE(f.first(f.source_then_target("Two.", "Два.", f.source_then_target("One.", "Раз.", f.out())))["diff"] ==
          "--- obj-07.ru.0\n+++ obj-07.ru.file\n@@ -0,0 +1,3 @@\n+Раз.\n+\n+Два.\n\\ No newline at end of file\n");
  const std::string file = f.out();
  CHECK(f.send(file, f.coordinator).json()["sections"][0]["diff"].is_null());
  const std::string changed = replaced(file, "<target>Раз.", "<target>Ноль.");
  const Json tried = f.send(changed, f.coordinator, "?dry_run=true").json()["sections"][0];
  CHECK(tried["section"] == "obj-07");
  CHECK(tried["diff"].get<std::string>().find("-Раз.\n+Ноль.\n \n Два.") != std::string::npos);
  CHECK(f.send(changed, f.coordinator).json()["sections"][0] == tried);
  const Json late = f.first(replaced(file, "<target>Раз.", "<target>Три."));
  CHECK(late["outcome"] == "conflict");
  CHECK(late["diff"].is_null());
}
