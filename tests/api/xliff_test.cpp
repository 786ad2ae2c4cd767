// Texts out to a translator's tool and back, over HTTP.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "support/xliff_schema.hpp"

using namespace support;

namespace {

const HeaderMap kXliff{{"Content-Type", "application/xliff+xml"}};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

struct Exchange : ReportFixture {
  using ReportFixture::ReportFixture;

  std::string out(const std::string& query = "", const std::string& language = "ru") const {
    const auto answer = translator.get(path("/translations.xlf?lang=" + language + query));
    REQUIRE(answer.status == 200);
    CHECK(schema_complaints(answer.body) == "");
    return answer.body;
  }
  Answer send(const std::string& file, const Caller& caller, const std::string& query = "") const {
    return caller.send("POST", path("/translations" + query), file, kXliff);
  }
  Json in(const std::string& file, const std::string& query = "") const {
    const auto answer = send(file, translator, query);
    REQUIRE(answer.status == 200);
    return answer.json();
  }
  // The first section's result.
  Json first(const std::string& file, const std::string& query = "") const {
    return in(file, query).at("sections").at(0);
  }
  Json russian(const std::string& id = "obj-07") const {
    return translator.get(section(id, "/texts/ru"), {{"Accept", "application/json"}}).json();
  }
  std::string source_then_target(const std::string& source, const std::string& target, const std::string& file) const {
    return replaced(file, "<source>" + source + "</source>\n",
                    "<source>" + source + "</source>\n<target>" + target + "</target>\n");
  }
};

}  // namespace

TEST_CASE("a text goes out by units, comes back translated, and its revision names the source's") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("# Referral\n\nEvery **case** is referred.\n").status == 201);
  std::string file = f.out();
  CHECK(file.find("<file id=\"obj-07.s1.t0\" original=\"tkm-2026/obj-07\"") != std::string::npos);
  file = f.source_then_target("Referral", "Передача", file);
  const Json incomplete = f.first(file);
  CHECK(incomplete["result"] == "incomplete");
  CHECK(incomplete["units"][0]["unit"] == "u2");
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  file = replaced(file, "is referred.</source>\n",
                  "is referred.</source>\n<target>Каждый <pc id=\"1\">случай</pc> * передаётся.</target>\n");
  CHECK(schema_complaints(file) == "");
  const Json tried = f.first(file, "?dry_run=true");
  CHECK(tried["result"] == "saved");
  CHECK(tried["revision"] == 1);
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  const Json saved = f.first(file);
  CHECK(saved["result"] == "saved");
  CHECK(saved["source_revision"] == 1);
  CHECK(f.russian()["markdown"] == "# Передача\n\nКаждый **случай** \\* передаётся.\n");
  CHECK(f.russian()["source_revision"] == 1);
  CHECK(f.russian()["author"]["user"] == "translator");
  CHECK(f.first(file)["result"] == "conflict");  // the file was given out before this revision
}

TEST_CASE("a translation that goes out and comes back untouched is unchanged, to the byte") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Title\n=====\n\n* one\n* two[^n]\n\n[^n]: Note.\n").status == 201);
  const std::string odd = "Заглавие\n========\n\n\n*   один\n*   два[^n]\n\n<!-- here -->\n\n[^n]:    Сноска.\n";
  REQUIRE(f.translator.put(f.section("obj-07", "/texts/ru"), {{"markdown", odd}}, {{"If-None-Match", "*"}}).status ==
          201);
  const std::string file = f.out();
  CHECK(file.find("<segment state=\"final\">") != std::string::npos);
  CHECK(f.first(file)["result"] == "unchanged");
  const Json saved = f.first(replaced(file, "Сноска.", "Примечание."));
  CHECK(saved["result"] == "saved");
  CHECK(f.russian()["markdown"] == replaced(odd, "[^n]:    Сноска.", "[^n]: Примечание."));
}

TEST_CASE("of a stale translation the units whose source did not change keep theirs") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n").status == 201);
  REQUIRE(f.translator.put(f.section("obj-07", "/texts/ru"), {{"markdown", "Раз.\n\nДва.\n"}}, {{"If-None-Match", "*"}})
              .status == 201);
  const std::string before = f.out();
  REQUIRE(f.save("One.\n\nTwo and three.\n").status == 200);
  const Json stale = f.first(before);
  CHECK(stale["result"] == "stale_source");
  CHECK(stale["source_diff"]["from"] == 1);
  CHECK(stale["source_diff"]["to"] == 2);
  const std::string file = f.out("&state=stale");
  CHECK(file.find("<source>One.</source>\n        <target>Раз.</target>") != std::string::npos);
  CHECK(file.find("<segment state=\"initial\" subState=\"nr:stale\">") != std::string::npos);
  CHECK(file.find("The translation was made from: Two.") != std::string::npos);
  CHECK(f.first(file)["result"] == "incomplete");
  CHECK(f.first(replaced(file, "<target>Два.", "<target>Два и три."))["result"] == "saved");
  CHECK(f.russian()["markdown"] == "Раз.\n\nДва и три.\n");
  CHECK(f.russian()["source_revision"] == 2);
}

TEST_CASE("a translation that is built otherwise is not offered, and a note says so") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n").status == 201);
  REQUIRE(
      f.translator.put(f.section("obj-07", "/texts/ru"), {{"markdown", "- Раз.\n- Два.\n"}}, {{"If-None-Match", "*"}})
          .status == 201);
  const std::string file = f.out();
  CHECK(file.find("<target>") == std::string::npos);
  CHECK(file.find("differ from the source") != std::string::npos);
}

TEST_CASE("units and markup that are not the source's are told one by one, and nothing is saved") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Every **case**.\n\nEnd.\n").status == 201);
  std::string file = replaced(f.out(), "<source>End.</source>\n", "<source>End.</source>\n<target>Конец.</target>\n");
  file = replaced(file, "</pc>.</source>\n", "</pc>.</source>\n<target>Каждый случай.</target>\n");
  const Json lost = f.first(file);
  CHECK(lost["result"] == "invalid");
  CHECK(lost["units"][0]["unit"] == "u1");
  CHECK(lost["units"][0]["message"].get<std::string>().find("is missing") != std::string::npos);
  const Json unknown = f.first(replaced(file, "<unit id=\"u2\"", "<unit id=\"u9\""));
  CHECK(unknown["result"] == "invalid");
  CHECK(f.first(replaced(file, "<source>End.", "<source>Fin."))["result"] == "invalid");
  CHECK(f.first(replaced(file, "obj-07.s1.t0", "obj-07.s7.t0"))["result"] == "invalid");
  CHECK(f.first(replaced(file, "<file id=\"obj-07.s1.t0\"", "<file id=\"zebra\""))["result"] == "invalid");
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
  CHECK(f.send("<!DOCTYPE x [<!ENTITY e \"e\">]>" + file, f.translator).status == 422);
  CHECK(f.translator.post(f.path("/translations"), Json::object()).status == 415);
}

TEST_CASE("the file has the sections that were asked for, and terms of the glossary") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("On regular migration.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  const std::string file = f.out();
  CHECK(file.find("obj-08.s1.t0") < file.find("obj-07.s1.t0"));
  CHECK(file.find("<gls:translation>легальная миграция</gls:translation>") != std::string::npos);
  CHECK(f.out("&sections=obj-07").find("obj-08") == std::string::npos);
  CHECK(f.out("&sections=obj-08,obj-07&state=missing,stale").find("obj-07") != std::string::npos);
  CHECK(f.translator.get(f.path("/translations.xlf?lang=ru&state=current")).code() == "nothing_to_translate");
  CHECK(f.translator.get(f.path("/translations.xlf?lang=ru&sections=none")).status == 404);
  CHECK(f.translator.get(f.path("/translations.xlf?lang=en")).status == 422);
  CHECK(f.translator.get(f.path("/translations.xlf?lang=fr")).status == 404);
  CHECK(f.translator.get(f.path("/translations.xlf")).status == 422);
}

TEST_CASE("nobody gets or saves by a file what they may not otherwise") {
  TestApp app;
  const Exchange f(app, "own");
  REQUIRE(f.save("A zebrafish.").status == 201);
  const std::string file = f.source_then_target("A zebrafish.", "Рыба.", f.out());
  for (const Caller& stranger : {f.other_writer, f.observer}) {
    CHECK(stranger.get(f.path("/translations.xlf?lang=ru")).status == 404);
    const auto answer = f.send(file, stranger);
    CHECK(answer.json()["sections"][0]["result"] == "refused");
    CHECK(answer.body.find("zebrafish") == std::string::npos);
  }
  CHECK(f.send(file, f.ministry).json()["sections"][0]["result"] == "refused");
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  CHECK(f.send(file, f.coordinator).json()["sections"][0]["result"] == "saved");
}

TEST_CASE("sections are taken one by one: what cannot be saved keeps no other back") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Seven.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  std::string file = f.source_then_target("Eight.", "Восемь.", f.out());
  const Json result = f.in(file);
  CHECK(result["sections"][0]["result"] == "saved");
  CHECK(result["sections"][1]["result"] == "incomplete");
  CHECK(f.russian("obj-08")["markdown"] == "Восемь.");
}
