#include "documents/chart/chart_unit.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/text/term_words.hpp"

namespace documents {
namespace {

std::string_view cut_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

bool is_power_of_ten(std::string_view word) {
  return word.find_first_not_of("01") == std::string_view::npos && word.find('1', 1) == std::string_view::npos;
}

bool holds(const TermWords& words, std::string_view word) {
  return std::ranges::find(words.words(), word) != words.words().end();
}

bool is_unit(std::string_view phrase, const ChartLabels& labels) {
  const TermWords units(labels.unit_words);
  const TermWords links(labels.unit_links);
  const TermWords words(phrase);
  const auto fits = [&](std::string_view word) {
    return word.empty() || holds(units, word) || holds(links, word) || is_power_of_ten(word);
  };
  return std::ranges::all_of(words.words(), fits) &&
         std::ranges::any_of(words.words(), [&](std::string_view word) { return !word.empty() && holds(units, word); });
}

// "Permits (sample)" -> "Permits", "sample". Without a bracket at the end the second is empty.
std::pair<std::string_view, std::string_view> part_bracket(std::string_view text) {
  text = cut_blanks(text);
  const auto begin = text.rfind('(');
  if (!text.ends_with(')') || begin == std::string_view::npos) return {text, {}};
  return {cut_blanks(text.substr(0, begin)), cut_blanks(text.substr(begin + 1, text.size() - begin - 2))};
}

}  // namespace

std::optional<TextWithUnit> part_unit(std::string_view text, std::string_view language) {
  const ChartLabels& labels = labels_for(language).chart;
  if (const auto [before, inside] = part_bracket(text); !before.empty() && is_unit(inside, labels)) {
    return TextWithUnit{std::string(before), std::string(inside)};
  }
  const auto comma = text.rfind(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto before = cut_blanks(text.substr(0, comma));
  const auto behind = cut_blanks(text.substr(comma + 1));
  if (before.empty() || !is_unit(behind, labels)) return std::nullopt;
  return TextWithUnit{std::string(before), std::string(behind)};
}

std::string unit_of_caption(std::string_view caption, std::string_view language) {
  if (auto parted = part_unit(caption, language)) return parted->unit;
  const auto parted = part_unit(part_bracket(caption).first, language);
  return parted ? parted->unit : "";
}

void take_unit(Chart& chart, std::string_view caption, std::string_view language) {
  chart.unit = unit_of_caption(caption, language);
  std::vector<TextWithUnit> names;
  for (const auto& series : chart.series) {
    if (auto parted = part_unit(series.name, language)) names.push_back(*std::move(parted));
  }
  const bool shared = names.size() == chart.series.size() && std::ranges::all_of(names, [&](const TextWithUnit& name) {
                        return name.unit == names.front().unit;
                      });
  if (!names.empty() && (!shared || (!chart.unit.empty() && chart.unit != names.front().unit))) {
    chart.unit.clear();
  } else if (shared) {
    chart.unit = names.front().unit;
    for (std::size_t i = 0; i < names.size(); ++i) chart.series[i].name = names[i].text;
  }
  if (chart.percent && (chart.unit == "%" || !chart.unit.starts_with('%'))) chart.unit.clear();
}

}  // namespace documents
