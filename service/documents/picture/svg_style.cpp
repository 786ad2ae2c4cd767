#include "documents/picture/svg_style.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "documents/picture/picture_readers.hpp"
#include "documents/picture/svg_values.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

constexpr std::size_t kMostRules = 2000;
constexpr std::size_t kLongestSelectors = 2000;
constexpr std::size_t kLongestShownName = 40;
constexpr std::string_view kBetweenSelectors = " \t\r\n\f>+~";

std::string trimmed_style(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n\f") - begin + 1));
}

std::string without_comments(std::string_view text) {
  std::string out;
  for (auto begin = text.find("/*"); begin != std::string_view::npos; begin = text.find("/*")) {
    out += text.substr(0, begin);
    out += ' ';
    const auto end = text.find("*/", begin + 2);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 2);
  }
  return out += text;
}

// Programs that show these on a screen do something with them; they say nothing of how the picture looks.
bool changes_no_look(std::string_view name) {
  return name.starts_with('-') || name == "cursor" || name == "pointer-events" || name == "enable-background" ||
         name == "white-space" || name == "line-height" || name == "color-interpolation" || name == "solid-color" ||
         name == "solid-opacity" || name == "font-variation-settings" || name == "font-feature-settings";
}

bool are_selectors(std::string_view text) {
  if (text.empty() || text.size() > kLongestSelectors) return false;
  return text.find_first_of("{};@\\<(") == std::string_view::npos;
}

std::string shown_name(const std::string& name) {
  const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-0123456789") == std::string::npos;
  return plain ? name.substr(0, kLongestShownName) : "of an unknown name";
}

std::optional<SvgDeclaration> clean_declaration(const SvgDeclaration& declaration) {
  if (!is_svg_property(declaration.name)) return std::nullopt;
  std::string value = declaration.value;
  std::string important;
  if (const auto mark = value.find('!'); mark != std::string::npos) {
    if (trimmed_style(std::string_view(value).substr(mark + 1)) != "important") return std::nullopt;
    important = "!important";
    value = trimmed_style(std::string_view(value).substr(0, mark));
  }
  auto kept = svg_value(declaration.name, value);
  if (!kept) return std::nullopt;
  return SvgDeclaration{declaration.name, *kept + important};
}

// "rect", ".road", "#river", and what follows none of these marks up to the next.
SvgSelector last_part(std::string_view selector) {
  if (const auto behind = selector.find_last_of(kBetweenSelectors); behind != std::string_view::npos) {
    selector.remove_prefix(behind + 1);
  }
  SvgSelector part;
  while (!selector.empty()) {
    const auto end = std::min(selector.find_first_of(".#:[", 1), selector.size());
    const std::string piece(selector.substr(0, end));
    if (piece.front() == '.') part.of_class = piece.substr(1);
    if (piece.front() == '#') part.id = piece.substr(1);
    if (std::isalpha(static_cast<unsigned char>(piece.front())) != 0) part.element = piece;
    selector.remove_prefix(end);
  }
  return part;
}

}  // namespace

std::vector<SvgDeclaration> read_declarations(std::string_view text) {
  std::vector<SvgDeclaration> read;
  const std::string all = without_comments(text);
  for (std::string_view rest = all; !rest.empty();) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto colon = one.find(':');
    std::string name = trimmed_style(one.substr(0, colon));
    if (name.empty()) continue;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    read.push_back({name, colon == std::string_view::npos ? "" : trimmed_style(one.substr(colon + 1))});
  }
  return read;
}

std::vector<SvgDeclaration> clean_declarations(std::string_view text, const SvgNote& left_out) {
  std::vector<SvgDeclaration> kept;
  for (const auto& declaration : read_declarations(text)) {
    if (changes_no_look(declaration.name)) continue;
    if (auto clean = clean_declaration(declaration)) {
      kept.push_back(std::move(*clean));
    } else {
      left_out("the style '" + shown_name(declaration.name) + "'");
    }
  }
  return kept;
}

std::string written(const std::vector<SvgDeclaration>& declarations) {
  std::string text;
  for (const auto& [name, value] : declarations) text += (text.empty() ? "" : ";") + name + ":" + value;
  return text;
}

std::vector<SvgRule> read_sheet(std::string_view sheet) {
  std::vector<SvgRule> rules;
  const std::string all = without_comments(sheet);
  for (std::string_view rest = all;;) {
    const auto open = rest.find('{');
    if (open == std::string_view::npos) return rules;
    const auto close = std::min(rest.find('}', open), rest.size());
    rules.push_back({trimmed_style(rest.substr(0, open)), read_declarations(rest.substr(open + 1, close - open - 1))});
    if (rules.size() > kMostRules) {
      refuse_picture(
          say("The SVG has a style sheet of more than {0} rules. Make it simpler, or save it as a PNG.", kMostRules));
    }
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
}

std::string clean_sheet(std::string_view sheet, const SvgNote& left_out) {
  std::string text;
  for (const auto& rule : read_sheet(sheet)) {
    if (!are_selectors(rule.selectors)) {
      left_out("a rule of a style sheet");
      continue;
    }
    const auto declarations = clean_declarations(written(rule.declarations), left_out);
    if (!declarations.empty()) text += rule.selectors + "{" + written(declarations) + "}";
  }
  return text;
}

std::vector<SvgSelector> selectors_of(const SvgRule& rule) {
  std::vector<SvgSelector> all;
  for (std::string_view rest = rule.selectors; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    all.push_back(last_part(trimmed_style(rest.substr(0, end))));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all;
}

}  // namespace documents
