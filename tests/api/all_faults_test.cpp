// Whoever sends a body with many faults learns all of them from one answer, in words and without a pattern.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "support/api_app.hpp"

using namespace support;

namespace {

using Pointers = std::set<std::string>;

// The places that a refusal names. Each message says something an official understands.
Pointers places_of(const Answer& refused) {
  CHECK(refused.status == 422);
  Pointers places;
  if (refused.status != 422) return places;
  const Json errors = refused.json().at("errors");
  for (const auto& error : errors) {
    places.insert(error.at(error.at("in") == "body" ? "pointer" : "parameter").get<std::string>());
    const std::string message = error.at("message");
    CAPTURE(message);
    CHECK(message.find_first_of("^$\\*") == std::string::npos);
    for (const char* word : {"regex", "constraint", "should be no", "Failed to", "validate"}) {
      CHECK(message.find(word) == std::string::npos);
    }
  }
  return places;
}

Json new_report() {
  return {{"id", "tkm-2030"},           {"format", "gcm-imrf"},
          {"country", "TKM"},           {"title", {{"en", "Report"}}},
          {"forum_date", "2030-05-07"}, {"languages", {"en", "ru"}},
          {"source_language", "en"}};
}

Json with(Json body, const Json& changes) {
  body.update(changes);
  return body;
}

}  // namespace

TEST_CASE("a new report is refused with every fault, of form and of meaning") {
  TestApp app;
  const ReportFixture f(app);
  const auto places = [&](const Json& changes) {
    return places_of(f.coordinator.post("/v1/reports", with(new_report(), changes)));
  };
  CHECK(places({{"forum_date", "2030-02-30"},
                {"time_zone", "Mars/Olympus"},
                {"title", {{"en", " "}, {"ru", "\t"}}},
                {"languages", {"en", "fi", "he"}},
                {"source_language", "tk"}}) == Pointers{"/forum_date", "/time_zone", "/title/en", "/title/ru",
                                                        "/languages/1", "/languages/2", "/source_language"});
  CHECK(places({{"forum_date", "2030-02-30"}, {"format", "none"}}) == Pointers{"/forum_date", "/format"});
  CHECK(places({{"country", "Turkmenistan"},
                {"id", "Not A Key"},
                {"forum_date", "2030-02-30"},
                {"time_zone", "Mars/Olympus"},
                {"title", {{"en", " "}}},
                {"languages", {"en", "English"}},
                {"colour", "red"}}) ==
        Pointers{"/country", "/id", "/forum_date", "/time_zone", "/title/en", "/languages/1", "/colour"});
}

TEST_CASE("other bodies are refused with every fault, too") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(places_of(app.admin().post("/v1/agencies",
                                   {{"id", "x"}, {"title", {{"en", " "}}}, {"short_title", {{"en", "\n"}}}})) ==
        Pointers{"/title/en", "/short_title/en"});
  CHECK(places_of(app.admin().post("/v1/users/writer/posts", {{"role", "head"},
                                                              {"agency", "none"},
                                                              {"step", "coordinator"},
                                                              {"languages", {"ru"}},
                                                              {"starts_on", "2026-02-30"},
                                                              {"ends_on", "2026-01-01"}})) ==
        Pointers{"/agency", "/step", "/languages", "/starts_on", "/ends_on"});
  CHECK(places_of(
            app.admin().post("/v1/users/writer/tokens", {{"label", " "}, {"expires_at", "2020-01-01T00:00:00Z"}})) ==
        Pointers{"/label", "/expires_at"});
  CHECK(
      places_of(app.admin().post("/v1/users/writer/tokens",
                                 {{"label", " "}, {"expires_at", "yesterday, at noon or so"}, {"scopes", {"all"}}})) ==
      Pointers{"/label", "/expires_at", "/scopes/0"});
  CHECK(places_of(f.coordinator.post(f.path("/submissions"), {{"edition", 7},
                                                              {"addressee", " "},
                                                              {"channel", "\t"},
                                                              {"sent_on", "2027-01-01"},
                                                              {"reference", " "},
                                                              {"note", "\n"}})) ==
        Pointers{"/edition", "/addressee", "/channel", "/sent_on", "/reference", "/note"});
  CHECK(places_of(
            f.coordinator.post(f.path("/editions"), {{"name", " "}, {"kind", "draft"}, {"languages", {"fr", "de"}}})) ==
        Pointers{"/name", "/languages/0", "/languages/1"});
  CHECK(places_of(f.coordinator.post(
            f.path("/exports"), {{"formats", {"md"}}, {"languages", {"fr"}}, {"as_of", "2030-01-01T00:00:00Z"}})) ==
        Pointers{"/languages/0", "/as_of"});
  CHECK(places_of(f.coordinator.post(f.path("/exports"), {{"formats", {"exe"}}, {"as_of", "2026-13-01T00:00:00Z"}})) ==
        Pointers{"/formats/0", "/as_of"});
  CHECK(
      places_of(f.coordinator.post(f.path("/promises"), {{"text", {{"en", " "}, {"fr", "x"}}}, {"agency", "none"}})) ==
      Pointers{"/text/en", "/text/fr", "/agency"});
  CHECK(places_of(f.coordinator.post(f.path("/prefill"), {{"from", "none"}, {"languages", {"fr", "de"}}})) ==
        Pointers{"/from", "/languages/0", "/languages/1"});
}

TEST_CASE("a change is refused with every fault, and changes nothing") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(places_of(f.coordinator.patch(f.path(), {{"title", {{"en", " "}}},
                                                 {"forum_date", "2026-02-30"},
                                                 {"time_zone", "Nowhere"},
                                                 {"languages", {"ru", "fi"}}})) ==
        Pointers{"/title/en", "/forum_date", "/time_zone", "/languages/1", "/source_language"});
  CHECK(places_of(f.coordinator.patch(f.section("obj-07"), {{"lead", "none"},
                                                            {"contributors", {"health", "nobody"}},
                                                            {"due_on", "2026-02-30"},
                                                            {"title", {{"en", " "}}}})) ==
        Pointers{"/lead", "/contributors/1", "/due_on", "/due_reason", "/title/en"});
  CHECK(places_of(f.coordinator.patch(f.section("obj-07"), {{"due_on", "2026-02-30"}, {"due_reason", " "}})) ==
        Pointers{"/due_on", "/due_reason"});
}

TEST_CASE("a time in an address whose plus sign became a space is told how to write it") {
  TestApp app;
  const ReportFixture f(app);
  app.set_now(domain::parse_time("2026-01-16T09:00:00Z").value());
  // As a plus sign is read, which the client of these tests would encode.
  const auto refused = f.coordinator.get(f.path("/document.md?as_of=2026-01-15T14:00:00%2005:00"));
  CHECK(places_of(refused) == Pointers{"as_of"});
  CHECK(refused.body.find("2026-01-15T14:00:00%2B05:00") != std::string::npos);
  CHECK(f.coordinator.get(f.path("/document.md?as_of=2026-01-15T14:00:00%2B05:00")).status == 200);
}

TEST_CASE("a wrong form in an address is told in words and by an example") {
  TestApp app;
  const ReportFixture f(app);
  const std::map<std::string, std::string> wrong{
      {"/document.md?language=English", "For example: en"},
      {"/document.md?as_of=2026-02-30T00:00:00Z", "For example: 2026-"},
      {"/status?agency=Ministry%20of%20Labour", "For example: labour"},
      {"/translations.xlf?language=ru&state=missing;stale", "For example: missing,stale"},
      {"/document.md?select=all", "must be one of approved, latest"},
      {"/events?limit=0", "must be at least 1"},
      {"/editions/1/compare?to=last", "For example: latest"},
      {"/sections/obj-07/pictures/Map.gif", "For example: map-2026.png"}};
  for (const auto& [address, said] : wrong) {
    CAPTURE(address);
    const auto refused = f.coordinator.get(f.path(address));
    places_of(refused);
    CHECK(refused.body.find(said) != std::string::npos);
  }
}
