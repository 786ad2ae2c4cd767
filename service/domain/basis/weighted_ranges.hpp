// What a header like Accept or Accept-Language asks for: ranges with weights (RFC 9110, 12.4.2).
#pragma once

#include <string_view>
#include <vector>

namespace domain {

struct WeightedRange {
  std::string_view range;  // "text/*", "ru-RU", without parameters
  double weight = 1;       // 0 to 1; 0 also where what stands there is no such number
};

// In the order of the header, into which the ranges point. A range may be empty where the header is malformed.
std::vector<WeightedRange> weighted_ranges(std::string_view header);

}  // namespace domain
