// Where an operation of the contract is asked for one thing: what findings and items of an inbox lead to.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/contract/json.hpp"

namespace http {

// By the names that they have in paths: {"report", "tkm-2026"}.
using AddressParts = std::vector<std::pair<std::string_view, std::string>>;

// {operation, action, method, href}. action: empty: the operation has one. What is not among the parts stays as it is
// in the path of the contract: "{name}". Errors: std::logic_error where there is no such operation.
Json operation_address(std::string_view operation, std::string_view action, const AddressParts& parts);

}  // namespace http
