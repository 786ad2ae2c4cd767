#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

// A report whose sections are translated by the fixture's translator.
struct Translated : ReportFixture {
  explicit Translated(TestApp& app, const std::string& visibility = "own") : ReportFixture(app, visibility) {}

  void translate(const std::string& language, const std::string& text, const std::string& id = "obj-07") const {
    const std::string path = section(id, "/texts/" + language);
    const auto present = translator.get(path);
    HeaderMap headers{{"If-None-Match", "*"}};
    if (present.status == 200) headers = {{"If-Match", present.etag()}};
    REQUIRE(translator.put(path, {{"markdown", text}}, headers).status < 300);
  }

  Answer ask(const Caller& caller, const std::string& query = "") const {
    return caller.get(path("/translations" + query));
  }
  Json items(const std::string& query = "") const {
    const auto answer = ask(translator, query);
    REQUIRE(answer.status == 200);
    return answer.json().at("items");
  }
  // The one item of a section and a language.
  Json item(const std::string& language, const std::string& id = "obj-07") const {
    const Json found = items("?section=" + id + "&language=" + language);
    REQUIRE(found.size() == 1);
    return found[0];
  }
};

// "obj-08 ru, obj-08 tk" and so on.
std::string names(const Json& items) {
  std::string names;
  for (const Json& item : items) {
    if (!names.empty()) names += ", ";
    names += item.at("section").get<std::string>() + " " + item.at("language").get<std::string>();
  }
  return names;
}

}  // namespace

TEST_CASE("what nobody wrote in the source language is not there to be translated") {
  TestApp app;
  const Translated f(app);
  CHECK(f.items() == Json::array());
  REQUIRE(f.save("One case.").status == 201);
  CHECK(names(f.items()) == "obj-07 ru, obj-07 tk");
}

TEST_CASE("a missing translation names the source text to translate") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("One case.").status == 201);
  REQUIRE(f.save("Two new cases.").status == 200);
  const Json item = f.item("ru");
  CHECK(item.at("state") == "missing");
  CHECK(item.at("source").at("language") == "en");
  CHECK(item.at("source").at("revision") == 2);
  CHECK(item.at("source").at("words") == 3);
  CHECK(item.at("source").at("saved_by").at("user") == "writer");
  CHECK(item.at("translation").is_null());
  CHECK(item.at("source_diff").is_null());
  CHECK(item.at("number") == f.coordinator.get(f.section("obj-07")).json().at("number"));
}

TEST_CASE("a current translation tells who saved it, when and from which revision") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("One case.").status == 201);
  app.advance(1000);
  f.translate("ru", "Один новый случай.");
  const Json item = f.item("ru");
  CHECK(item.at("state") == "current");
  CHECK(item.at("source_diff").is_null());
  const Json& translation = item.at("translation");
  CHECK(translation.at("revision") == 1);
  CHECK(translation.at("source_revision") == 1);
  CHECK(translation.at("words") == 3);
  CHECK(translation.at("saved_by").at("user") == "translator");
  CHECK(translation.at("saved_by").at("role") == "translator");
  CHECK(translation.at("saved_at") == "2026-01-15T09:00:01.000Z");
}

TEST_CASE("a stale translation comes with what changed in the source text since it was made") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("One case.").status == 201);
  f.translate("ru", "Один случай.");
  REQUIRE(f.save("Two cases.").status == 200);
  REQUIRE(f.save("Two cases.\n\nA new paragraph.").status == 200);
  const Json item = f.item("ru");
  CHECK(item.at("state") == "stale");
  CHECK(item.at("translation").at("source_revision") == 1);
  const Json& diff = item.at("source_diff");
  CHECK(diff == f.translator.get(f.section("obj-07", "/texts/en/diff?from=1&to=3")).json());
  CHECK(diff.at("changes").at(0).at("old") == "One case.");
  CHECK(diff.at("changes").back().at("new") == "A new paragraph.");
}

TEST_CASE("a translation saved after approval is listed as unconfirmed until somebody confirms it") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("One case.").status == 201);
  f.approve();
  f.translate("ru", "Один случай.");
  CHECK(f.item("ru").at("state") == "unconfirmed");
  REQUIRE(f.act(f.head, "confirm_translation", {{"revisions", {{"ru", 1}}}}).status == 201);
  CHECK(f.item("ru").at("state") == "current");
}

TEST_CASE("a section declared to have nothing to report is not there to be translated") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("One case.").status == 201);
  REQUIRE(f.submit(f.head).status == 201);
  REQUIRE(f.act(f.coordinator, "return", {{"reason", "Is there anything?"}}).status == 201);
  REQUIRE(f.items().size() == 2);
  REQUIRE(f.act(f.head, "declare_nothing", {{"reason", "Another ministry reports it."}}).status == 201);
  CHECK(f.items() == Json::array());
}

TEST_CASE("where texts are not shared, other agencies see the state of translations but no word of the texts") {
  TestApp app;
  const Translated f(app, "own");
  REQUIRE(f.save("A zebrafish.").status == 201);
  f.translate("ru", "Рыба.");
  REQUIRE(f.save("Two zebrafish.").status == 200);
  for (const Caller& stranger : {f.other_writer, f.other_head, f.observer}) {
    const auto answer = f.ask(stranger, "?language=ru");
    REQUIRE(answer.status == 200);
    CHECK(answer.body.find("zebrafish") == std::string::npos);
    CHECK(answer.json().at("items").at(0).at("state") == "stale");
    CHECK(answer.json().at("items").at(0).at("source_diff").is_null());
  }
  for (const Caller& reader : {f.writer, f.contributor, f.coordinator, f.ministry}) {
    CHECK(f.ask(reader, "?language=ru").json().at("items").at(0).at("source_diff").at("to") == 2);
  }
}

TEST_CASE("where texts are shared, every participant sees what changed") {
  TestApp app;
  const Translated f(app, "shared");
  REQUIRE(f.save("One case.").status == 201);
  f.translate("ru", "Один случай.");
  REQUIRE(f.save("Two cases.").status == 200);
  CHECK(f.ask(f.observer, "?language=ru").json().at("items").at(0).at("source_diff").at("from") == 1);
}

// The outline has obj-08 in its first round table, obj-07 in its last.
TEST_CASE("translations are filtered by language, state and section, in the order of the outline") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  REQUIRE(f.save("Seven.").status == 201);
  f.translate("ru", "Семь.");
  f.translate("tk", "Sekiz.", "obj-08");
  REQUIRE(f.save("Seven again.").status == 200);
  CHECK(names(f.items()) == "obj-08 ru, obj-08 tk, obj-07 ru, obj-07 tk");
  CHECK(names(f.items("?language=ru")) == "obj-08 ru, obj-07 ru");
  CHECK(names(f.items("?state=missing")) == "obj-08 ru, obj-07 tk");
  CHECK(names(f.items("?state=stale")) == "obj-07 ru");
  CHECK(names(f.items("?state=current")) == "obj-08 tk");
  CHECK(names(f.items("?state=unconfirmed")) == "");
  CHECK(names(f.items("?section=obj-08")) == "obj-08 ru, obj-08 tk");
  CHECK(names(f.items("?section=obj-08&language=ru&state=missing")) == "obj-08 ru");
  CHECK(names(f.items("?section=progress")) == "");
}

TEST_CASE("the list and the status of the report say the same about translations") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("Seven.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  f.translate("ru", "Семь.");
  f.translate("tk", "Sekiz.", "obj-08");
  REQUIRE(f.save("Seven again.").status == 200);
  const Json status = f.coordinator.get(f.path("/status")).json();
  REQUIRE(status.at("translations").size() == 2);
  for (const Json& language : status.at("translations")) {
    const std::string lang = "?language=" + language.at("language").get<std::string>();
    for (const char* state : {"missing", "stale", "unconfirmed"}) {
      Json sections = Json::array();
      for (const Json& item : f.items(lang + "&state=" + state)) sections.push_back(item.at("section"));
      CHECK(sections == language.at(state));
    }
    CHECK(language.at("current") == f.items(lang + "&state=current").size());
  }
}

TEST_CASE("translations come in pages that follow one another, also in the middle of a section") {
  TestApp app;
  const Translated f(app);
  REQUIRE(f.save("Seven.").status == 201);
  REQUIRE(f.save("Eight.", "obj-08").status == 201);
  std::string query = "?limit=3";
  const auto first = f.ask(f.translator, query);
  CHECK(names(first.json().at("items")) == "obj-08 ru, obj-08 tk, obj-07 ru");
  const std::string cursor = first.json().at("next_cursor");
  CHECK(first.header("Link") == "<" + f.path("/translations") + "?limit=3&cursor=" + cursor + ">; rel=\"next\"");
  const auto second = f.ask(f.translator, query + "&cursor=" + cursor);
  CHECK(names(second.json().at("items")) == "obj-07 tk");
  CHECK(second.json().at("next_cursor").is_null());
  CHECK(second.header("Link").empty());
  CHECK(f.ask(f.translator, "?limit=4").json().at("next_cursor").is_null());
}

TEST_CASE("a page with long differences ends early, and the next one goes on") {
  TestApp app;
  const Translated f(app);
  std::string paragraph;
  while (paragraph.size() < 700'000) paragraph += "Migration is governed well.\n\n";
  REQUIRE(f.save(paragraph + "One case.").status == 201);
  f.translate("ru", "Один случай.");
  f.translate("tk", "Bir.");
  REQUIRE(f.save(paragraph + "Two cases.").status == 200);
  const auto first = f.ask(f.translator).json();
  CHECK(names(first.at("items")) == "obj-07 ru");
  const auto second = f.ask(f.translator, "?cursor=" + first.at("next_cursor").get<std::string>()).json();
  CHECK(names(second.at("items")) == "obj-07 tk");
  CHECK(second.at("items").at(0).at("source_diff").at("changes").back().at("new") == "Two cases.");
  CHECK(second.at("next_cursor").is_null());
}

TEST_CASE("an unknown report, section or language of translations is not found, the source language is no target") {
  TestApp app;
  const Translated f(app);
  CHECK(f.translator.get("/v1/reports/nowhere/translations").status == 404);
  CHECK(f.ask(f.translator, "?section=obj-99").status == 404);
  const auto unknown = f.ask(f.translator, "?language=fr");
  CHECK(unknown.status == 404);
  CHECK(unknown.code() == "unknown_language");
  const auto source = f.ask(f.translator, "?language=en");
  CHECK(source.status == 422);
  CHECK(source.json().at("errors").at(0).at("parameter") == "language");
  CHECK(f.ask(f.translator, "?state=source").status == 422);
}

TEST_CASE("who holds no post sees no translations") {
  TestApp app;
  const Translated f(app);
  CHECK(f.ask(app.person("stranger", {})).status == 403);
  CHECK(f.ask(app.anonymous()).status == 401);
}
