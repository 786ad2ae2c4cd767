#include "domain/language.hpp"

#include <algorithm>
#include <cstdlib>

namespace domain {
namespace {

bool all(std::string_view text, bool (*test)(char)) { return std::ranges::all_of(text, test); }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_script(std::string_view part) { return part.size() == 4 && is_upper(part[0]) && all(part.substr(1), is_lower); }
bool is_region(std::string_view part) { return part.size() == 2 && all(part, is_upper); }

// Cuts the text before the first separator off; the separator goes.
std::string_view take_until(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

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
    const auto cut = range.rfind('-');
    range = range.substr(0, cut == std::string_view::npos ? 0 : cut);
  }
  return nullptr;
}

double quality_of(std::string_view parameters) {
  const std::string_view parameter = trimmed(parameters);
  if (!parameter.starts_with("q=")) return 1;
  const double quality = std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
  return quality >= 0 && quality <= 1 ? quality : 0;  // also where it is no number
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

std::string negotiate_language(std::string_view accept_language, const std::vector<std::string>& available,
                               const std::string& fallback) {
  const std::string* best = nullptr;
  double best_quality = 0;
  while (!accept_language.empty()) {
    std::string_view item = take_until(accept_language, ',');
    const std::string_view range = trimmed(take_until(item, ';'));
    const double quality = quality_of(item);
    if (quality <= best_quality) continue;
    if (const std::string* found = range == "*" ? &fallback : look_up(range, available)) {
      best = found;
      best_quality = quality;
    }
  }
  return best == nullptr ? fallback : *best;
}

}  // namespace domain
