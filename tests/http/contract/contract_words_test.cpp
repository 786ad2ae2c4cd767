// What a reader of the contract relies on: each thing has a name and a sentence, answers are open and requests closed.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "embed/embedded.hpp"

namespace {

using Json = nlohmann::json;
using SchemaNames = std::set<std::string>;

const Json& whole_contract() {
  static const Json contract = Json::parse(embedded::file("api/openapi.json"));
  return contract;
}

const Json& named_schemas() { return whole_contract().at("components").at("schemas"); }

std::string name_in(const Json& node) {
  const auto reference = node.value("$ref", "");
  return reference.starts_with("#/components/schemas/") ? reference.substr(reference.rfind('/') + 1) : "";
}

// The schemas that a node refers to, and those that they refer to.
void collect_names(const Json& node, SchemaNames& names) {
  if (!node.is_structured()) return;
  if (node.is_object()) {
    const std::string name = name_in(node);
    if (!name.empty() && names.insert(name).second) collect_names(named_schemas().at(name), names);
  }
  for (const auto& [key, member] : node.items()) {
    if (key != "example" && key != "examples") collect_names(member, names);
  }
}

struct Used {
  SchemaNames in_requests;
  SchemaNames in_answers;
};

Used used_schemas() {
  Used used;
  for (const auto& [path, methods] : whole_contract().at("paths").items()) {
    for (const auto& [method, operation] : methods.items()) {
      collect_names(operation.value("requestBody", Json()), used.in_requests);
      for (const auto& response : operation.at("responses")) collect_names(response, used.in_answers);
    }
  }
  collect_names(whole_contract().at("components").at("responses"), used.in_answers);
  collect_names(whole_contract().at("x-events"), used.in_answers);
  return used;
}

bool is_object_schema(const Json& node) { return node.is_object() && node.contains("properties"); }

bool has_sentence(const Json& property) {
  if (property.contains("description")) return true;
  const std::string name = name_in(property);
  return !name.empty() && named_schemas().at(name).contains("description");
}

// Objects and lists of words within another schema that have no name of their own.
void find_nameless(const Json& node, const std::string& at, std::vector<std::string>& found) {
  if (!node.is_structured()) return;
  for (const auto& [key, member] : node.items()) {
    if (key == "example" || key == "examples") continue;
    if (is_object_schema(member)) found.push_back(at + "/" + key);
    find_nameless(member, at + "/" + key, found);
  }
}

}  // namespace

TEST_CASE("every property has a sentence") {
  int properties = 0;
  for (const auto& [name, schema] : named_schemas().items()) {
    if (!is_object_schema(schema)) continue;
    for (const auto& [member, property] : schema.at("properties").items()) {
      ++properties;
      CHECK_MESSAGE(has_sentence(property), name, ".", member);
    }
  }
  CHECK(properties > 800);
}

TEST_CASE("every object has a name, by which clients call its type") {
  std::vector<std::string> found;
  for (const auto& [name, schema] : named_schemas().items()) find_nameless(schema, name, found);
  find_nameless(whole_contract().at("paths"), "paths", found);
  CHECK(found == std::vector<std::string>{});
}

TEST_CASE("requests are closed and answers open") {
  const Used used = used_schemas();
  int objects = 0;
  for (const auto& [name, schema] : named_schemas().items()) {
    if (!is_object_schema(schema)) continue;
    ++objects;
    const bool closed = schema.value("additionalProperties", Json()) == Json(false);
    CHECK_MESSAGE(closed == used.in_requests.contains(name), name);
  }
  CHECK(objects > 100);
}

TEST_CASE("every schema is used") {
  const Used used = used_schemas();
  SchemaNames in_parameters;
  collect_names(whole_contract().at("components").at("parameters"), in_parameters);
  collect_names(whole_contract().at("paths"), in_parameters);
  for (const auto& [name, schema] : named_schemas().items()) {
    CHECK_MESSAGE(used.in_requests.count(name) + used.in_answers.count(name) + in_parameters.count(name) > 0, name);
  }
}
