// A report of a small format of its own, in English and Russian: sections named after what is to be found in them, all
// but one led by `labour`. Today is 2026-01-15.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"

namespace support {

// gates: the block of the format, in one line; empty: it has none.
inline std::string format_of_findings(const std::string& gates) {
  return R"(key: findings
title: {en: Findings}
languages: [en, ru]
word_limit: {words: 10}
review:
  steps:
    - {key: coordinator, role: coordinator, title: {en: Coordinator}}
    - {key: foreign-ministry, role: reviewer, title: {en: Ministry}}
stages:
  - {key: collect, title: {en: Collection}, start: T-30w, end: T-20w}
  - {key: clear, title: {en: Clearance}, start: T-10w, end: T-1w}
)" + (gates.empty() ? "" : "gates: " + gates + "\n") +
         R"(outline:
  - {key: optional, title: {en: Optional}, required: false, due: T}
  - {key: nobody, title: {en: Nobody}, due: T}
  - {key: empty, title: {en: Empty}, due: T-20w}
  - {key: drafted, title: {en: Drafted}, due: T}
  - {key: returned, title: {en: Returned}, due: T}
  - {key: waiting, title: {en: Waiting}, due: T}
  - {key: over, title: {en: Over}, due: T, limit: {words: 4, block: true}}
  - {key: near, title: {en: Near}, due: T, limit: {words: 4, warn_percent: 60}}
  - {key: approved, title: {en: Approved}, due: T}
  - {key: marked, title: {en: Marked}, due: T}
glossary:
  - id: zebra
    terms:
      en: {preferred: striped horse, forbidden: [zebra]}
      ru: {preferred: полосатая лошадь}
)";
}

struct FindingsDesk {
  explicit FindingsDesk(const std::string& gates = "") {
    const HeaderMap yaml{{"Content-Type", "application/yaml"}};
    REQUIRE(f.coordinator.send("POST", "/v1/formats", format_of_findings(gates), yaml).status == 201);
    const Json body{{"id", "found-2026"},          {"format", "findings"},       {"country", "TKM"},
                    {"title", {{"en", "Report"}}}, {"forum_date", "2026-05-05"}, {"languages", {"en", "ru"}},
                    {"source_language", "en"}};
    REQUIRE(f.coordinator.post("/v1/reports", body).status == 201);
    for (const char* id : {"empty", "drafted", "returned", "waiting", "over", "near", "approved", "marked"}) {
      REQUIRE(f.coordinator.patch(section(id), {{"lead", "labour"}}).status == 200);
    }
  }

  std::string path(const std::string& rest = "") const { return "/v1/reports/found-2026" + rest; }
  std::string section(const std::string& id, const std::string& rest = "") const {
    return path("/sections/" + id + rest);
  }
  void write(const std::string& id, const std::string& text, const std::string& language = "en") const {
    const Caller& caller = language == "en" ? f.writer : f.translator;
    const auto present = caller.get(section(id, "/texts/" + language));
    const HeaderMap first{{"If-None-Match", "*"}};
    const HeaderMap next{{"If-Match", present.etag()}};
    REQUIRE(caller.put(section(id, "/texts/" + language), {{"markdown", text}}, present.status == 200 ? next : first)
                .status < 300);
  }
  void translate(const std::string& id, const std::string& text) const { write(id, text, "ru"); }

  Answer act(const Caller& caller, const std::string& id, const std::string& action,
             const Json& more = Json::object()) const {
    Json body = more;
    body["action"] = action;
    return caller.post(section(id, "/transitions"), body);
  }
  // Submits or approves, naming every text.
  Answer decide(const Caller& caller, const std::string& id, const std::string& action = "approve") const {
    Json named = Json::object();
    const Json texts = f.coordinator.get(section(id)).json().at("texts");
    for (const auto& text : texts) named[text.at("language").get<std::string>()] = text.at("revision");
    return act(caller, id, action, {{"revisions", named}});
  }
  void submit(const std::string& id) const { REQUIRE(decide(f.head, id, "submit").status == 201); }
  void approve(const std::string& id) const {
    submit(id);
    REQUIRE(decide(f.coordinator, id).status == 201);
    REQUIRE(decide(f.ministry, id).status == 201);
  }

  Json list(const std::string& query = "") const {
    const auto answer = f.observer.get(path("/findings" + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.json().at("findings");
  }
  // The finding of that kind there, be it about no section or no language (""); null: there is none.
  Json one(const std::string& code, const std::string& section_id, const std::string& language) const {
    for (const Json& finding : list("?code=" + code)) {
      if (finding["section"] == or_none(section_id) && finding["language"] == or_none(language)) return finding;
    }
    return {};
  }

  static Json or_none(const std::string& text) { return text.empty() ? Json() : Json(text); }

  TestApp app;
  ReportFixture f{app};
};

}  // namespace support
