#include "documents/report/spelled.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace documents {
namespace {

using Words = std::map<std::string, std::string>;

std::string spell(const Words& words, const std::string& key) {
  const auto found = words.find(key);
  return found == words.end() ? key : found->second;
}

bool number_ends_with(int number, int digits) { return number % (digits < 10 ? 10 : 100) == digits; }

// Ordinals, in languages that write them in a date: 2026 -> "2026-njy".
std::string with_ending(int number, const SpellingLabels& spelling) {
  const auto fits = [&](const SpellingLabels::Ending& ending) {
    return std::ranges::any_of(ending.digits, [&](int digits) { return number_ends_with(number, digits); });
  };
  const auto found = std::ranges::find_if(spelling.endings, fits);
  return std::to_string(number) + (found == spelling.endings.end() ? "" : found->suffix);
}

void put_in(std::string& text, std::string_view place, const std::string& value) {
  if (const auto at = text.find(place); at != std::string::npos) text.replace(at, place.size(), value);
}

int number_at(std::string_view text, std::size_t begin, std::size_t length) {
  int number = -1;
  const auto part = text.substr(begin, length);
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  return error == std::errc() && end == part.data() + part.size() ? number : -1;
}

}  // namespace

std::string spell_date(const Labels& labels, const std::string& iso_date) {
  if (iso_date.size() != 10) return iso_date;
  const int year = number_at(iso_date, 0, 4);
  const int month = number_at(iso_date, 5, 2);
  const int day = number_at(iso_date, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return iso_date;
  std::string text = labels.spelling.date;
  put_in(text, "{day}", with_ending(day, labels.spelling));
  put_in(text, "{month}", labels.spelling.months.at(static_cast<std::size_t>(month - 1)));
  put_in(text, "{year}", with_ending(year, labels.spelling));
  return text;
}

std::string spell_time(const Labels& labels, const std::string& utc) {
  if (utc.size() < 16 || utc[10] != 'T') return utc;
  return spell_date(labels, utc.substr(0, 10)) + ", " + utc.substr(11, 5) + " UTC";
}

std::string spell_number(const Labels& labels, std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) text += labels.spelling.thousands;
    text += digits[i];
  }
  return text;
}

std::string spell_country(const Labels& labels, const std::string& alpha3) { return spell(labels.countries, alpha3); }

std::string spell_language(const Labels& labels, const std::string& tag) { return spell(labels.languages, tag); }

}  // namespace documents
