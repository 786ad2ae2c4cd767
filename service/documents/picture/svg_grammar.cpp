#include "documents/picture/svg_grammar.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "documents/picture/svg_numbers.hpp"

namespace documents {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestWords = 1000;
constexpr std::size_t kMostLengths = 1000;

// Those that may stand where a length does.
constexpr auto kKeywords = std::to_array<std::string_view>(
    {"auto",     "none",     "normal",  "inherit", "initial", "unset", "sub",     "super",
     "baseline", "xx-small", "x-small", "small",   "medium",  "large", "x-large", "xx-large",
     "smaller",  "larger",   "left",    "center",  "right",   "top",   "bottom",  "auto-start-reverse"});

constexpr std::array<std::pair<std::string_view, std::pair<std::size_t, std::size_t>>, 6> kTransforms{
    {{"matrix", {6, 6}},
     {"translate", {1, 2}},
     {"scale", {1, 2}},
     {"rotate", {1, 3}},
     {"skewX", {1, 1}},
     {"skewY", {1, 1}}}};

// No function but that of a colour: what calc() and var() come to, not every program finds out.
bool are_words(std::string_view text) {
  if (text.size() > kLongestWords) return false;
  return text.find('(') == std::string_view::npos;
}

bool is_keyword(std::string_view text) {
  return !text.empty() && text.size() < 40 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

// "#rgb", a name, "rgb(...)": with nothing in it but numbers.
bool is_colour(std::string_view text) {
  if (text.starts_with('#')) {
    const auto hex = text.substr(1);
    const bool sized = hex.size() == 3 || hex.size() == 4 || hex.size() == 6 || hex.size() == 8;
    return sized && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  }
  const auto open = text.find('(');
  if (open == std::string_view::npos) return is_keyword(text);
  constexpr std::array kFunctions{"rgb"sv, "rgba"sv, "hsl"sv, "hsla"sv};
  const bool known = std::ranges::find(kFunctions, text.substr(0, open)) != kFunctions.end();
  if (!known || !text.ends_with(')')) return false;
  std::string inside(text.substr(open + 1, text.size() - open - 2));
  std::ranges::replace(inside, '/', ' ');
  const auto numbers = read_lengths(inside);
  return numbers && (numbers->size() == 3 || numbers->size() == 4);
}

// The text behind url(#...), which stands at the front; nothing: none does.
std::optional<std::string_view> behind_part(std::string_view text) {
  if (!text.starts_with("url(")) return std::nullopt;
  const auto end = text.find(')');
  if (end == std::string_view::npos || shown_parts(text.substr(0, end + 1)).size() != 1) return std::nullopt;
  return without_svg_space(text.substr(end + 1));
}

bool is_paint(std::string_view text) {
  const auto rest = behind_part(text);
  return rest ? rest->empty() || is_colour(*rest) : is_colour(text);
}

bool is_part(std::string_view text) {
  const auto rest = behind_part(text);
  return rest ? rest->empty() : is_keyword(text);
}

// A length, or several; or a word that stands for one.
bool is_spacing(std::string_view text) {
  if (std::ranges::find(kKeywords, text) != kKeywords.end()) return true;
  const auto lengths = read_lengths(text);
  return lengths && !lengths->empty() && lengths->size() <= kMostLengths;
}

bool is_one_length(std::string_view text, bool below_zero) {
  const auto lengths = read_lengths(text);
  return lengths && lengths->size() == 1 && (below_zero || lengths->front().number >= 0);
}

bool is_box(std::string_view text) {
  const auto numbers = read_lengths(text);
  if (!numbers || numbers->size() != 4 || (*numbers)[2].number <= 0 || (*numbers)[3].number <= 0) return false;
  return std::ranges::all_of(*numbers, [](const SvgLength& number) { return number.unit.empty(); });
}

bool is_transform(std::string_view text) {
  if (text == "none") return true;
  SvgReader reader(text);
  for (reader.skip_space(); !reader.ended(); reader.skip_comma()) {
    const auto name = reader.word();
    const auto known = std::ranges::find(kTransforms, name, [](const auto& transform) { return transform.first; });
    reader.skip_space();
    const auto end = reader.rest().find(')');
    if (known == kTransforms.end() || !reader.take('(') || end == std::string_view::npos) return false;
    const auto numbers = read_lengths(reader.rest().substr(0, end - 1));
    if (!numbers || numbers->size() < known->second.first || numbers->size() > known->second.second) return false;
    reader = SvgReader(reader.rest().substr(end));
  }
  return true;
}

// Half of a pair at the end is nothing that can be drawn.
bool are_points(std::string_view text) {
  const auto numbers = count_numbers(text);
  return numbers && *numbers % 2 == 0;
}

}  // namespace

std::optional<std::string> share_of(std::string_view text) {
  const auto lengths = read_lengths(text);
  if (!lengths || lengths->size() != 1) return std::nullopt;
  const auto& [number, unit] = lengths->front();
  if (unit.empty() && number >= 0 && number <= 1) return std::string(text);
  if (!unit.empty() && unit != "%") return std::nullopt;
  const double share = std::clamp(unit == "%" ? number / 100 : number, 0.0, 1.0);
  std::string written = std::to_string(share);
  while (written.ends_with('0')) written.pop_back();
  if (written.ends_with('.')) written.pop_back();
  return written;
}

bool fits(SvgGrammar grammar, std::string_view text) {
  switch (grammar) {
    case SvgGrammar::length:
      return is_one_length(text, true);
    case SvgGrammar::size:
      return is_one_length(text, false);
    case SvgGrammar::lengths:
      return read_lengths(text).has_value();
    case SvgGrammar::spacing:
      return is_spacing(text);
    case SvgGrammar::points:
      return are_points(text);
    case SvgGrammar::transform:
      return is_transform(text);
    case SvgGrammar::box:
      return is_box(text);
    case SvgGrammar::paint:
      return is_paint(text);
    case SvgGrammar::part:
      return is_part(text);
    default:
      return are_words(text);
  }
}

std::string_view without_svg_space(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string> shown_parts(std::string_view value) {
  std::vector<std::string> parts;
  for (auto at = value.find("url("); at != std::string_view::npos; at = value.find("url(", at + 1)) {
    const auto end = value.find(')', at);
    if (end == std::string_view::npos) break;
    auto target = without_svg_space(value.substr(at + 4, end - at - 4));
    for (const char quote : {'"', '\''}) {
      if (target.size() > 1 && target.front() == quote && target.back() == quote) {
        target = target.substr(1, target.size() - 2);
      }
    }
    if (target.size() > 1 && target.front() == '#') parts.emplace_back(target.substr(1));
  }
  return parts;
}

}  // namespace documents
