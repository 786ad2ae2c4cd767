#include "http/contract.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "embed/embedded.hpp"

namespace http {
namespace {

using Findings = std::vector<domain::Finding>;

std::string known_queries(const Operation& operation) {
  std::string names;
  for (const Parameter& parameter : operation.parameters) {
    if (parameter.in == "query") names += (names.empty() ? "" : ", ") + parameter.name;
  }
  return names.empty() ? "none is known" : "known are " + names;
}

// A parameter is text; its schema says what it stands for. Discarded: it is no such thing.
Body typed(const std::string& text, const std::string& type) {
  const Body no_such_thing = Body(Body::value_t::discarded);
  if (type == "integer") {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? Body(number) : no_such_thing;
  }
  if (type == "boolean") return text == "true" ? Body(true) : text == "false" ? Body(false) : no_such_thing;
  return text;
}

bool is_json(const std::string& media_type) { return media_type.ends_with("json"); }

}  // namespace

const Parameter* Operation::parameter(const std::string& name, const std::string& in) const {
  const auto found = std::ranges::find_if(parameters, [&](const Parameter& p) { return p.name == name && p.in == in; });
  return found == parameters.end() ? nullptr : &*found;
}

const Contract& Contract::instance() {
  static const Contract one(Json::parse(embedded::file("api/openapi.json")));
  return one;
}

std::size_t Contract::max_body_bytes() const {
  return std::ranges::max_element(operations_, {}, &Operation::max_body_bytes)->max_body_bytes;
}

void Contract::check_value(const Parameter& parameter, const std::string& text, Findings& findings) const {
  const std::string type = schemas_.resolve(parameter.schema.body()).value("type", "string");
  const Body value = typed(text, type);
  if (value.is_discarded()) {
    findings.push_back({parameter.name, type == "integer" ? "must be a whole number" : "must be true or false"});
    return;
  }
  for (const auto& finding : schemas_.check(parameter.schema, value)) {
    findings.push_back({parameter.name, finding.message});
  }
}

Findings Contract::check_parameters(const Operation& operation, const Pairs& path, const Pairs& query) const {
  Findings findings;
  for (const auto& [name, value] : path) check_value(*operation.parameter(name, "path"), value, findings);
  std::set<std::string> given;
  for (const auto& [name, value] : query) {
    const Parameter* parameter = operation.parameter(name, "query");
    if (parameter == nullptr) {
      findings.push_back({name, "is no parameter of this address; " + known_queries(operation)});
    } else if (!given.insert(name).second) {
      findings.push_back({name, "is given more than once"});
    } else {
      check_value(*parameter, value, findings);
    }
  }
  for (const Parameter& parameter : operation.parameters) {
    if (parameter.in == "query" && parameter.required && !given.contains(parameter.name)) {
      findings.push_back({parameter.name, "is missing"});
    }
  }
  return findings;
}

Findings Contract::check_request_body(const Operation& operation, const std::string& media_type,
                                      const Body& body) const {
  const auto schema = operation.request.find(media_type);
  if (schema == operation.request.end()) return {{"", "the contract has no body of the type " + media_type}};
  return schemas_.check(schema->second, body);
}

Findings Contract::check_response(const Operation& operation, int status, const std::string& media_type,
                                  const Body& body) const {
  const auto response = operation.responses.find(status);
  if (response == operation.responses.end()) return {{"", "the contract has no answer " + std::to_string(status)}};
  if (response->second.empty()) {
    if (body.is_null()) return {};
    return {{"", "the contract has no body here"}};
  }
  const auto schema = response->second.find(media_type);
  if (schema == response->second.end()) return {{"", "the contract has no answer of the type '" + media_type + "'"}};
  return is_json(media_type) ? schemas_.check(schema->second, body) : Findings{};
}

}  // namespace http
