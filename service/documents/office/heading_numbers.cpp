#include "documents/office/heading_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace documents {
namespace {

using Number = std::vector<std::string>;  // "2.7" as "2", "7"

// As far as all programs agree: whether Ы comes next they do not.
constexpr std::array<std::string_view, 25> kCyrillic{"А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К", "Л", "М", "Н",
                                                     "О", "П", "Р", "С", "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ"};

Number divided(std::string_view number) {
  Number levels;
  while (!number.empty()) {
    const std::size_t end = std::min(number.find('.'), number.size());
    levels.emplace_back(number.substr(0, end));
    number.remove_prefix(std::min(end + 1, number.size()));
  }
  return levels;
}

// 0: it counts nowhere.
int place_of(const std::string& letter, HeadingCount count) {
  int place = 0;
  if (count == HeadingCount::numbers) std::from_chars(letter.data(), letter.data() + letter.size(), place);
  if (count == HeadingCount::latin && letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z')
    place = letter[0] - 'A' + 1;
  if (count == HeadingCount::cyrillic) {
    const auto* const found = std::ranges::find(kCyrillic, letter);
    if (found != kCyrillic.end()) place = static_cast<int>(found - kCyrillic.begin()) + 1;
  }
  return place;
}

HeadingCount count_of(const std::string& first, bool annex) {
  if (!annex) return HeadingCount::numbers;
  for (const auto count : {HeadingCount::latin, HeadingCount::cyrillic}) {
    if (place_of(first, count) != 0) return count;
  }
  return HeadingCount::none;
}

HeadingCount count_on(const HeadingList& list, std::size_t level) {
  return level == 0 ? list.count : HeadingCount::numbers;
}

std::string above(const Number& number) {
  std::string text;
  for (std::size_t i = 0; i + 1 < number.size(); ++i) text += number[i] + ".";
  return text;
}

HeadingList beginning_with(const Number& number, bool annex) {
  HeadingList list{annex, static_cast<int>(number.size()) - 1, above(number), 1, count_of(number.front(), annex)};
  if (list.level == 0 && list.count == HeadingCount::none) list.before = number.front();
  list.start = std::max(place_of(number.back(), count_on(list, number.size() - 1)), 1);
  return list;
}

}  // namespace

bool HeadingNumbers::shows_next(const Counting& counting, const Number& number) {
  const auto& [list, shown] = counting;
  const std::size_t level = number.size() - 1;
  const auto first = static_cast<std::size_t>(list.level);
  if (shown.empty() || level < first || shown.size() < level) return false;
  if (!std::equal(number.begin(), number.end() - 1, shown.begin())) return false;
  const HeadingCount count = count_on(list, level);
  const int before = shown.size() > level ? place_of(shown[level], count) : 0;
  return count != HeadingCount::none && place_of(number[level], count) == before + 1;
}

NumberedHeading HeadingNumbers::add(std::string_view text, bool annex) {
  const Number number = divided(text);
  const auto next = [&](const Counting& one) { return one.list.annex == annex && shows_next(one, number); };
  auto found = std::find_if(lists_.rbegin(), lists_.rend(), next);
  if (found == lists_.rend()) {
    const bool first_chapter = !annex && lists_.front().shown.empty();
    if (!first_chapter) lists_.emplace_back();
    found = first_chapter ? std::prev(lists_.rend()) : lists_.rbegin();
    found->list = beginning_with(number, annex);
  }
  found->shown = number;
  return {static_cast<std::size_t>(lists_.rend() - found) - 1, static_cast<int>(number.size()) - 1};
}

std::vector<HeadingList> HeadingNumbers::lists() const {
  std::vector<HeadingList> lists;
  for (const auto& one : lists_) lists.push_back(one.list);
  return lists;
}

}  // namespace documents
