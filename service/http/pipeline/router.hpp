// Which operation of the contract a method and a path stand for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/contract/contract.hpp"
#include "http/resources/operations.hpp"

namespace http {

// Of a path: what stands between two slashes.
struct Segment {
  std::string parameter;  // its name, "agency" in "{agency}.docx"; empty: a word of the contract
  std::string text;       // the word, or what stands behind the parameter, ".docx"
};

struct Route {
  const Operation* operation = nullptr;       // of the contract
  const OperationHandler* handler = nullptr;  // null: an operation without a token
  std::vector<Segment> segments;
  std::size_t parameters = 0;
};

struct RouteMatch {
  const Route* route = nullptr;                           // null: no such path, or not with this method
  std::vector<std::pair<std::string, std::string>> path;  // parameters
  std::vector<std::string> allowed;                       // methods that the path has; empty: no such path
  const Operation* patch = nullptr;                       // its PATCH; null: it has none
};

class Router {
 public:
  // Joins contract and handlers. Errors: std::logic_error where an operation with a token has no handler, or a handler
  // no operation.
  Router(const Contract& contract, const std::vector<OperationHandler>& handlers);

  RouteMatch match(std::string_view method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

}  // namespace http
