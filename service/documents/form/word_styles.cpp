#include "documents/form/word_styles.hpp"

#include <algorithm>

#include "documents/form/word_nodes.hpp"
#include "documents/text/ascii.hpp"

namespace documents {
namespace {

constexpr int kDeepestStyle = 20;  // based on each other; a loop ends here

}  // namespace

WordStyles::WordStyles(const pugi::xml_node& root) {
  for (const auto& one : root) {
    if (local_name(one) != "style") continue;
    Style style;
    style.name = lower_ascii(word_attribute(word_child(one, "name"), "val"));
    style.base = word_attribute(word_child(one, "basedOn"), "val");
    if (const auto vanish = word_child(word_child(one, "rPr"), "vanish")) style.hides = is_on(vanish);
    styles_.emplace(word_attribute(one, "styleId"), std::move(style));
  }
}

bool WordStyles::is_kind_of(std::string_view number, std::string_view name) const {
  for (int i = 0; i < kDeepestStyle; ++i) {
    if (lower_ascii(number) == name) return true;
    const auto style = styles_.find(number);
    if (style == styles_.end()) return false;
    if (style->second.name == name) return true;
    number = style->second.base;
  }
  return false;
}

bool WordStyles::hides(std::string_view number) const {
  for (int i = 0; i < kDeepestStyle; ++i) {
    const auto style = styles_.find(number);
    if (style == styles_.end()) return false;
    if (style->second.hides) return *style->second.hides;
    number = style->second.base;
  }
  return false;
}

void plain_captions(pugi::xml_node node, const WordStyles& styles) {
  for (const auto& child : node) {
    if (local_name(child) != "p") {
      plain_captions(child, styles);
      continue;
    }
    auto looks = word_child(child, "pPr");
    const auto style = word_child(looks, "pStyle");
    if (style && styles.is_kind_of(word_attribute(style, "val"), "caption")) looks.remove_child(style);
  }
}

}  // namespace documents
