#include "http/contract/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "embed/embedded.hpp"
#include "http/contract/contract.hpp"
#include "http/contract/schema_forms.hpp"
#include "support/processor_time.hpp"

using http::Body;

namespace {

Body components() {
  return Body::parse(R"json({"schemas": {
    "Language": {"type": "string", "pattern": "^[a-z]{2}$", "maxLength": 35, "description": "A language tag.", "examples": ["en"]},
    "Key": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": 64, "description": "Lower-case letters, digits and hyphens.", "examples": ["obj-07"]},
    "Localized": {"type": "object", "minProperties": 1, "propertyNames": {"$ref": "#/components/schemas/Language"},
                  "description": "A text per language.", "additionalProperties": {"type": "string", "maxLength": 10}},
    "Thing": {"type": "object", "additionalProperties": false, "required": ["id", "title"], "properties": {
      "id": {"$ref": "#/components/schemas/Key"},
      "title": {"$ref": "#/components/schemas/Localized"},
      "kind": {"type": "string", "enum": ["a", "b"]},
      "count": {"type": ["integer", "null"]},
      "flag": {"type": "boolean"},
      "size": {"type": "integer", "minimum": 1, "maximum": 5},
      "pair": {"type": "array", "minItems": 2, "uniqueItems": true, "items": {"type": "string"}},
      "list": {"type": "array", "maxItems": 3, "items": {"$ref": "#/components/schemas/Key"}},
      "name/with~signs": {"type": "integer"}}}}})json");
}

// The findings as "pointer: message" lines.
std::string found(const char* value) {
  static const http::Schemas schemas(components());
  std::string text;
  static const http::Schema thing(Body{{"$ref", "#/components/schemas/Thing"}});
  for (const auto& finding : schemas.check(thing, Body::parse(value))) {
    text += finding.pointer + ": " + finding.message.english() + "\n";
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
        "/id: does not have the right form. Lower-case letters, digits and hyphens. For example: obj-07\n");
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
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "list": ["a", "B"]})")
            .starts_with("/list/1: does not have the right form"));
  CHECK(found(R"({"id": "x", "title": {"en": 7}})") == "/title/en: must be a text\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "name/with~signs": "x"})") ==
        "/name~1with~0signs: must be a whole number\n");
}

TEST_CASE("names of members that do not fit are told one by one") {
  CHECK(found(R"({"id": "x", "title": {"English": "X"}})") ==
        "/title/English: cannot be a name here: it does not have the right form. A language tag. For example: en\n");
}

TEST_CASE("too long and too many are refused with the place") {
  CHECK(found(R"({"id": "x", "title": {"en": "more than ten letters"}})") ==
        "/title/en: is too long; at most 10 characters are allowed\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "list": ["a", "b", "c", "d"]})") ==
        "/list: has too many items; at most 3 are allowed\n");
  CHECK(found(R"({"id": "x", "title": {}})") == "/title: must not be empty\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "size": 0})") == "/size: must be at least 1\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "size": 6})") == "/size: must be at most 5\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "size": 2, "pair": ["a"]})") ==
        "/pair: has too few items; at least 2 are needed\n");
  CHECK(found(R"({"id": "x", "title": {"en": "X"}, "pair": ["a", "a"]})") == "/pair: names the same twice\n");
}

TEST_CASE("what is too long hides no other fault, and is told with the form where there is one") {
  const std::string key = "does not have the right form. Lower-case letters, digits and hyphens. For example: obj-07\n";
  const std::string long_key(65, 'a');
  CHECK(found(Body{{"id", long_key}, {"title", {{"en", "X"}}}, {"list", {"B"}}}.dump().c_str()) ==
        "/id: " + key + "/list/0: " + key);
  CHECK(found(R"({"id": "A", "title": {"English": "more than ten letters"}})") ==
        "/id: " + key +
            "/title/English: cannot be a name here: it does not have the right form. A language tag. For example: en\n"
            "/title/English: is too long; at most 10 characters are allowed\n");
  CHECK(found(R"({"id": "A", "title": {"en": "X"}, "list": ["a", "b", "c", "D"], "kind": "c"})") ==
        "/id: " + key +
            "/kind: must be one of a, b\n/list: has too many items; at most 3 are allowed\n/list/3: " + key);
}

TEST_CASE("a value of a hundred thousand levels beside one that is too long is refused") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const std::string text = R"({"id": "A", "title": {"en": "more than ten letters"}, "list": )" + deep + "}";
  CHECK(found(text.c_str()).find("/list/0: must be a text\n") != std::string::npos);
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

namespace {

// The schemas of the contract that say of a text which form it has, wherever they stand.
void collect_forms(const Body& schema, std::vector<Body>& found) {
  if (!schema.is_structured()) return;
  const bool has_pattern = schema.is_object() && schema.contains("pattern") && schema.at("pattern").is_string();
  const bool is_time = schema.is_object() && schema.value("format", Body()) == "date-time";
  const Body form = schema.is_object() ? schema.value("x-form", Body()) : Body();
  if (form.is_string()) CHECK(http::is_form(form.get<std::string>()));
  if (has_pattern || is_time || form == "day" || form == "moment" || form == "time-zone") found.push_back(schema);
  for (const auto& [name, member] : schema.items()) {
    if (name != "example" && name != "examples") collect_forms(member, found);
  }
}

}  // namespace

TEST_CASE("every form that the contract wants of a text is told in words and by an example that has it") {
  std::vector<Body> found;
  collect_forms(Body::parse(embedded::file("api/openapi.json")), found);
  CHECK(found.size() > 20);
  static const http::Schemas schemas(Body{{"schemas", Body::object()}});
  for (const Body& schema : found) {
    CAPTURE(schema.dump());
    const std::string words = http::wrong_form(schema).english();
    CHECK(words.starts_with("does not have the right form. "));
    CHECK(words.find(" For example: ") != std::string::npos);
    CHECK(words.find_first_of("^$\\[]{}*|") == std::string::npos);
    for (const Body& example : schema.at("examples")) {
      CHECK(schemas.check(http::Schema(schema), example).empty());
      CHECK(http::find_wrong_forms(schema, example, [](const Body& one) -> const Body& { return one; }).empty());
    }
  }
}

TEST_CASE("a time whose plus sign became a space is told how to write it") {
  const auto& operations = http::Contract::instance().operations();
  int parameters = 0;
  for (const auto& operation : operations) {
    const auto* as_of = operation.parameter("as_of", "query");
    if (as_of == nullptr) continue;
    ++parameters;
    const auto message = [&](const std::string& value) {
      const auto findings = http::Contract::instance().check_parameters(operation, {}, {{"as_of", value}});
      const auto found = std::ranges::find(findings, "as_of", &domain::Finding::pointer);
      return found == findings.end() ? std::string() : found->message.english();
    };
    CHECK(message("2026-05-05T14:00:00+05:00") == "");
    CHECK(message("2026-05-05T14:00:00 05:00").ends_with(" write %2B instead: 2026-05-05T14:00:00%2B05:00"));
    CHECK(message("2026-05-05T14:00:00.5 05:00").find("%2B05:00") != std::string::npos);
    for (const char* other : {"2026-05-05 14:00:00Z", "yesterday at noon, or later", "2026-02-30T14:00:00 05:00"}) {
      CHECK(message(other).find("does not have the right form. A moment, RFC 3339") == 0);
      CHECK(message(other).find("write %2B for it") == std::string::npos);
    }
    CHECK(message("2026-02-30T14:00:00Z").find("For example: 2026-05-05T09:00:00Z") != std::string::npos);
  }
  CHECK(parameters == 6);
}

TEST_CASE("a parameter of the address is read as what it stands for") {
  const auto& operations = http::Contract::instance().operations();
  const auto list = std::ranges::find(operations, "list_events", &http::Operation::operation_id);
  REQUIRE(list != operations.end());
  const auto check = [&](const std::string& name, const std::string& value) {
    const auto findings = http::Contract::instance().check_parameters(*list, {{"report", "r"}}, {{name, value}});
    return findings.empty() ? std::string() : findings.front().pointer + ": " + findings.front().message.english();
  };
  CHECK(check("limit", "5") == "");
  CHECK(check("limit", "five") == "limit: must be a whole number");
  CHECK(check("limit", "99999999999999999999") == "limit: must be a whole number");
  CHECK(check("limit", "-1").starts_with("limit: "));
  CHECK(check("colour", "red").starts_with("colour: is not a parameter of this address; known are "));
}

TEST_CASE("a format is no matter of the schema, so that it may stand over what can be something else than a text") {
  const http::Schemas schemas(Body{{"schemas", {{"Time", {{"type", {"string", "null"}}, {"format", "date-time"}}}}}});
  const http::Schema named(Body{{"$ref", "#/components/schemas/Time"}});
  const http::Schema plain(Body{{"type", {"string", "integer"}}, {"format", "date-time"}});
  CHECK(schemas.check(named, nullptr).empty());
  CHECK(schemas.check(named, 7).size() == 1);
  CHECK(schemas.check(plain, 7).empty());
  CHECK(schemas.check(plain, "yesterday").empty());
}
