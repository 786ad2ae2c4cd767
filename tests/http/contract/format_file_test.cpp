// The format file in the contract: it says what the reader reads, and what is taken is as it says.
#include "http/contract/format_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "embed/embedded.hpp"
#include "support/source_folder.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace {

using Fields = std::set<std::string>;

const std::string kStart =
    "key: small\ntitle: {en: Small}\nlanguages: [en]\n"
    "review: {steps: [{key: check, role: reviewer, title: {en: Check}}]}\n";
const std::string kLittle = kStart + "outline:\n  - {key: one, title: {en: One}}\n";

// Of a file that the reader takes: "/outline/0: ... (line 6)", each with a line break.
std::string schema_findings(const std::string& source, const http::Body& json = {}) {
  usecases::read_format(source);
  std::string text;
  try {
    http::check_format_file(http::Contract::instance(), source, json);
  } catch (const domain::Error& error) {
    CHECK(error.kind() == "invalid_format");
    for (const auto& finding : error.findings()) text += finding.pointer + ": " + finding.message.english() + "\n";
  }
  return text;
}

// The fields of each map that the reader knows, as they stand in its source.
std::multiset<Fields> fields_of_reader() {
  static const std::regex list(R"(map_of\(\{([^}]*)\}\))");
  static const std::regex word(R"re("([a-z_]+)")re");
  std::multiset<Fields> all;
  const std::string folder = support::source_folder() + "/service/usecases/format_file";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path());
    const std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (std::sregex_iterator found(source.begin(), source.end(), list), end; found != end; ++found) {
      const std::string names = (*found)[1];
      Fields fields;
      for (std::sregex_iterator it(names.begin(), names.end(), word); it != end; ++it) fields.insert((*it)[1]);
      all.insert(fields);
    }
  }
  return all;
}

std::multiset<Fields> fields_of_contract() {
  const auto schemas = nlohmann::json::parse(embedded::file("api/openapi.json")).at("components").at("schemas");
  std::multiset<Fields> all;
  for (const auto& [name, schema] : schemas.items()) {
    if (!name.starts_with("FormatFile") && name != "GlossaryEntry" && name != "TermForms") continue;
    Fields fields;
    for (const auto& [field, about] : schema.at("properties").items()) fields.insert(field);
    all.insert(fields);
  }
  return all;
}

}  // namespace

TEST_CASE("every shipped format is as the contract says") {
  for (const auto& file : embedded::files_under("db/formats/")) {
    CAPTURE(file.path);
    CHECK(schema_findings(std::string(file.data)) == "");
  }
}

TEST_CASE("the fields of a format file that are read are those of the contract") {
  CHECK(fields_of_reader() == fields_of_contract());
  CHECK(fields_of_contract().size() == 16);
}

TEST_CASE("a value of YAML is what its place takes it for, and one that is missing is left out") {
  CHECK(schema_findings(kLittle + "minor_edits: false\nword_limit: {words: 100}\ndescription:\nsource: 2030\n") == "");
  CHECK(schema_findings(kStart + "outline: [{key: 07, title: {en: 2030}, annex: true, words: 12, tags: [1]}]\n") == "");
}

TEST_CASE("what the schema refuses of a file that the reader takes is named with its line") {
  CHECK(schema_findings(kLittle + "glossary:\n  - id: compact\n    terms: {}\n") ==
        "/glossary/0/terms: must not be empty (line 9)\n");
  CHECK(schema_findings(kLittle + "source: " + std::string(5001, 'x') + "\n") ==
        "/source: is too long; at most 5000 characters are allowed (line 7)\n");
}

TEST_CASE("in a file that was sent as JSON a text is no number") {
  const std::string json =
      R"({"key": "small", "title": {"en": "Small"}, "languages": ["en"],
  "review": {"steps": [{"key": "check", "role": "reviewer", "title": {"en": "Check"}}]},
  "outline": [{"key": "one", "title": {"en": "One"}, "words": "12"}]})";
  CHECK(schema_findings(json) == "");
  CHECK(schema_findings(json, http::Body::parse(json)) == "/outline/0/words: must be a whole number (line 3)\n");
}
