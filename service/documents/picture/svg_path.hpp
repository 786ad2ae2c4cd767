// Lines of an SVG: the data of a path.
#pragma once

#include <cstddef>
#include <string_view>

namespace documents {

struct SvgPath {
  std::string_view drawn;  // the text up to its first fault, which is what programs draw of it
  std::size_t points = 0;  // it goes to so many
};

// Error: invalid "invalid_picture" where a number is too large to draw with.
SvgPath read_path(std::string_view data);

}  // namespace documents
