#include "usecases/format_file/format_values.hpp"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <string>
#include <utility>

#include "domain/basis/take_until.hpp"

namespace usecases {
namespace {

nlohmann::json values_of(const YAML::Node& node) {
  if (node.IsScalar()) return node.Scalar();
  nlohmann::json values = node.IsSequence() ? nlohmann::json::array() : nlohmann::json::object();
  for (const auto& member : node) {
    if (node.IsSequence()) {
      values.push_back(values_of(member));
    } else if (!member.second.IsNull()) {
      values[member.first.Scalar()] = values_of(member.second);
    }
  }
  return values;
}

YAML::Node member_of(const YAML::Node& node, std::string_view name) {
  if (node.IsMap()) return node[std::string(name)];
  std::size_t index = 0;
  std::from_chars(name.data(), name.data() + name.size(), index);
  return node[index];
}

int line_of(YAML::Node node, std::string_view pointer) {
  int line = node.Mark().line;
  domain::take_until(pointer, '/');
  while (!pointer.empty() && (node.IsMap() || node.IsSequence())) {
    const YAML::Node member = member_of(node, domain::take_until(pointer, '/'));
    if (!member.IsDefined()) break;
    node.reset(member);
    line = node.Mark().line;
  }
  return line + 1;
}

}  // namespace

nlohmann::json format_values(std::string_view source) { return values_of(YAML::Load(std::string(source))); }

void add_lines(std::string_view source, std::vector<domain::Finding>& findings) {
  const YAML::Node root = YAML::Load(std::string(source));
  for (auto& finding : findings) {
    finding.message = domain::say("{0} (line {1})", finding.message, line_of(root, finding.pointer));
  }
}

}  // namespace usecases
