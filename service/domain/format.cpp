#include "domain/format.hpp"

#include <algorithm>

namespace domain {

const OutlineNode* Format::find(const std::string& node_key) const {
  const auto found = std::ranges::find(outline, node_key, &OutlineNode::key);
  return found == outline.end() ? nullptr : &*found;
}

int Format::due_offset_days(const OutlineNode& node) const {
  if (node.due) return node.due->days;
  return stages.empty() ? 0 : stages.front().end.days;
}

}  // namespace domain
