// Headings inside a section's text, shifted below the heading of the section itself.
#pragma once

#include <algorithm>
#include <vector>

namespace documents {

constexpr int kDeepestHeading = 6;  // HTML and Markdown know no deeper one: what lies deeper stays at this level

// The level of a section's own heading: the title of the report is level 1.
inline int section_level(int depth) { return std::min(depth + 1, kDeepestHeading); }

// No level is ever skipped: a text may begin with a third-level heading and go on with a first-level one, and
// both come right below the section's heading.
class HeadingLevels {
 public:
  explicit HeadingLevels(int above) : above_(above) {}

  int next(int level) {
    while (!open_.empty() && open_.back() >= level) open_.pop_back();
    open_.push_back(level);
    return std::min(above_ + static_cast<int>(open_.size()), kDeepestHeading);
  }

 private:
  int above_;
  std::vector<int> open_;  // levels, as they were written, of the headings that the next may come below
};

}  // namespace documents
