#include "embed/yaml_json.hpp"

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::ordered_json;

Json scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return text;  // quoted
  if (text == "true" || text == "false") return text == "true";
  if (text == "null" || text == "~" || text.empty()) return nullptr;
  if (text.find_first_not_of("-0123456789.") != std::string::npos) return text;
  auto number = Json::parse(text, nullptr, false);
  return number.is_number() ? number : Json(text);
}

Json convert(const YAML::Node& node) {
  if (node.IsMap()) {
    Json object = Json::object();
    for (const auto& member : node) object[member.first.Scalar()] = convert(member.second);
    return object;
  }
  if (node.IsSequence()) {
    Json list = Json::array();
    for (const auto& item : node) list.push_back(convert(item));
    return list;
  }
  return node.IsScalar() ? scalar(node) : Json();
}

}  // namespace

std::string yaml_to_json(const std::string& yaml) { return convert(YAML::Load(yaml)).dump() + "\n"; }
