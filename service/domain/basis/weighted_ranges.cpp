#include "domain/basis/weighted_ranges.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "domain/basis/take_until.hpp"

namespace domain {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t";
  const auto begin = std::min(text.find_first_not_of(kSpaces), text.size());
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

double weight_among(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view parameter = trimmed(take_until(parameters, ';'));
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    const double weight = std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
    return weight >= 0 && weight <= 1 ? weight : 0;
  }
  return 1;
}

}  // namespace

std::vector<WeightedRange> weighted_ranges(std::string_view header) {
  std::vector<WeightedRange> ranges;
  while (!header.empty()) {
    std::string_view item = take_until(header, ',');
    const std::string_view range = trimmed(take_until(item, ';'));
    ranges.push_back({range, weight_among(item)});
  }
  return ranges;
}

}  // namespace domain
