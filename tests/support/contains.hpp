#pragma once

#include <string>

namespace support {

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Both are there, the one first.
inline bool stands_before(const std::string& text, const std::string& one, const std::string& other) {
  return contains(text, other) && text.find(one) < text.find(other);
}

}  // namespace support
