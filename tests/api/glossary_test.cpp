// The glossary of a report over HTTP: who keeps it, and what it says of texts.
#include <doctest/doctest.h>

#include "store/database/connection.hpp"
#include "support/api_app.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const Json kZebra = Json::parse(R"({"entries": [{"id": "zebra", "note": "As agreed.", "terms": {
  "en": {"preferred": "striped horse", "forbidden": ["zebra*"]},
  "ru": {"preferred": "полосатая лошадь", "also": ["полосат* лошад*"], "forbidden": ["зебр*"]}}}]})");

struct Terms : ReportFixture {
  using ReportFixture::ReportFixture;

  Answer put(const Json& body, const std::string& version, const Caller& caller) const {
    return caller.put(path("/glossary"), body, {{"If-Match", "\"" + version + "\""}});
  }
  Answer put(const Json& body = kZebra, const std::string& version = "0") const {
    return put(body, version, coordinator);
  }
  Json get(const Caller& caller) const { return caller.get(path("/glossary")).json(); }
  Answer translate(const std::string& text, int revision = 0) const {
    const HeaderMap first{{"If-None-Match", "*"}};
    const HeaderMap next{{"If-Match", "\"" + std::to_string(revision) + "\""}};
    return translator.put(section("obj-07", "/texts/ru"), {{"markdown", text}}, revision == 0 ? first : next);
  }
  // "code entry line" of the warnings of a save.
  static std::string warnings(const Answer& answer) {
    std::string text;
    const Json body = answer.json();
    for (const Json& warning : body.at("warnings")) {
      if (!warning.contains("entry")) continue;
      text += (text.empty() ? "" : ", ") + warning.at("code").get<std::string>() + " " +
              warning.at("entry").get<std::string>();
      if (warning.contains("line")) text += " " + warning.at("line").dump();
    }
    return text;
  }
  // What the status says of the words of a section.
  Json to_mend(const std::string& id = "obj-07") const {
    Json found = Json::array();
    const Json status = coordinator.get(path("/status")).json();
    for (const Json& item : status.at("completeness").at("missing")) {
      if (item.at("section") == Json(id) && item.at("blocking") == Json(false)) found.push_back(item);
    }
    return found;
  }
};

}  // namespace

TEST_CASE("a report begins with the glossary of its format") {
  TestApp app;
  const Terms f(app);
  const Json glossary = f.get(f.observer);
  CHECK(glossary["version"] == 0);
  CHECK(glossary["saved_by"].is_null());
  const Json format = f.observer.get("/v1/formats/gcm-imrf").json();
  CHECK(glossary["entries"] == format["glossary"]);
  CHECK(glossary["entries"][0]["id"] == "compact");
  CHECK(glossary["entries"][0]["unconfirmed"] == Json{"ru", "tk"});
  const auto saved = f.save("On legal migration.");
  CHECK(Terms::warnings(saved) == "forbidden_term regular-migration 1");
}

TEST_CASE("the coordinator saves a glossary, everybody reads it, and an event tells") {
  TestApp app;
  const Terms f(app);
  const auto saved = f.put();
  REQUIRE(saved.status == 200);
  CHECK(saved.json()["version"] == 1);
  CHECK(saved.json()["saved_by"]["user"] == "coordinator");
  CHECK(saved.json()["entries"][0]["terms"]["en"]["also"] == Json::array());
  CHECK(f.get(f.observer) == saved.json());
  const Json event = f.observer.get(f.path("/events?after=0&limit=200")).json().at("items").back();
  CHECK(event["type"] == "glossary.saved");
  CHECK(event["data"]["version"] == 1);
  CHECK(event["data"]["entry_count"] == 1);
  CHECK(f.put(kZebra, "1").json()["version"] == 1);  // as it was
  CHECK(f.put({{"entries", Json::array()}}, "1").json()["version"] == 2);
  app.restart();
  CHECK(app.with_token(f.observer.token()).get(f.path("/glossary")).json()["entries"] == Json::array());
}

TEST_CASE("only the coordinator saves a glossary, and on top of the newest") {
  TestApp app;
  const Terms f(app);
  for (const Caller& caller : {f.writer, f.head, f.ministry, f.translator, f.observer}) {
    CHECK(f.put(kZebra, "0", caller).status == 403);
  }
  CHECK(f.coordinator.put(f.path("/glossary"), kZebra).status == 428);
  CHECK(f.put(kZebra, "1").status == 412);
  REQUIRE(f.put().status == 200);
  CHECK(f.put(kZebra, "0").status == 412);
  CHECK(f.coordinator.get("/v1/reports/none/glossary").status == 404);
  CHECK(f.coordinator.get(f.path("/glossary"), {{"If-None-Match", "*"}}).status == 304);
}

TEST_CASE("a glossary that contradicts itself is refused with the places") {
  TestApp app;
  const Terms f(app);
  Json twice = kZebra;
  twice["entries"].push_back(kZebra["entries"][0]);
  const auto refused = f.put(twice);
  CHECK(refused.status == 422);
  CHECK(refused.json()["errors"][0]["pointer"] == "/entries/1/id");
  Json unknown = kZebra;
  unknown["entries"][0]["terms"]["fr"] = {{"preferred", "cheval rayé"}};
  CHECK(f.put(unknown).json()["errors"][0]["pointer"] == "/entries/0/terms/fr");
  Json lines = kZebra;
  lines["entries"][0]["terms"]["en"]["forbidden"][0] = "two\nlines";
  CHECK(f.put(lines).json()["errors"][0]["pointer"] == "/entries/0/terms/en/forbidden/0");
}

TEST_CASE("a save is warned of forbidden forms with line and preferred form, and never refused") {
  TestApp app;
  const Terms f(app);
  REQUIRE(f.put().status == 200);
  const auto saved = f.save("One horse.\n\nTwo Zebras.");
  REQUIRE(saved.status == 201);
  CHECK(Terms::warnings(saved) == "forbidden_term zebra 3");
  const std::string message = saved.json()["warnings"][0]["message"];
  CHECK(message == "Line 3: 'Zebras' is a form that this report's glossary rejects; write 'striped horse'.");
  CHECK(Terms::warnings(f.save("Two striped horses.")) == "");
}

TEST_CASE("a glossary that would warn of one place twice, or of its own words, is refused with the place") {
  TestApp app;
  const Terms f(app);
  const auto fault = [&](const char* entries) {
    const auto refused = f.put({{"entries", Json::parse(entries)}});
    CHECK(refused.status == 422);
    return refused.json()["errors"][0]["pointer"].get<std::string>();
  };
  CHECK(
      fault(
          R"([{"id": "a", "terms": {"en": {"forbidden": ["gnu"]}}}, {"id": "b", "terms": {"en": {"forbidden": ["Gnu"]}}}])") ==
      "/entries/1/terms/en/forbidden/0");
  CHECK(fault(R"([{"id": "a", "terms": {"en": {"preferred": "migrant", "forbidden": ["migr*"]}}}])") ==
        "/entries/0/terms/en/forbidden/0");
}

TEST_CASE("an entry without a preferred form in the source language is told by the word that stands there") {
  TestApp app;
  const Terms f(app);
  const Json entries = Json::parse(R"({"entries": [{"id": "horse", "terms": {
    "en": {"also": ["striped horse*"]}, "ru": {"preferred": "лошадь"}}}]})");
  REQUIRE(f.put(entries).status == 200);
  REQUIRE(f.save("Two striped horses.").status == 201);
  const Json saved = f.translate("Зебры.").json();
  CHECK(saved["warnings"][0]["message"].get<std::string>().starts_with("The source text says 'striped horses';"));
  const auto file = f.translator.get(f.path("/translations.xlf?language=ru"));
  CHECK(file.body.find("<gls:term>striped horses</gls:term>") != std::string::npos);
}

TEST_CASE("the format's Russian glossary speaks of migrants, not of weapons") {
  TestApp app;
  const Terms f(app);
  REQUIRE(f.save("On weapons and migrants.").status == 201);
  CHECK(Terms::warnings(f.translate("Нелегальная торговля оружием и нелегальные мигранты.")) ==
        "forbidden_term irregular-situation 1");
}

TEST_CASE("a translation of an earlier source text is not asked for the terms of the new one") {
  TestApp app;
  const Terms f(app);
  REQUIRE(f.put().status == 200);
  REQUIRE(f.save("A horse.").status == 201);
  REQUIRE(f.save("A striped horse.").status == 200);
  const auto saved = f.translator.put(f.section("obj-07", "/texts/ru"),
                                      {{"markdown", "Лошадь."}, {"source_revision", 1}}, {{"If-None-Match", "*"}});
  REQUIRE(saved.status == 201);
  CHECK(Terms::warnings(saved) == "");
}

TEST_CASE("a translation is warned of terms of its source that it lacks") {
  TestApp app;
  const Terms f(app);
  REQUIRE(f.put().status == 200);
  REQUIRE(f.save("A striped horse.").status == 201);
  CHECK(Terms::warnings(f.translate("Зебра.")) == "forbidden_term zebra 1, term_missing zebra");
  CHECK(f.to_mend().size() == 2);
  CHECK(Terms::warnings(f.translate("О полосатой лошади.", 1)) == "");
  CHECK(f.to_mend() == Json::array());
}

TEST_CASE("the status lists texts to be mended without a word of them, and a new glossary counts at once") {
  TestApp app;
  const Terms f(app, "own");
  REQUIRE(f.save("A zebra and a zebra.").status == 201);
  CHECK(f.to_mend() == Json::array());
  const Json before = f.coordinator.get(f.path("/status")).json();
  REQUIRE(f.put().status == 200);
  const Json items = f.to_mend();
  REQUIRE(items.size() == 1);
  CHECK(items[0]["code"] == "forbidden_term");
  CHECK(items[0]["language"] == "en");
  CHECK(items[0]["message"].get<std::string>().find("Number of places: 2") != std::string::npos);
  CHECK(f.observer.get(f.path("/status")).body.find("zebra") == std::string::npos);
  const Json after = f.coordinator.get(f.path("/status")).json();
  CHECK(after["completeness"]["percent"] == before["completeness"]["percent"]);
  REQUIRE(f.put({{"entries", Json::array()}}, "1").status == 200);
  CHECK(f.to_mend() == Json::array());
}

TEST_CASE("verify finds a glossary that was changed or taken out of the database") {
  for (const char* change : {"UPDATE glossary_versions SET entries = '[]'", "UPDATE glossary_versions SET version = 7",
                             "DELETE FROM glossary_versions", "UPDATE reports SET glossary = NULL"}) {
    CAPTURE(change);
    TestApp app;
    const Terms f(app);
    REQUIRE(f.put().status == 200);
    CHECK(usecases::verify(app.database()).problems.empty());
    tamper(app.database(), change);
    CHECK_FALSE(usecases::verify(app.database()).problems.empty());
  }
}
