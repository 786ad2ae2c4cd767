// Reading a text from its front, part by part.
#pragma once

#include <algorithm>
#include <string_view>

namespace domain {

// Cuts the text before the first separator off; the separator goes.
inline std::string_view take_until(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

}  // namespace domain
