#include "domain/basis/language.hpp"

#include <algorithm>

#include "domain/basis/take_until.hpp"
#include "domain/basis/weighted_ranges.hpp"

namespace domain {
namespace {

bool all(std::string_view text, bool (*test)(char)) { return std::ranges::all_of(text, test); }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_script(std::string_view part) { return part.size() == 4 && is_upper(part[0]) && all(part.substr(1), is_lower); }
bool is_region(std::string_view part) { return part.size() == 2 && all(part, is_upper); }

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

// A range fits a language where it is the same, or less is asked than there is, or, subtag by subtag cut off, less
// is there than was asked: "ru-RU" finds "ru".
const std::string* look_up(std::string_view range, const std::vector<std::string>& available) {
  while (!range.empty()) {
    for (const std::string& language : available) {
      const bool longer = language.size() > range.size() && language[range.size()] == '-' &&
                          same(std::string_view(language).substr(0, range.size()), range);
      if (same(language, range) || longer) return &language;
    }
    range = less_specific(range);
  }
  return nullptr;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  std::string_view rest = tag;
  const std::string_view primary = take_until(rest, '-');
  if (tag.ends_with('-') || primary.size() < 2 || primary.size() > 3 || !all(primary, is_lower)) return false;
  if (rest.empty()) return true;
  const std::string_view second = take_until(rest, '-');
  if (is_region(second)) return rest.empty();
  return is_script(second) && (rest.empty() || is_region(rest));
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

std::string_view less_specific(std::string_view tag) {
  const auto cut = tag.rfind('-');
  return tag.substr(0, cut == std::string_view::npos ? 0 : cut);
}

std::string negotiate_language(std::string_view accept_language, const std::vector<std::string>& available,
                               const std::string& fallback) {
  const std::string* best = nullptr;
  double best_weight = 0;
  for (const auto& [range, weight] : weighted_ranges(accept_language)) {
    if (weight <= best_weight) continue;
    if (const std::string* found = range == "*" ? &fallback : look_up(range, available)) {
      best = found;
      best_weight = weight;
    }
  }
  return best == nullptr ? fallback : *best;
}

}  // namespace domain
