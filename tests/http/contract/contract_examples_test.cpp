// The examples of the contract: who reads one request and its answer must be able to believe both.
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "embed/embedded.hpp"

namespace {

using Json = nlohmann::json;

// Every value that stands under a name, however deep; an element of a list stands under the name of the list.
using Values = std::map<std::string, std::set<std::string>>;
void collect_values(const Json& json, const std::string& name, Values& values) {
  if (!json.is_structured()) values[name].insert(json.dump());
  for (const auto& [key, member] : json.items()) {
    if (json.is_structured()) collect_values(member, json.is_object() ? key : name, values);
  }
}

const Json* example_of(const Json& message) {
  for (const char* type : {"application~1json", "application~1merge-patch+json"}) {
    const Json::json_pointer example("/content/" + std::string(type) + "/example");
    if (message.contains(example)) return &message.at(example);
  }
  return nullptr;
}

// Names that both examples have, with no value in common: "action \"approve\"".
std::string disagreement(const Json& request, const Json& answer) {
  Values asked;
  Values answered;
  collect_values(request, "", asked);
  collect_values(answer, "", answered);
  std::string found;
  for (const auto& [name, values] : asked) {
    if (!answered.contains(name)) continue;
    for (const auto& value : values) {
      if (!answered.at(name).contains(value)) found += name + " " + value + "; ";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("the example of an answer says of what the example of its request set the same") {
  int compared = 0;
  const Json contract = Json::parse(embedded::file("api/openapi.json"));
  for (const auto& [path, operations] : contract.at("paths").items()) {
    for (const auto& [method, operation] : operations.items()) {
      if (!operation.is_object() || !operation.contains("requestBody")) continue;
      const Json* request = example_of(operation.at("requestBody"));
      for (const auto& [status, response] : operation.at("responses").items()) {
        const Json* answer = example_of(response);
        if (request == nullptr || answer == nullptr || !status.starts_with("2")) continue;
        ++compared;
        CHECK_MESSAGE(disagreement(*request, *answer) == "", operation.at("operationId").get<std::string>());
      }
    }
  }
  CHECK(compared > 15);
}
