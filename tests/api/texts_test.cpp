#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

TEST_CASE("an agency saves its first text with curl -T, and gets it back as it was") {
  TestApp app;
  const ReportFixture f(app);
  const std::string path = f.section("obj-07", "/texts/en");
  const auto saved = f.writer.send("PUT", path, "# Referral\n\nEvery case is *referred*.\n", {{"If-None-Match", "*"}});
  CHECK(saved.status == 201);
  CHECK(saved.json().at("words") == 5);
  CHECK(saved.json().at("state") == "draft");
  const auto markdown = f.writer.send("GET", path, "", {{"Accept", "text/markdown"}});
  CHECK(markdown.body == "# Referral\n\nEvery case is *referred*.\n");
  CHECK(markdown.header("Content-Type") == "text/markdown; charset=utf-8");
}

TEST_CASE("a save needs the ETag of what was edited") {
  TestApp app;
  const ReportFixture f(app);
  const std::string path = f.section("obj-07", "/texts/en");
  CHECK(f.writer.put(path, {{"markdown", "one"}}).status == 428);
  REQUIRE(f.save("one").status == 201);
  CHECK(f.writer.put(path, {{"markdown", "two"}}, {{"If-None-Match", "*"}}).status == 412);
  CHECK(f.writer.put(path, {{"markdown", "two"}}, {{"If-Match", "\"1\""}}).status == 200);
  const auto stale = f.contributor.put(path, {{"markdown", "three"}}, {{"If-Match", "\"1\""}});
  CHECK(stale.status == 412);
  CHECK(stale.json().at("current_revision") == 2);
  CHECK(stale.json().at("saved_by").at("name") == "Sample writer");
}

TEST_CASE("the same text again is no new revision") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  const auto again = f.save("one");
  CHECK(again.status == 200);
  CHECK(again.json().at("unchanged") == true);
  CHECK(again.json().at("revision") == 1);
}

TEST_CASE("every revision is kept and two of them are compared") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("A first paragraph.\n\nA second one.").status == 201);
  REQUIRE(f.save("A first paragraph.\n\nA changed second one.").status == 200);
  const std::string path = f.section("obj-07", "/texts/en");
  const auto list = f.writer.get(path + "/revisions").json().at("items");
  REQUIRE(list.size() == 2);
  CHECK(list[0].at("revision") == 2);
  CHECK(f.writer.get(path + "/revisions/1").json().at("markdown") == "A first paragraph.\n\nA second one.");
  CHECK(f.writer.get(path + "/revisions/3").status == 404);
  const auto diff = f.writer.get(path + "/diff?from=1&to=2").json().at("changes");
  REQUIRE(diff.size() == 2);
  CHECK(diff[0].at("kind") == "equal");
  CHECK(diff[1].at("kind") == "change");
  const auto unified = f.writer.send("GET", path + "/diff", "", {{"Accept", "text/x-diff"}});
  CHECK(unified.body.find("+A changed second one.") != std::string::npos);
}

TEST_CASE("texts that are no clean UTF-8 are refused with the place, and nothing is lost") {
  TestApp app;
  const ReportFixture f(app);
  const std::string path = f.section("obj-07", "/texts/en");
  REQUIRE(f.save("good").status == 201);
  for (const auto& [bad, place] : {std::pair<std::string, std::string>{"line\nbad \xff byte", "Line 2 "},
                                   {"a \x01 control", "Line 1 "},
                                   {"cut \xd0", "Line 1 "}}) {
    const auto refused = f.writer.send("PUT", path, bad, {{"If-Match", "\"1\""}, {"Content-Type", "text/markdown"}});
    CHECK(refused.status == 422);
    CHECK(refused.json().at("detail").get<std::string>().starts_with(place));
  }
  CHECK(f.writer.get(path).json().at("markdown") == "good");
}

TEST_CASE("a text is stored in NFC, whatever the keyboard sent") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("Tu\xCC\x88rkmen").status == 201);  // u + combining diaeresis
  CHECK(f.writer.get(f.section("obj-07", "/texts/en")).json().at("markdown") == "T\xC3\xBCrkmen");
}

TEST_CASE("a text of more than 1 MiB is refused") {
  TestApp app;
  const ReportFixture f(app);
  const std::string path = f.section("obj-07", "/texts/en");
  const HeaderMap headers{{"If-None-Match", "*"}, {"Content-Type", "text/markdown"}};
  std::string text;
  while (text.size() < 1U << 20U) text += "a line of words, as people write them\n";
  text.resize(1U << 20U, '.');
  CHECK(f.writer.send("PUT", path, text + ".", headers).status == 422);
  const auto saved = f.writer.send("PUT", path, text, headers);
  CHECK_MESSAGE(saved.status == 201, saved.body);
}

TEST_CASE("a translation knows the source revision it was made from, and goes stale with it") {
  TestApp app;
  const ReportFixture f(app);
  const std::string russian = f.section("obj-07", "/texts/ru");
  CHECK(f.translator.put(russian, {{"markdown", "Текст"}}, {{"If-None-Match", "*"}}).status == 409);
  REQUIRE(f.save("one").status == 201);
  CHECK(f.translator.put(russian, {{"markdown", "Текст"}, {"source_revision", 2}}, {{"If-None-Match", "*"}}).status ==
        422);
  REQUIRE(f.translator.put(russian, {{"markdown", "Текст"}, {"source_revision", 1}}, {{"If-None-Match", "*"}}).status ==
          201);
  CHECK(f.translator.get(russian).json().at("translation") == "current");
  REQUIRE(f.save("two").status == 200);
  CHECK(f.translator.get(russian).json().at("translation") == "stale");
  const auto stale = f.coordinator.get(f.path("/sections?language=ru&translation=stale")).json().at("items");
  REQUIRE(stale.size() == 1);
  CHECK(stale[0].at("id") == "obj-07");
}

TEST_CASE("a translation that still holds is saved as it is for a newer source text, and is current again") {
  TestApp app;
  const ReportFixture f(app);
  const std::string russian = f.section("obj-07", "/texts/ru");
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.translator.put(russian, {{"markdown", "Текст"}}, {{"If-None-Match", "*"}}).status == 201);
  REQUIRE(f.save("One").status == 200);
  const auto again = f.translator.put(russian, {{"markdown", "Текст"}}, {{"If-Match", "\"1\""}});
  CHECK(again.json().at("unchanged") == false);
  CHECK(again.json().at("revision") == 2);
  CHECK(f.translator.get(russian).json().at("translation") == "current");
}

TEST_CASE("a heading has no text, an unknown language no address") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(f.coordinator.put(f.section("progress", "/texts/en"), {{"markdown", "x"}}, {{"If-None-Match", "*"}}).status ==
        409);
  CHECK(f.coordinator.get(f.section("obj-07", "/texts/fr")).status == 404);
}

TEST_CASE("an unchanged text is answered with 304") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  const std::string path = f.section("obj-07", "/texts/en");
  const auto first = f.writer.get(path);
  CHECK(f.writer.get(path, {{"If-None-Match", first.etag()}}).status == 304);
  const auto markdown = f.writer.get(path, {{"Accept", "text/markdown"}});
  CHECK(markdown.etag() != first.etag());
}

TEST_CASE("a revision has one tag, whoever reads or saved it, and that of a save is good for what comes next") {
  TestApp app;
  const ReportFixture f(app);
  const HeaderMap json{{"Content-Type", "application/json"}};
  const HeaderMap bare{{"Content-Type", "text/markdown"}};
  const auto body_of = [](const HeaderMap& form, const std::string& text) {
    return form.begin()->second == "text/markdown" ? text : Json{{"markdown", text}, {"note", "why"}}.dump();
  };
  int count = 0;
  // Gives the tag of the save, after holding it against what everybody reads.
  const auto save = [&](const Caller& writer, const std::string& language, HeaderMap form, const std::string& tag,
                        const std::string& more = "") {
    const std::string path = f.section("obj-07", "/texts/" + language);
    const std::string read_as = form.begin()->second;
    const std::string text = body_of(form, "Words of revision " + std::to_string(++count) + ".");
    form.emplace(tag.empty() ? "If-None-Match" : "If-Match", tag.empty() ? "*" : tag);
    const auto saved = writer.send("PUT", path + more, text, form);
    REQUIRE(saved.status < 300);
    const std::string revision = path + "/revisions/" + saved.json().at("revision").dump();
    for (const Caller* reader : {&f.writer, &f.head, &f.coordinator, &f.translator, &f.ministry}) {
      for (const auto& address : {path, revision}) {
        CHECK(reader->get(address, {{"Accept", read_as}}).etag() == saved.etag());
        CHECK(reader->get(address, {{"Accept", read_as}, {"If-None-Match", saved.etag()}}).status == 304);
      }
    }
    return saved.etag();
  };
  for (const auto& form : {json, bare}) {
    const auto last = f.writer.get(f.section("obj-07", "/texts/en"));
    const std::string first = save(f.writer, "en", form, last.status == 200 ? last.etag() : "");
    const std::string second = save(f.head, "en", form, first);
    CHECK(second != first);
    const auto same = f.writer.send("PUT", f.section("obj-07", "/texts/en"),
                                    body_of(form, "Words of revision " + std::to_string(count) + "."),
                                    {*form.begin(), {"If-Match", second}});
    CHECK(same.json().at("unchanged") == true);
    CHECK(same.etag() == second);
  }
  const std::string russian = save(f.translator, "ru", json, "");
  const std::string path = f.section("obj-07", "/texts/ru");
  REQUIRE(f.save("The source text changes.").status == 200);
  const auto stale = f.translator.get(path, {{"If-None-Match", russian}});
  CHECK(stale.status == 200);  // its translation is stale now, so this is another answer, of the same revision
  CHECK(stale.etag() != russian);
  CHECK(save(f.translator, "ru", json, russian) != stale.etag());
  f.approve();
  save(f.coordinator, "en", bare, f.coordinator.get(f.section("obj-07", "/texts/en")).etag(),
       "?minor=true&reason=Typo");
}

TEST_CASE("a language in which a text was saved stays, and one without texts can be dropped") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("one").status == 201);
  REQUIRE(f.save("Один", "obj-07", "ru").status == 201);
  const auto refused = f.coordinator.patch(f.path(), {{"languages", {"en", "tk"}}});
  CHECK(refused.status == 409);
  CHECK(refused.code() == "language_in_use");
  CHECK(f.coordinator.patch(f.path(), {{"languages", {"en", "ru"}}}).status == 200);
}

TEST_CASE("a text over its limit is told so, and cannot be submitted only where the format says so") {
  TestApp app;
  const ReportFixture f(app);
  for (const bool blocks : {false, true}) {
    const std::string id = blocks ? "strict" : "lenient";
    const std::string format = "key: " + id + R"(
title: {en: Brief}
languages: [en]
review: {steps: [{key: coordinator, role: coordinator, title: {en: Coordinator}}]}
outline:
  - {key: s, title: {en: Section}, limit: {words: 3, block: )" +
                               (blocks ? "true" : "false") + "}}\n";
    REQUIRE(f.coordinator.send("POST", "/v1/formats", format, {{"Content-Type", "application/yaml"}}).status == 201);
    const Json report{{"id", id},
                      {"format", id},
                      {"country", "TKM"},
                      {"title", {{"en", "Brief report"}}},
                      {"forum_date", "2026-05-05"},
                      {"languages", {"en"}},
                      {"source_language", "en"}};
    REQUIRE(f.coordinator.post("/v1/reports", report).status == 201);
    const std::string section = "/v1/reports/" + id + "/sections/s";
    REQUIRE(f.coordinator.patch(section, {{"lead", "labour"}}).status == 200);
    const auto saved =
        f.writer.put(section + "/texts/en", {{"markdown", "One two three four."}}, {{"If-None-Match", "*"}});
    CHECK(saved.json().at("warnings").at(0).at("code") == "over_limit");
    const auto submitted = f.head.post(section + "/transitions", {{"action", "submit"}, {"revisions", {{"en", 1}}}});
    CHECK(submitted.status == (blocks ? 409 : 201));
    if (blocks) CHECK(submitted.code() == "blocking_finding");
  }
}

TEST_CASE("a text that would be far larger in documents than it is, is refused with what is allowed") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("before").status == 201);
  std::string mentions;
  for (int i = 0; i < 20'000; ++i) mentions += "[a] ";
  const auto refused = f.save("[a]: /" + std::string(100'000, 'u') + "\n\n" + mentions);
  CHECK(refused.status == 422);
  CHECK(refused.json().at("code") == "text_too_large");
  const auto word = f.save("A word: " + std::string(2001, 'u'));
  CHECK(word.status == 422);
  CHECK(word.json().at("detail") == "A word of the text has 2001 letters without a space; at most 2000 are allowed.");
  CHECK(f.save("A word: " + std::string(2000, 'u')).status == 200);
}

TEST_CASE("a text of which nothing is seen is not saved, and a reason that shows nothing is none") {
  TestApp app;
  const ReportFixture f(app);
  for (const std::string text :
       {"", "<!-- todo -->&nbsp;", " \n\n ", "\u200B\u2060", "***", "&#8203;", "| |\n|-|\n| |"}) {
    CAPTURE(text);
    const auto refused = f.save(text);
    CHECK(refused.status == 422);
    CHECK(refused.json().at("code") == "empty_text");
  }
  CHECK(f.writer.get(f.section("obj-07")).json().at("state") == "empty");
  const auto declared = f.act(f.head, "declare_nothing", {{"reason", "\u200B\u3164"}});
  CHECK(declared.status == 422);
}

TEST_CASE("breaks pasted from a word processor are breaks") {
  TestApp app;
  const ReportFixture f(app);
  const auto saved = f.save("a\u2028b\vc\u0085d\u2029e\ff");
  REQUIRE(saved.status == 201);
  const auto text = f.writer.send("GET", f.section("obj-07", "/texts/en"), "", {{"Accept", "text/markdown"}});
  CHECK(text.body == "a  \nb  \nc  \nd\n\ne\n\nf");
}

TEST_CASE("a report is written in every language of the United Nations, and in none whose letters the fonts lack") {
  TestApp app;
  const ReportFixture f(app);
  auto format = f.coordinator.send("GET", "/v1/formats/upr", "", {{"Accept", "application/yaml"}}).body;
  const std::string languages = "languages: [en, fr, es, ru, ar, zh";
  REQUIRE(format.find(languages) != std::string::npos);
  format.insert(format.find(languages) + languages.size(), ", he");
  REQUIRE(f.coordinator.send("POST", "/v1/formats", format, {{"Content-Type", "application/yaml"}}).status == 201);
  const auto create = [&](const std::string& id, const Json& in) {
    return f.coordinator.post("/v1/reports", {{"id", id},
                                              {"format", "upr"},
                                              {"country", "TKM"},
                                              {"title", {{"en", "Report"}}},
                                              {"forum_date", "2027-05-05"},
                                              {"languages", in},
                                              {"source_language", "en"},
                                              {"visibility", "own"}});
  };
  const auto refused = create("upr-he", {"en", "he"});
  CHECK(refused.status == 422);
  CHECK(refused.json().at("errors").at(0).at("pointer") == "/languages/1");
  CHECK(create("upr-all", {"en", "fr", "es", "ru", "ar", "zh"}).status == 201);
}
