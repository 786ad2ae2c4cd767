#include "http/pipeline/router.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace http {
namespace {

using Words = std::vector<std::string_view>;  // of a path

Words split(std::string_view path) {
  Words words;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    words.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return words;
}

Segment read_segment(std::string_view word) {
  if (word.size() < 3 || word.front() != '{') return {"", std::string(word)};
  const auto end = word.find('}');
  return {std::string(word.substr(1, end - 1)), std::string(word.substr(end + 1))};
}

Route route_of(const Operation& operation, const OperationHandler* handler) {
  Route route{&operation, handler, {}, 0};
  for (const auto word : split(operation.path)) {
    route.segments.push_back(read_segment(word));
    route.parameters += route.segments.back().parameter.empty() ? 0 : 1;
  }
  return route;
}

bool fits(const Segment& segment, std::string_view word) {
  if (segment.parameter.empty()) return word == segment.text;
  return word.size() > segment.text.size() && word.ends_with(segment.text);
}

bool fits(const Route& route, const Words& words) {
  return std::ranges::equal(route.segments, words, [](const auto& segment, auto word) { return fits(segment, word); });
}

std::vector<std::pair<std::string, std::string>> parameters_of(const Route& route, const Words& words) {
  std::vector<std::pair<std::string, std::string>> parameters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Segment& segment = route.segments[i];
    if (segment.parameter.empty()) continue;
    parameters.emplace_back(segment.parameter, words[i].substr(0, words[i].size() - segment.text.size()));
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
    routes_.push_back(route_of(operation, found ? &*handler : nullptr));
  }
  if (joined != handlers.size()) throw std::logic_error("a handler without an operation in the contract");
}

RouteMatch Router::match(std::string_view method, std::string_view path) const {
  RouteMatch match;
  if (!path.starts_with('/')) return match;
  const auto words = split(path);
  std::size_t fewest = words.size();
  for (const Route& route : routes_) {
    if (route.parameters > fewest || !fits(route, words)) continue;
    if (route.parameters < fewest) match = {};  // a name in the contract goes before a parameter in its place
    fewest = route.parameters;
    match.allowed.push_back(route.operation->method);
    if (route.operation->method == method) match.route = &route;
    if (route.operation->method == "PATCH") match.patch = route.operation;
  }
  if (match.route != nullptr) match.path = parameters_of(*match.route, words);
  return match;
}

}  // namespace http
