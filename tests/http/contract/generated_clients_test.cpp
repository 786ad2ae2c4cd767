// What makers of client code stumble over in a contract: oapi-codegen, openapi-generator and openapi-python-client were
// tried with each of these shapes.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "embed/embedded.hpp"
#include "http/contract/contract.hpp"

namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

const Json& document() {
  static const Json contract = Json::parse(embedded::file("api/openapi.json"));
  return contract;
}

std::string in_lower_case(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

bool may_be_null(const Json& schema) {
  if (schema.is_object() && schema.contains("oneOf"))
    return std::ranges::any_of(schema.at("oneOf"), [](const Json& one) { return one == Json{{"type", "null"}}; });
  return schema.is_object() && schema.contains("type") && schema.at("type").is_array() &&
         std::ranges::count(schema.at("type"), Json("null")) > 0;
}

// Null beside a named object, or beside one simple type: nothing else is understood by all of them.
bool is_plain_null(const Json& schema) {
  if (!schema.contains("oneOf")) {
    const Json& types = schema.at("type");
    return types.size() == 2 && std::ranges::count(types, Json("object")) == 0;
  }
  const Json& first = schema.at("oneOf").at(0);
  if (schema.at("oneOf").size() != 2 || !first.contains("$ref")) return false;
  const Json& named = document().at(Json::json_pointer(first.at("$ref").get<std::string>().substr(1)));
  return named.at("type") == "object";
}

// Addresses of the schemas below one that may be null in a way that is not understood; counts those that may be null.
void find_nulls(const Json& node, const std::string& at, Names& found, int& count) {
  if (!node.is_structured()) return;
  if (may_be_null(node) && (++count, !is_plain_null(node))) found.push_back(at);
  for (const auto& [key, member] : node.items()) {
    if (key != "example" && key != "examples") find_nulls(member, at + "/" + key, found, count);
  }
}

}  // namespace

TEST_CASE("no two parts of the contract have names that differ in case only") {
  std::map<std::string, Names> by_name;
  for (const auto& [kind, parts] : document().at("components").items()) {
    if (kind == "headers" || kind == "securitySchemes") continue;  // of which no types are made
    for (const auto& [name, part] : parts.items()) by_name[in_lower_case(name)].push_back(kind + "/" + name);
  }
  CHECK(by_name.size() > 150);
  for (const auto& [name, places] : by_name) CHECK_MESSAGE(places.size() == 1, Json(places).dump());
}

TEST_CASE("no part of the contract is called like what every program in a language has already") {
  const std::set<std::string> taken{"promise", "object", "string",   "number", "boolean", "array",    "map",
                                    "set",     "symbol", "function", "error",  "any",     "response", "request"};
  for (const auto& [name, schema] : document().at("components").at("schemas").items())
    CHECK_MESSAGE(!taken.contains(in_lower_case(name)), name);
}

TEST_CASE("no operation takes one kind of JSON under two types") {
  int bodies = 0;
  for (const auto& operation : http::Contract::instance().operations()) {
    const auto json =
        std::ranges::count_if(operation.request_types, [](const std::string& type) { return type.ends_with("json"); });
    bodies += json > 0 ? 1 : 0;
    CHECK_MESSAGE(json <= 1, operation.operation_id);
  }
  CHECK(bodies > 15);
}

TEST_CASE("every file can be sent as no more than a file") {
  int uploads = 0;
  for (const auto& operation : http::Contract::instance().operations()) {
    const auto& types = operation.request_types;
    if (types.empty() || std::ranges::any_of(types, [](const auto& type) { return type.ends_with("json"); })) continue;
    if (std::ranges::count(types, std::string("multipart/form-data")) == 1) continue;  // a form of a page, no file
    ++uploads;
    CHECK_MESSAGE(std::ranges::count(types, std::string("application/octet-stream")) == 1, operation.operation_id);
  }
  CHECK(uploads == 5);
}

TEST_CASE("what may be null is a named object or one simple type") {
  Names found;
  int count = 0;
  find_nulls(document().at("components").at("schemas"), "", found, count);
  find_nulls(document().at("paths"), "", found, count);
  CHECK(found == Names{});
  CHECK(count > 100);
}
