#include "domain/report/relative_day.hpp"

#include <charconv>

namespace domain {

std::optional<RelativeDay> parse_relative_day(std::string_view text) {
  constexpr int kMost = 20 * 366;
  if (!text.starts_with('T')) return std::nullopt;
  text.remove_prefix(1);
  if (text.empty()) return RelativeDay{0};
  const bool before = text.front() == '-';
  if ((!before && text.front() != '+') || text.size() < 3) return std::nullopt;
  const char unit = text.back();
  if (unit != 'w' && unit != 'd') return std::nullopt;
  const std::string_view digits = text.substr(1, text.size() - 2);
  int count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc() || end != digits.data() + digits.size() || count < 0 || count > kMost) return std::nullopt;
  const int days = unit == 'w' ? count * 7 : count;
  if (days > kMost) return std::nullopt;
  return RelativeDay{before ? -days : days};
}

}  // namespace domain
