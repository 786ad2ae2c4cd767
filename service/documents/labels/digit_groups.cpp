#include "documents/labels/digit_groups.hpp"

namespace documents {

std::string in_groups(std::string_view digits, std::string_view mark) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) text += mark;
    text += digits[i];
  }
  return text;
}

}  // namespace documents
