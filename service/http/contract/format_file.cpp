#include "http/contract/format_file.hpp"

#include <algorithm>

#include "usecases/format_file/format_values.hpp"

namespace http {
namespace {

const Body& part(const Contract& contract, const Body& schema, const char* name) {
  static const Body nothing = Body::object();
  return schema.contains(name) && schema[name].is_object() ? contract.resolve(schema[name]) : nothing;
}

const Body& schema_of(const Contract& contract, const Body& schema, const std::string& member) {
  const Body& described = part(contract, schema, "properties");
  return described.contains(member) ? contract.resolve(described[member])
                                    : part(contract, schema, "additionalProperties");
}

// A scalar of YAML is what its place takes it for: in a title 2030 is a text, in a limit a number.
void give_types(const Contract& contract, const Body& schema, Body& value) {
  if (value.is_object()) {
    for (auto& [name, member] : value.items()) give_types(contract, schema_of(contract, schema, name), member);
  } else if (value.is_array()) {
    for (auto& item : value) give_types(contract, part(contract, schema, "items"), item);
  } else if (schema.contains("type") && (schema["type"] == "boolean" || schema["type"] == "integer")) {
    const std::string& text = value.get_ref<const std::string&>();
    const Body typed = Body::parse(text, nullptr, false);
    if (typed.is_boolean() || typed.is_number_integer()) value = typed;
  }
}

}  // namespace

void check_format_file(const Contract& contract, const std::string& source, const Body& json) {
  const auto operation = std::ranges::find(contract.operations(), "store_format", &Operation::operation_id);
  Body body = json;
  if (json.is_null()) {
    body = usecases::format_values(source);
    give_types(contract, contract.resolve(operation->request.at("application/json").body()), body);
  }
  auto findings = contract.check_request_body(*operation, "application/json", body);
  if (findings.empty()) return;
  usecases::add_lines(source, findings);
  throw domain::Error(
      domain::ErrorCode::invalid, "invalid_format",
      domain::say("The format file differs from what the contract says. Number of places: {0}.", findings.size()))
      .with(std::move(findings));
}

}  // namespace http
