// What the contract says of request bodies, as far as the library that checks them has faults.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

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

}  // namespace

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
}
