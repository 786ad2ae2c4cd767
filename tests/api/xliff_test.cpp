// Texts out to a translator's tool and back, over HTTP.
#include <doctest/doctest.h>

#include "support/contains.hpp"
#include "support/xliff_exchange.hpp"

using namespace support;

TEST_CASE("a text goes out by units, comes back translated, and its revision names the source's") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("# Referral\n\nEvery **case** is referred.\n").status == 201);
  std::string file = f.out();
  CHECK(file.find("<file id=\"obj-07.s1.t0\" original=\"tkm-2026/obj-07\"") != std::string::npos);
  file = f.source_then_target("Referral", "Передача", file);
  const Json incomplete = f.first(file);
  CHECK(incomplete["outcome"] == "incomplete");
  CHECK(incomplete["units"][0]["unit"] == "u2");
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  file = replaced(file, "is referred.</source>\n",
                  "is referred.</source>\n<target>Каждый <pc id=\"1\">случай</pc> * передаётся.</target>\n");
  CHECK(schema_complaints(file) == "");
  const Json tried = f.first(file, "?dry_run=true");
  CHECK(tried["outcome"] == "saved");
  CHECK(tried["revision"] == 1);
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  const Json saved = f.first(file);
  CHECK(saved["outcome"] == "saved");
  CHECK(saved["source_revision"] == 1);
  CHECK(f.russian()["markdown"] == "# Передача\n\nКаждый **случай** \\* передаётся.\n");
  CHECK(f.russian()["source_revision"] == 1);
  CHECK(f.russian()["author"]["user"] == "translator");
  CHECK(f.first(file)["outcome"] == "unchanged");  // sent twice
  CHECK(f.russian()["revision"] == 1);
  const Json late = f.first(replaced(file, "Передача", "Направление"));
  CHECK(late["outcome"] == "conflict");  // the file was given out before this revision
  CHECK(late["message"].get<std::string>().find("Fetch the file again") != std::string::npos);
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
  CHECK(f.first(file)["outcome"] == "unchanged");
  const Json saved = f.first(replaced(file, "Сноска.", "Примечание."));
  CHECK(saved["outcome"] == "saved");
  CHECK(f.russian()["markdown"] == replaced(odd, "[^n]:    Сноска.", "[^n]: Примечание."));
}

TEST_CASE("of a stale translation the units whose source did not change keep theirs") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n").status == 201);
  REQUIRE(f.translator.put(f.section("obj-07", "/texts/ru"), {{"markdown", "Раз.\n\nДва.\n"}}, {{"If-None-Match", "*"}})
              .status == 201);
  REQUIRE(f.save("One.\n\nTwo and three.\n").status == 200);
  const std::string file = f.out("&state=stale");
  CHECK(file.find("<source>One.</source>\n        <target>Раз.</target>") != std::string::npos);
  CHECK(file.find("<segment state=\"initial\" subState=\"nr:stale\">") != std::string::npos);
  CHECK(file.find("The translation was made from: Two.") != std::string::npos);
  CHECK(f.first(file)["outcome"] == "incomplete");
  CHECK(f.first(without_states(file))["units"] == f.first(file)["units"]);
  CHECK(f.first(replaced(file, "<target>Два.", "<target>Два и три."))["outcome"] == "saved");
  CHECK(f.russian()["markdown"] == "Раз.\n\nДва и три.\n");
  CHECK(f.russian()["source_revision"] == 2);
}

TEST_CASE("a translation of an older source text is saved as just that, and offered as stale then") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n").status == 201);
  const std::string before = f.source_then_target("Two.", "Два.", f.source_then_target("One.", "Раз.", f.out()));
  REQUIRE(f.save("One.\n\nTwo and three.\n").status == 200);
  const Json tried = f.first(before, "?dry_run=true");
  const Json saved = f.first(before);
  CHECK(tried == saved);
  CHECK(saved["outcome"] == "saved");
  CHECK(saved["stale"] == true);
  CHECK(saved["source_revision"] == 1);
  CHECK(saved["source_diff"]["from"] == 1);
  CHECK(saved["source_diff"]["to"] == 2);
  CHECK(saved["message"].get<std::string>().find("revision 2, and this translates revision 1") != std::string::npos);
  CHECK(f.russian()["source_revision"] == 1);
  CHECK(f.russian()["translation"] == "stale");
  CHECK(f.first(before)["outcome"] == "unchanged");
  CHECK(f.out().find(
            "<segment state=\"initial\" subState=\"nr:stale\">\n        <source>Two and three.</source>\n        "
            "<target>Два.</target>") != std::string::npos);
}

TEST_CASE("units that moved keep their translations") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\nTwo.\n\nThree.\n").status == 201);
  REQUIRE(f.translator
              .put(f.section("obj-07", "/texts/ru"), {{"markdown", "Раз.\n\nДва.\n\nТри.\n"}}, {{"If-None-Match", "*"}})
              .status == 201);
  REQUIRE(f.save("Zero.\n\nOne.\n\nTwo.\n").status == 200);
  const std::string file = f.out();
  CHECK(file.find("<source>One.</source>\n        <target>Раз.</target>") != std::string::npos);
  CHECK(file.find("<source>Two.</source>\n        <target>Два.</target>") != std::string::npos);
}

TEST_CASE("a new code block in the source goes into the translation, which is current then") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\n```\nold\n```\n").status == 201);
  REQUIRE(
      f.translator
          .put(f.section("obj-07", "/texts/ru"), {{"markdown", "Раз.\n\n```\nold\n```\n"}}, {{"If-None-Match", "*"}})
          .status == 201);
  REQUIRE(f.save("One.\n\n```\nnew\n```\n").status == 200);
  CHECK(f.first(f.out())["outcome"] == "saved");
  CHECK(f.russian()["markdown"] == "Раз.\n\n```\nnew\n```\n");
  CHECK(f.russian()["translation"] == "current");
}

TEST_CASE("units without words need no target, and what a tool left out of the file of them neither") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("One.\n\n| 12 | `x` |\n|---|---|\n| ![](map.png) | 7 % |\n").status == 201);
  const std::string file = f.source_then_target("One.", "Раз.", f.out());
  const auto begin = file.find("    <unit id=\"u5\"");
  const std::string dropped = std::string(file).erase(begin, file.find("</unit>", begin) + 8 - begin);
  CHECK(f.first(dropped, "?dry_run=true")["outcome"] == "saved");
  CHECK(f.first(file)["outcome"] == "saved");
  CHECK(f.russian()["markdown"] == "Раз.\n\n| 12 | `x` |\n|---|---|\n| ![](map.png) | 7 % |\n");
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

TEST_CASE("the file has the sections that were asked for, and terms of the glossary") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("On regular migration.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  const std::string file = f.out();
  CHECK(stands_before(file, "obj-08.s1.t0", "obj-07.s1.t0"));
  CHECK(file.find("<gls:translation>легальная миграция</gls:translation>") != std::string::npos);
  CHECK(f.out("&sections=obj-07").find("obj-08") == std::string::npos);
  CHECK(f.out("&sections=obj-08,obj-07&state=missing,stale").find("obj-07") != std::string::npos);
  CHECK(f.translator.get(f.path("/translations.xlf?language=ru&state=current")).code() == "nothing_to_translate");
  CHECK(f.translator.get(f.path("/translations.xlf?language=ru&sections=none")).status == 404);
  CHECK(f.translator.get(f.path("/translations.xlf?language=en")).status == 422);
  CHECK(f.translator.get(f.path("/translations.xlf?language=fr")).status == 404);
  CHECK(f.translator.get(f.path("/translations.xlf")).status == 422);
}

TEST_CASE("nobody gets or saves by a file what they may not otherwise") {
  TestApp app;
  const Exchange f(app, "own");
  REQUIRE(f.save("A zebrafish.").status == 201);
  const std::string file = f.source_then_target("A zebrafish.", "Рыба.", f.out());
  for (const Caller& stranger : {f.other_writer, f.observer}) {
    CHECK(stranger.get(f.path("/translations.xlf?language=ru")).status == 404);
    const auto answer = f.send(file, stranger);
    CHECK(answer.json()["sections"][0]["outcome"] == "refused");
    CHECK(answer.body.find("zebrafish") == std::string::npos);
  }
  CHECK(f.send(file, f.ministry).json()["sections"][0]["outcome"] == "refused");
  CHECK(f.translator.get(f.section("obj-07", "/texts/ru")).status == 404);
  CHECK(f.send(file, f.coordinator).json()["sections"][0]["outcome"] == "saved");
}

TEST_CASE("sections are taken one by one: what cannot be saved keeps no other back") {
  TestApp app;
  const Exchange f(app);
  REQUIRE(f.save("Seven.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  std::string file = f.source_then_target("Eight.", "Восемь.", f.out());
  const Json result = f.in(file);
  CHECK(result["sections"][0]["outcome"] == "saved");
  CHECK(result["sections"][1]["outcome"] == "incomplete");
  CHECK(f.russian("obj-08")["markdown"] == "Восемь.");
}
