#include "http/router.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace http {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_parameter(const std::string& segment) { return segment.size() > 2 && segment.front() == '{'; }

// The value of "{agency}.docx" in "labour.docx"; nothing: it does not fit.
std::optional<std::string> value_of(std::string_view parameter, std::string_view segment) {
  const std::string_view ending = parameter.substr(parameter.find('}') + 1);
  if (segment.size() <= ending.size() || !segment.ends_with(ending)) return std::nullopt;
  return std::string(segment.substr(0, segment.size() - ending.size()));
}

// The parameters of the path; nothing: another path.
std::optional<std::vector<std::pair<std::string, std::string>>> fit(const Route& route,
                                                                    const std::vector<std::string>& segments) {
  if (segments.size() != route.segments.size()) return std::nullopt;
  std::vector<std::pair<std::string, std::string>> parameters;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string& expected = route.segments[i];
    if (is_parameter(expected)) {
      auto value = value_of(expected, segments[i]);
      if (!value) return std::nullopt;
      parameters.emplace_back(expected.substr(1, expected.find('}') - 1), std::move(*value));
    } else if (expected != segments[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

}  // namespace

Router::Router(const Contract& contract, const std::vector<OperationHandler>& handlers) {
  std::size_t joined = 0;
  for (const Operation& operation : contract.operations()) {
    const auto handler = std::ranges::find(handlers, operation.operation_id, &OperationHandler::operation_id);
    const bool found = handler != handlers.end();
    if (!found && operation.needs_token) throw std::logic_error("no handler for operation " + operation.operation_id);
    joined += found ? 1 : 0;
    routes_.push_back({&operation, found ? &*handler : nullptr, split(operation.path)});
  }
  if (joined != handlers.size()) throw std::logic_error("a handler without an operation in the contract");
}

RouteMatch Router::match(std::string_view method, std::string_view path) const {
  RouteMatch match;
  if (!path.starts_with('/')) return match;
  const auto segments = split(path);
  std::size_t fewest = segments.size();
  for (const Route& route : routes_) {
    auto parameters = fit(route, segments);
    if (!parameters || parameters->size() > fewest) continue;
    if (parameters->size() < fewest) match = {};  // a name in the contract goes before a parameter in its place
    fewest = parameters->size();
    match.allowed.push_back(route.operation->method);
    if (route.operation->method != method) continue;
    match.route = &route;
    match.path = std::move(*parameters);
  }
  return match;
}

}  // namespace http
