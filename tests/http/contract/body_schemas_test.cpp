// What the contract says of requests, as far as the library that checks them has faults.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "embed/embedded.hpp"

namespace {

using Json = nlohmann::json;

const Json& contract() {
  static const Json document = Json::parse(embedded::file("api/openapi.json"));
  return document;
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
