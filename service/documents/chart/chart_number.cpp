#include "documents/chart/chart_number.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "documents/labels/digit_groups.hpp"
#include "documents/labels/labels.hpp"
#include "domain/basis/language.hpp"

namespace documents {
namespace {

constexpr std::string_view kDigits = "0123456789";

// As the words of a language say. One that has none is spelled as English where it has a decimal point, else as
// Russian.
const SpellingLabels& spelling_in(std::string_view language) {
  const Labels& labels = labels_for(language);
  if (!is_foreign(labels, language)) return labels.spelling;
  const auto primary = domain::primary_language(language);
  return labels_for(primary == "zh" || primary == "ar" ? "en" : "ru").spelling;
}

bool has_decimal_point(std::string_view language) { return spelling_in(language).decimal == "."; }

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

// All kinds of spaces as ' ', all kinds of minus as '-'; without spaces around.
std::string plain(std::string_view cell) {
  constexpr std::array<std::pair<std::string_view, char>, 9> kKinds{{{"\u00A0", ' '},
                                                                     {"\u202F", ' '},
                                                                     {"\u2009", ' '},
                                                                     {"\u2007", ' '},
                                                                     {"\u2212", '-'},
                                                                     {"\u2010", '-'},
                                                                     {"\u2011", '-'},
                                                                     {"\u2012", '-'},
                                                                     {"\u2013", '-'}}};
  std::string text;
  while (!cell.empty()) {
    const auto* kind = std::ranges::find_if(kKinds, [&](const auto& known) { return cell.starts_with(known.first); });
    text += kind == kKinds.end() ? cell.front() : kind->second;
    cell.remove_prefix(kind == kKinds.end() ? 1 : kind->first.size());
  }
  return std::string(trimmed(text));
}

// Where the decimal mark stands; npos: there is none. digits: digits, points, commas and spaces.
std::size_t decimal_mark(std::string_view digits, std::string_view language) {
  constexpr auto kNone = std::string_view::npos;
  const auto last = digits.find_last_of(".,");
  if (last == kNone) return kNone;
  const char mark = digits[last];
  if (std::ranges::count(digits, mark) > 1) return kNone;
  const bool other_marks = digits.find_first_of(mark == '.' ? ", " : ". ") != kNone;
  if (other_marks || digits.size() - last != 4 || last > 3 || digits.front() == '0') return last;
  return (mark == '.') == has_decimal_point(language) ? last : kNone;
}

// "1 234" -> "1234". None where the groups are not of three digits, or parted by more than one mark.
std::optional<std::string> without_groups(std::string_view whole) {
  const auto first = whole.find_first_not_of(kDigits);
  if (first == std::string_view::npos) return std::string(whole);
  if (first == 0 || first > 3) return std::nullopt;
  const char mark = whole[first];
  std::string digits(whole.substr(0, first));
  for (whole.remove_prefix(first); !whole.empty(); whole.remove_prefix(4)) {
    const auto group = whole.substr(1, 3);
    if (whole.front() != mark || group.size() != 3 || group.find_first_not_of(kDigits) != std::string_view::npos) {
      return std::nullopt;
    }
    digits += group;
  }
  return digits;
}

std::optional<ChartNumber> number_of(std::string digits, int decimals) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > kMostDigits || decimals > kMostDecimals) return std::nullopt;
  return ChartNumber{digits.empty() ? 0 : std::stoll(digits), decimals, false};
}

}  // namespace

bool is_missing_number(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kWords{"",    "-",   "\u2014", "n/a",    "N/A",
                                                    "н/д", "Н/Д", "...",    "\u2026", ".."};
  return std::ranges::find(kWords, plain(cell)) != kWords.end();
}

std::optional<ChartNumber> read_number(std::string_view cell, std::string_view language) {
  const std::string text = plain(cell);
  std::string_view rest = text;
  const bool percent = rest.ends_with('%');
  if (percent) rest = trimmed(rest.substr(0, rest.size() - 1));
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest = trimmed(rest.substr(1));
  if (rest.find_first_not_of("0123456789., ") != std::string_view::npos) return std::nullopt;
  const auto mark = decimal_mark(rest, language);
  const auto fraction = mark == std::string_view::npos ? std::string_view() : rest.substr(mark + 1);
  if (mark != std::string_view::npos && fraction.empty()) return std::nullopt;
  if (fraction.find_first_not_of(kDigits) != std::string_view::npos) return std::nullopt;
  const auto whole = without_groups(rest.substr(0, mark));
  if (!whole || whole->empty()) return std::nullopt;
  auto number = number_of(*whole + std::string(fraction), static_cast<int>(fraction.size()));
  if (number && negative) number->value = -number->value;
  if (number) number->percent = percent;
  return number;
}

std::string spell_value(std::int64_t value, int decimals, bool percent, std::string_view language) {
  const SpellingLabels& spelling = spelling_in(language);
  std::string digits = std::to_string(std::abs(value));
  const auto behind = static_cast<std::size_t>(decimals);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - behind;
  std::string text = value < 0 ? "\u2212" : "";
  text += in_groups(std::string_view(digits).substr(0, whole), spelling.thousands);
  if (behind != 0) text += spelling.decimal + digits.substr(whole);
  if (percent) text += spelling.percent;
  return text;
}

}  // namespace documents
