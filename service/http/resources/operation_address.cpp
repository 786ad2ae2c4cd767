#include "http/resources/operation_address.hpp"

#include <algorithm>
#include <stdexcept>

#include "http/contract/contract.hpp"

namespace http {
namespace {

const Operation& operation_named(std::string_view id) {
  const auto& operations = Contract::instance().operations();
  const auto found = std::ranges::find(operations, id, &Operation::operation_id);
  if (found == operations.end()) throw std::logic_error("something leads to an operation that is not there");
  return *found;
}

void fill_in(std::string& address, std::string_view name, const std::string& value) {
  const std::string place = "{" + std::string(name) + "}";
  const auto at = address.find(place);
  if (at != std::string::npos) address.replace(at, place.size(), value);
}

}  // namespace

Json operation_address(std::string_view id, std::string_view action, const AddressParts& parts) {
  const Operation& operation = operation_named(id);
  std::string href = operation.path;
  for (const auto& [name, value] : parts) fill_in(href, name, value);
  return {{"operation", operation.operation_id},
          {"action", or_null(std::string(action))},
          {"method", operation.method},
          {"href", href}};
}

}  // namespace http
