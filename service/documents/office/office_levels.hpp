// Levels of headings in the files of word processors, where the title has a style of its own: chapters are level 1.
#pragma once

#include <algorithm>

namespace documents {

// level: as in HTML, where the title of the report is level 1.
inline int office_level(int level) { return std::max(level - 1, 1); }

}  // namespace documents
