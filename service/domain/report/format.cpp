#include "domain/report/format.hpp"

#include <algorithm>

namespace domain {

const OutlineNode* Format::find(const std::string& node_key) const {
  const auto found = std::ranges::find(outline, node_key, &OutlineNode::key);
  return found == outline.end() ? nullptr : &*found;
}

std::set<std::string> Format::with_what_is_below(const std::vector<std::string>& node_keys) const {
  std::set<std::string> found;
  for (const auto& node : outline) {  // what lies below a node comes behind it
    const bool below = !node.parent.empty() && found.contains(node.parent);
    if (below || std::ranges::find(node_keys, node.key) != node_keys.end()) found.insert(node.key);
  }
  return found;
}

int Format::due_offset_days(const OutlineNode& node) const {
  if (node.due) return node.due->days;
  return stages.empty() ? 0 : stages.front().end.days;
}

}  // namespace domain
