#include "usecases/frame/numbering.hpp"

#include <stdexcept>

#include "domain/report/outline_numbers.hpp"

namespace usecases {

std::string number_of(const domain::Format& format, const std::string& key) {
  domain::OutlineNumbers outline;
  for (const auto& node : format.outline) {
    std::string number = outline.next(node.depth, node.annex);
    if (node.key == key) return number;
  }
  throw std::logic_error("a section that its format does not know");
}

std::map<std::string, std::string> number_outline(const domain::Format& format) {
  std::map<std::string, std::string> numbers;
  domain::OutlineNumbers outline;
  for (const auto& node : format.outline) numbers[node.key] = outline.next(node.depth, node.annex);
  return numbers;
}

}  // namespace usecases
