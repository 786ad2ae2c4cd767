// A table of words that the service writes itself: whatever stands in a cell is shown as it is.
#pragma once

#include <string>
#include <vector>

namespace documents {

struct WordTable {
  std::vector<std::string> heads;              // none: there is no table
  std::vector<std::vector<std::string>> rows;  // as many cells as there are heads
};

}  // namespace documents
