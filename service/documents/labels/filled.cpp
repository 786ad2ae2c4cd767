#include "documents/labels/filled.hpp"

#include <algorithm>

namespace documents {

std::string filled(std::string_view pattern,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t begin = std::min(pattern.find('{'), pattern.size());
    const std::size_t end = std::min(pattern.find('}', begin), pattern.size());
    text += pattern.substr(0, begin);
    const std::string_view name = pattern.substr(begin, end - begin);
    const auto* value =
        std::ranges::find_if(values, [&](const auto& one) { return name.size() > 1 && name.substr(1) == one.first; });
    text += value != values.end() ? value->second : pattern.substr(begin, std::min(end + 1, pattern.size()) - begin);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return text;
}

}  // namespace documents
