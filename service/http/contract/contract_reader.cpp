// How the contract is read: declared in contract.hpp.
#include <algorithm>
#include <array>
#include <stdexcept>

#include "http/contract/contract.hpp"
#include "http/message/large_bodies.hpp"

namespace http {
namespace {

constexpr std::array kMethods{"get", "put", "post", "patch", "delete"};

class Reader {
 public:
  explicit Reader(const Json& document) : document_(document) {}

  std::vector<Operation> read() const {
    std::vector<Operation> operations;
    for (const auto& [path, item] : document_.at("paths").items()) {
      for (const char* method : kMethods) {
        if (item.contains(method)) operations.push_back(read_operation(path, method, item));
      }
    }
    return operations;
  }

 private:
  const Json& resolve(const Json& node) const {
    if (!node.contains("$ref")) return node;
    return document_.at(Json::json_pointer(node.at("$ref").get<std::string>().substr(1)));
  }

  Operation read_operation(const std::string& path, std::string method, const Json& item) const {
    const Json& node = item.at(method);
    std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    Operation operation;
    operation.operation_id = node.at("operationId");
    operation.method = method;
    operation.path = path;
    read_security(node, operation);
    read_parameters(item, operation);
    read_parameters(node, operation);
    operation.needs_if_match = node.value("x-precondition", "") == "If-Match" || requires_if_match(operation);
    operation.makes_new = operation.method != "GET" && operation.parameter("If-None-Match", "header") != nullptr;
    operation.own_reader = node.value("x-own-reader", false);
    operation.max_body_bytes = node.value("x-max-body-bytes", kOrdinaryBody);
    operation.too_large = node.value("x-too-large", "");
    if (node.contains("requestBody")) operation.request = read_content(node.at("requestBody"), operation.request_types);
    read_responses(node, operation);
    return operation;
  }

  // security: [{bearer: [read]}], or x-token-in-path: {parameter: link, scope: calendar}, which OpenAPI has no words
  // for
  static void read_security(const Json& node, Operation& operation) {
    const Json& security = node.at("security");
    const bool in_path = node.contains("x-token-in-path");
    operation.needs_token = in_path || !security.empty();
    if (in_path) {
      operation.token_in_path = node.at("x-token-in-path").at("parameter");
      operation.scope = node.at("x-token-in-path").at("scope");
    } else if (operation.needs_token) {
      operation.scope = security.at(0).at("bearer").at(0);
    }
  }

  static bool requires_if_match(const Operation& operation) {
    const Parameter* if_match = operation.parameter("If-Match", "header");
    return if_match != nullptr && if_match->required;
  }

  void read_parameters(const Json& node, Operation& operation) const {
    if (!node.contains("parameters")) return;
    for (const Json& reference : node.at("parameters")) {
      const Json& parameter = resolve(reference);
      operation.parameters.push_back({parameter.at("name"), parameter.at("in"), parameter.value("required", false),
                                      Schema(parameter.at("schema"))});
    }
  }

  void read_responses(const Json& node, Operation& operation) const {
    for (const auto& [status, reference] : node.at("responses").items()) {
      std::vector<std::string> types;
      Content content = read_content(resolve(reference), types);
      if (status == "default") {
        operation.refusals = std::move(content);
        continue;
      }
      operation.responses[std::stoi(status)] = std::move(content);
      if (!status.starts_with('2')) continue;
      for (const auto& type : types) {
        if (std::ranges::find(operation.response_types, type) == operation.response_types.end()) {
          operation.response_types.push_back(type);
        }
      }
    }
  }

  static Content read_content(const Json& node, std::vector<std::string>& types) {
    Content content;
    if (!node.contains("content")) return content;
    for (const auto& [type, media] : node.at("content").items()) {
      content.emplace(type, Schema(media.at("schema")));
      types.push_back(type);
    }
    return content;
  }

  const Json& document_;
};

}  // namespace

Contract::Contract(const Json& document)
    : schemas_(Body{{"schemas", document.at("components").at("schemas")}}),
      operations_(Reader(document).read()),
      version_(document.at("info").at("version")),
      summary_(document.at("info").at("summary")) {}

}  // namespace http
