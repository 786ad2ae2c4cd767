// What the check of a header found, for the answer and the log.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "http/contract/contract.hpp"
#include "http/request/accept.hpp"
#include "http/resources/operations.hpp"
#include "usecases/frame/identities.hpp"

namespace http {

struct Checked {
  const Operation* operation = nullptr;
  const OperationHandler* handler = nullptr;
  std::vector<std::pair<std::string, std::string>> path;
  std::shared_ptr<const usecases::Identity> identity;
  std::optional<Accepted> accepted;
  std::shared_ptr<void> large_body;  // held while there is one
  std::shared_ptr<void> slow_body;   // held while the rest of it is waited for
  std::string route = "none";
  std::string principal;
};

}  // namespace http
