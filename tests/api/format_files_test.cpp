// Formats that are loaded: what is wrong with a file is named with its line, whether the reader or the schema finds it.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

const std::string kFormat =
    "key: small\ntitle: {en: Small}\nlanguages: [en]\n"
    "review: {steps: [{key: check, role: reviewer, title: {en: Check}}]}\n"
    "outline:\n  - {key: one, title: {en: One}}\n";

// "422 invalid_format /colour: 'colour' is not a field ... (line 7)"
std::string refusal(const TestApp& app, const std::string& type, const std::string& body) {
  const auto answer = app.admin().send("POST", "/v1/formats", body, {{"Content-Type", type}});
  if (answer.status < 400) return std::to_string(answer.status);
  const Json first = answer.json().at("errors").at(0);
  return std::to_string(answer.status) + " " + answer.code() + " " + first.at("pointer").get<std::string>() + ": " +
         first.at("message").get<std::string>();
}

}  // namespace

TEST_CASE("a format with an unknown field is refused with its line, as YAML and as JSON") {
  const TestApp app;
  CHECK(
      refusal(app, "application/yaml", kFormat + "colour: red\n")
          .starts_with("422 invalid_format /colour: 'colour' is not a field that is known here; known are key, title"));
  CHECK(refusal(app, "application/yaml", kFormat + "colour: red\n").ends_with("(line 7)"));
  CHECK(refusal(app, "application/json", "{\"key\": \"small\",\n \"colour\": 1}").ends_with("(line 2)"));
  CHECK(refusal(app, "application/json", "[]").starts_with("422 invalid_format : must be a map with the fields key"));
}

TEST_CASE("a format that its reader would take is refused where the contract does not") {
  const TestApp app;
  CHECK(refusal(app, "application/yaml", kFormat + "glossary:\n  - id: compact\n    terms: {}\n") ==
        "422 invalid_format /glossary/0/terms: must not be empty (line 9)");
  const std::string json =
      R"({"key": "small", "title": {"en": "Small"}, "languages": ["en"], "minor_edits": "true",
  "review": {"steps": [{"key": "check", "role": "reviewer", "title": {"en": "Check"}}]},
  "outline": [{"key": "one", "title": {"en": "One"}}]})";
  CHECK(refusal(app, "application/json", json) == "422 invalid_format /minor_edits: must be true or false (line 1)");
  CHECK(refusal(app, "application/yaml", kFormat) == "201");
}
