#include "http/contract/contract.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "domain/basis/message.hpp"
#include "embed/embedded.hpp"
#include "http/contract/schema_forms.hpp"

namespace http {
namespace {

using domain::Fault;
using domain::Message;
using domain::say;

using Findings = std::vector<domain::Finding>;

Message not_known(const Operation& operation) {
  std::vector<std::string> names;
  for (const Parameter& parameter : operation.parameters) {
    if (parameter.in == "query") names.push_back(parameter.name);
  }
  return names.empty() ? say("is not a parameter of this address; it has none")
                       : say("is not a parameter of this address; known are {0}", names);
}

domain::Finding breach(std::string what) {
  return {"", Fault::does_not_fit, Message::verbatim("the contract has no " + std::move(what))};
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

// In an address a plus sign stands for a space, so that who writes a time as it is loses the sign of its offset.
Message Contract::hint_at_plus(const Parameter& parameter, const Message& message, std::string text) const {
  if (parameter.in != "query" || text.find(' ') == std::string::npos) return message;
  std::ranges::replace(text, ' ', '+');
  Findings findings;
  check_value(parameter, text, findings);
  if (!findings.empty()) return message;
  std::string written;
  for (const char c : text) written += c == '+' ? std::string("%2B") : std::string(1, c);
  return say("{0} In an address, + stands for a space; write %2B instead: {1}", message, written);
}

void Contract::check_value(const Parameter& parameter, const std::string& text, Findings& findings) const {
  const auto where = parameter.in == "path" ? domain::Where::path : domain::Where::query;
  const std::string type = schemas_.resolve(parameter.schema.body()).value("type", "string");
  const Body value = typed(text, type);
  if (value.is_discarded()) {
    findings.push_back({parameter.name, Fault::wrong_type,
                        type == "integer" ? say("must be a whole number") : say("must be true or false"), where});
    return;
  }
  const auto resolve = [this](const Body& one) -> const Body& { return schemas_.resolve(one); };
  auto wrong = schemas_.check(parameter.schema, value);
  if (wrong.empty()) wrong = find_wrong_forms(parameter.schema.body(), value, resolve);
  for (const auto& finding : wrong) {
    findings.push_back({parameter.name, finding.code, hint_at_plus(parameter, finding.message, text), where});
  }
}

Findings Contract::check_parameters(const Operation& operation, const Pairs& path, const Pairs& query) const {
  Findings findings;
  for (const auto& [name, value] : path) check_value(*operation.parameter(name, "path"), value, findings);
  std::set<std::string> given;
  for (const auto& [name, value] : query) {
    const Parameter* parameter = operation.parameter(name, "query");
    if (parameter == nullptr) {
      findings.push_back({name, Fault::unknown, not_known(operation)});
    } else if (!given.insert(name).second) {
      findings.push_back({name, Fault::repeated, say("is given more than once")});
    } else {
      check_value(*parameter, value, findings);
    }
  }
  for (const Parameter& parameter : operation.parameters) {
    if (parameter.in == "query" && parameter.required && !given.contains(parameter.name)) {
      findings.push_back({parameter.name, Fault::missing, say("is missing")});
    }
  }
  return findings;
}

Findings Contract::check_request_body(const Operation& operation, const std::string& media_type,
                                      const Body& body) const {
  const auto schema = operation.request.find(media_type);
  if (schema == operation.request.end()) return {breach("body of the type " + media_type)};
  auto findings = schemas_.check(schema->second, body);
  if (!findings.empty()) add_wrong_forms(schema->second, body, findings);
  return findings;
}

// A body that is as the schema says is left to its use case, which knows still more that may be wrong with it.
void Contract::add_wrong_forms(const Schema& schema, const Body& body, Findings& findings) const {
  const auto resolve = [this](const Body& one) -> const Body& { return schemas_.resolve(one); };
  std::set<std::string> told;
  for (const auto& finding : findings) told.insert(finding.pointer);
  for (auto& finding : find_wrong_forms(schema.body(), body, resolve)) {
    if (!told.contains(finding.pointer)) findings.push_back(std::move(finding));
  }
  std::ranges::stable_sort(findings, {}, &domain::Finding::pointer);
}

Findings Contract::check_response(const Operation& operation, int status, const std::string& media_type,
                                  const Body& body) const {
  const auto response = operation.responses.find(status);
  if (response == operation.responses.end() && status < 400) {
    return {breach("answer " + std::to_string(status))};
  }
  const Content& content = response == operation.responses.end() ? operation.refusals : response->second;
  if (content.empty()) {
    if (body.is_null()) return {};
    return {breach("body here")};
  }
  const auto schema = content.find(media_type);
  if (schema == content.end()) return {breach("answer of the type '" + media_type + "'")};
  return is_json(media_type) ? schemas_.check(schema->second, body) : Findings{};
}

}  // namespace http
