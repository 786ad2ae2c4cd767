// What the contract says of requests, as far as the library that checks them has faults.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "embed/embedded.hpp"

namespace {

using Json = nlohmann::json;

const Json& contract() {
  static const Json document = Json::parse(embedded::file("api/openapi.json"));
  return document;
}

// How many schemas name a format, in this one and those that it refers to.
int formats_in(const Json& schema, std::set<std::string>& seen) {
  if (!schema.is_structured()) return 0;
  int found = schema.is_object() && schema.contains("format") && schema.at("format").is_string() ? 1 : 0;
  if (schema.is_object() && schema.contains("$ref")) {
    const auto target = schema.at("$ref").get<std::string>();
    if (seen.insert(target).second) found += formats_in(contract().at(Json::json_pointer(target.substr(1))), seen);
  }
  for (const auto& [key, member] : schema.items()) {
    if (key != "example" && key != "examples") found += formats_in(member, seen);
  }
  return found;
}

// Strings of a schema whose pattern may meet a text of more than `most` characters; counts all that have a pattern.
std::vector<std::string> unbounded_patterns(const Json& schema, std::size_t most, int& patterns) {
  std::vector<std::string> found;
  if (!schema.is_structured()) return found;
  if (schema.is_object() && schema.contains("pattern") && schema.at("pattern").is_string()) {
    ++patterns;
    const auto pattern = schema.at("pattern").get<std::string>();
    if (!schema.contains("maxLength") || schema.at("maxLength").get<std::size_t>() > most) found.push_back(pattern);
  }
  for (const auto& [key, member] : schema.items()) {
    if (key == "example" || key == "examples") continue;
    for (auto& pattern : unbounded_patterns(member, most, patterns)) found.push_back(std::move(pattern));
  }
  return found;
}

}  // namespace

TEST_CASE("a pattern stands only where the length is bounded: it is matched by recursion, which ends the process") {
  int patterns = 0;
  CHECK(unbounded_patterns(contract(), 200, patterns) == std::vector<std::string>{});
  CHECK(patterns > 10);
}

TEST_CASE("no JSON body of a request names a format: over a value that is no text valijson would end the process") {
  int bodies = 0;
  for (const auto& [path, methods] : contract().at("paths").items()) {
    for (const auto& [method, operation] : methods.items()) {
      if (!operation.is_object() || !operation.contains("requestBody")) continue;
      for (const auto& [type, content] : operation.at("requestBody").at("content").items()) {
        if (!type.ends_with("json")) continue;  // files are not held against a schema
        CAPTURE(method);
        CAPTURE(path);
        std::set<std::string> seen;
        CHECK(formats_in(content, seen) == 0);
        ++bodies;
      }
    }
  }
  CHECK(bodies > 20);
  std::set<std::string> seen;
  CHECK(formats_in(contract(), seen) > 0);  // of answers: what is looked for can be found
}
