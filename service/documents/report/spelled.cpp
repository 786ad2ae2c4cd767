#include "documents/report/spelled.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "documents/labels/digit_groups.hpp"
#include "documents/labels/filled.hpp"
#include "domain/basis/written_language.hpp"

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

int number_at(std::string_view text, std::size_t begin, std::size_t length) {
  int number = -1;
  const auto part = text.substr(begin, length);
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
  return error == std::errc() && end == part.data() + part.size() ? number : -1;
}

// pattern: with {day}, {month}, {year}, {dd}, {mm}, {yyyy}.
std::string fill_in(const Labels& labels, std::string_view pattern, const std::string& iso_date) {
  if (iso_date.size() != 10) return iso_date;
  const int year = number_at(iso_date, 0, 4);
  const int month = number_at(iso_date, 5, 2);
  const int day = number_at(iso_date, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return iso_date;
  const SpellingLabels& spelling = labels.spelling;
  return filled(pattern, {{"dd", iso_date.substr(8, 2)},
                          {"mm", iso_date.substr(5, 2)},
                          {"yyyy", iso_date.substr(0, 4)},
                          {"day", day == 1 ? spelling.first_day : with_ending(day, spelling)},
                          {"month", spelling.months.at(static_cast<std::size_t>(month - 1))},
                          {"year", with_ending(year, spelling)}});
}

// Of a time with its offset: "+05:00" -> "+5", "-03:30" -> "-3:30"; nothing for UTC itself.
std::string spelled_offset(const std::string& time) {
  const auto sign = time.find_first_of("+-", 16);
  if (sign == std::string::npos || time.size() < sign + 6) return "";
  std::string hours = time.substr(sign + 1, 2);
  if (hours.front() == '0') hours.erase(0, 1);
  const std::string minutes = time.substr(sign + 4, 2);
  if (hours == "0" && minutes == "00") return "";
  return time[sign] + hours + (minutes == "00" ? "" : ":" + minutes);
}

}  // namespace

std::string spell_date(const Labels& labels, const std::string& iso_date) {
  return fill_in(labels, labels.spelling.date, iso_date);
}

std::string spell_short_date(const Labels& labels, const std::string& iso_date) {
  return fill_in(labels, labels.spelling.short_date, iso_date);
}

std::string spell_time(const Labels& labels, const std::string& time) {
  if (time.size() < 16 || time[10] != 'T') return time;
  return filled(labels.spelling.time, {{"date", spell_date(labels, time.substr(0, 10))},
                                       {"time", std::string_view(time).substr(11, 5)},
                                       {"zone", "UTC" + spelled_offset(time)}});
}

std::string spell_annex(const Labels& labels, const std::string& number) {
  const std::size_t end = std::min(number.find('.'), number.size());
  std::size_t place = 0;
  for (const char letter : number.substr(0, end)) place = place * 26 + static_cast<std::size_t>(letter - 'A' + 1);
  const auto& letters = labels.spelling.annex_letters;
  std::string text;
  for (; place > 0; place = (place - 1) / letters.size()) text.insert(0, letters[(place - 1) % letters.size()]);
  return text + number.substr(end);
}

std::string spell_number(const Labels& labels, std::uint64_t number) {
  return in_groups(std::to_string(number), labels.spelling.thousands);
}

std::string labelled(const Labels& labels, std::string_view label, std::string_view value) {
  return (std::string(label) + labels.spelling.colon).append(value);
}

std::string with_colon(const Labels& labels, std::string_view label) {
  std::string text = labelled(labels, label, "");
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string arrow(const Labels& labels) { return domain::runs_from_right(labels.language) ? "\u2190" : "\u2192"; }

std::string spell_country(const Labels& labels, const std::string& alpha3) { return spell(labels.countries, alpha3); }

std::string spell_language(const Labels& labels, const std::string& tag) { return spell(labels.languages, tag); }

}  // namespace documents
