// What the elements of Word's own XML are. Names are looked at without their prefix.
#pragma once

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>

namespace documents {

inline std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(std::min(name.find(':') + 1, name.size()));
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, const pugi::xml_node& node) {
  return std::ranges::find(names, local_name(node)) != names.end();
}

// "val" of w:val="..."; empty where there is none.
inline std::string_view word_attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.attributes()) {
    const std::string_view whole = one.name();
    if (whole.substr(std::min(whole.find(':') + 1, whole.size())) == name) return one.value();
  }
  return {};
}

// The first child of a name.
inline pugi::xml_node word_child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

// Of a switch such as <w:b/> or <w:b w:val="0"/>.
inline bool is_on(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 3> kOff{"0", "false", "off"};
  return node && std::ranges::find(kOff, word_attribute(node, "val")) == kOff.end();
}

// What was deleted or moved away by tracked changes, and what stands for readers that do not know something newer.
inline bool is_gone(const pugi::xml_node& node) {
  constexpr std::array<std::string_view, 3> kGone{"del", "moveFrom", "Fallback"};
  return is_one_of(kGone, node);
}

}  // namespace documents
