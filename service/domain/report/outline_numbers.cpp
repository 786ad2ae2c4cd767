#include "domain/report/outline_numbers.hpp"

#include <algorithm>

namespace domain {
namespace {

// 1 -> A, 26 -> Z, 27 -> AA
std::string letters(int number) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) text.insert(text.begin(), static_cast<char>('A' + (number - 1) % 26));
  return text;
}

}  // namespace

std::string OutlineNumbers::next(int depth, bool annex) {
  const auto above = static_cast<std::size_t>(std::max(depth, 1) - 1);
  if (open_.size() > above) open_.resize(above);
  if (open_.empty()) {
    open_.push_back({annex ? letters(++annexes_) : std::to_string(++chapters_)});
  } else {
    open_.push_back({open_.back().number + "." + std::to_string(++open_.back().children)});
  }
  return open_.back().number;
}

}  // namespace domain
