#include "http/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "http/contract.hpp"
#include "support/processor_time.hpp"

using http::Body;

namespace {

Body components() {
  return Body::parse(R"json({"schemas": {
    "Language": {"type": "string", "pattern": "^[a-z]{2}$", "maxLength": 35},
    "Key": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": 64, "description": "Lower-case letters, digits and hyphens."},
    "Localized": {"type": "object", "minProperties": 1, "propertyNames": {"$ref": "#/components/schemas/Language"},
                  "description": "A text per language.", "additionalProperties": {"type": "string", "maxLength": 10}},
    "Thing": {"type": "object", "additionalProperties": false, "required": ["id", "title"], "properties": {
      "id": {"$ref": "#/components/schemas/Key"},
      "title": {"$ref": "#/components/schemas/Localized"},
      "kind": {"type": "string", "enum": ["a", "b"]},
      "count": {"type": ["integer", "null"]},
      "flag": {"type": "boolean"},
      "list": {"type": "array", "maxItems": 3, "items": {"$ref": "#/components/schemas/Key"}},
      "name/with~signs": {"type": "integer"}}}}})json");
}

// The findings as "pointer: message" lines.
std::string found(const char* value) {
  static const http::Schemas schemas(components());
  std::string text;
  static const http::Schema thing(Body{{"$ref", "#/components/schemas/Thing"}});
  for (const auto& finding : schemas.check(thing, Body::parse(value))) {
    text += finding.pointer + ": " + finding.message + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a value as the schema says has no findings") {
  CHECK(found(R"({"id": "x", "title": {"en": "X"}})") == "");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "count": null, "flag": true, "kind": "a", "list": ["y"]})") == "");
}

TEST_CASE("what is missing and what is not known is named") {
  CHECK(found("{}") == "/id: is missing\n/title: is missing\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "colour": 1})")
            .starts_with("/colour: is not known here; known are count"));
}

TEST_CASE("a wrong form is told in the contract's own words") {
  CHECK(found(R"({"id": "Not A Key", "title": {"en": "X"}})") ==
        "/id: has not the right form. Lower-case letters, digits and hyphens.\n");
}

TEST_CASE("a wrong type is told as what it must be") {
  CHECK(found(R"({"id": 7, "title": {"en": "X"}})") == "/id: must be a text\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "count": "7"})") == "/count: must be a whole number or null\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "count": 7.5})") == "/count: must be a whole number or null\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "flag": 1})") == "/flag: must be true or false\n");
  CHECK(found(R"({"id": "x", "title": []})") == "/title: must be an object\n");
  CHECK(found("[]") == ": must be an object\n");
}

TEST_CASE("a wrong choice is told the right ones") {
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "kind": "c"})") == "/kind: must be one of a, b\n");
}

TEST_CASE("an item of a list and a member inside are named by their place") {
  CHECK(
      found(R"({"id": "x", "title": {"en": "X"}, "list": ["a", "B"]})").starts_with("/list/1: has not the right form"));
  CHECK(found(R"({"id": "x", "title": {"en": 7}})") == "/title/en: must be a text\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "name/with~signs": "x"})") ==
        "/name~1with~0signs: must be a whole number\n");
}

TEST_CASE("names of members that do not fit are told one by one") {
  CHECK(found(R"({"id": "x", "title": {"English": "X"}})") ==
        "/title/English: is no name for this place. A text per language.\n");
}

TEST_CASE("too long and too many are refused with the place") {
  CHECK(found(R"({"id": "x", "title": {"en": "more than ten letters"}})").starts_with("/title/en: "));
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "list": ["a", "b", "c", "d"]})").starts_with("/list: "));
  CHECK(found(R"({"id": "x", "title": {}})").starts_with("/title: must not be empty"));
}

TEST_CASE("a text of a megabyte at a place with a pattern is refused quickly") {
  const double begin = support::processor_seconds();
  const std::string long_text(1'000'000, 'a');
  CHECK(found(Body{{"id", long_text}, {"title", {{"en", "X"}}}}.dump().c_str()).starts_with("/id: "));
  CHECK(support::processor_seconds() - begin < 2);
}

TEST_CASE("every text of the contract that has a pattern is bounded in length, so that matching it is") {
  int places = 0;
  for (const auto& operation : http::Contract::instance().operations()) {
    std::vector<std::pair<std::string, std::string>> path;
    for (const auto& parameter : operation.parameters) {
      if (parameter.in == "path") path.emplace_back(parameter.name, std::string(100'000, 'a'));
    }
    const auto findings = http::Contract::instance().check_parameters(operation, path, {});
    for (const auto& [name, value] : path) {
      CHECK(std::ranges::count(findings, name, &domain::Finding::pointer) >= 1);
      ++places;
    }
  }
  CHECK(places > 80);
}

TEST_CASE("a parameter of the address is read as what it stands for") {
  const auto& operations = http::Contract::instance().operations();
  const auto list = std::ranges::find(operations, "list_events", &http::Operation::operation_id);
  REQUIRE(list != operations.end());
  const auto check = [&](const std::string& name, const std::string& value) {
    const auto findings = http::Contract::instance().check_parameters(*list, {{"report", "r"}}, {{name, value}});
    return findings.empty() ? std::string() : findings.front().pointer + ": " + findings.front().message;
  };
  CHECK(check("limit", "5") == "");
  CHECK(check("limit", "five") == "limit: must be a whole number");
  CHECK(check("limit", "99999999999999999999") == "limit: must be a whole number");
  CHECK(check("limit", "-1").starts_with("limit: "));
  CHECK(check("colour", "red").starts_with("colour: is no parameter of this address; known are "));
}
