#include "documents/picture/svg_values.hpp"

#include <algorithm>
#include <array>

#include "documents/picture/svg_grammar.hpp"
#include "documents/picture/svg_path.hpp"

namespace documents {
namespace {

struct Known {
  std::string_view name;
  SvgGrammar grammar;
};

// What is not listed here is words. In the order of the alphabet.
constexpr auto kGrammars = std::to_array<Known>({
    {"baseline-shift", SvgGrammar::spacing},
    {"clip-path", SvgGrammar::part},
    {"color", SvgGrammar::paint},
    {"cx", SvgGrammar::lengths},
    {"cy", SvgGrammar::lengths},
    {"d", SvgGrammar::path},
    {"dx", SvgGrammar::lengths},
    {"dy", SvgGrammar::lengths},
    {"fill", SvgGrammar::paint},
    {"fill-opacity", SvgGrammar::share},
    {"font-size", SvgGrammar::spacing},
    {"fr", SvgGrammar::size},
    {"fx", SvgGrammar::length},
    {"fy", SvgGrammar::length},
    {"gradientTransform", SvgGrammar::transform},
    {"height", SvgGrammar::spacing},
    {"letter-spacing", SvgGrammar::spacing},
    {"marker", SvgGrammar::part},
    {"marker-end", SvgGrammar::part},
    {"marker-mid", SvgGrammar::part},
    {"marker-start", SvgGrammar::part},
    {"markerHeight", SvgGrammar::size},
    {"markerWidth", SvgGrammar::size},
    {"mask", SvgGrammar::part},
    {"offset", SvgGrammar::share},
    {"opacity", SvgGrammar::share},
    {"orient", SvgGrammar::spacing},
    {"pathLength", SvgGrammar::size},
    {"patternTransform", SvgGrammar::transform},
    {"points", SvgGrammar::points},
    {"r", SvgGrammar::size},
    {"refX", SvgGrammar::spacing},
    {"refY", SvgGrammar::spacing},
    {"rotate", SvgGrammar::lengths},
    {"rx", SvgGrammar::spacing},
    {"ry", SvgGrammar::spacing},
    {"startOffset", SvgGrammar::length},
    {"stop-color", SvgGrammar::paint},
    {"stop-opacity", SvgGrammar::share},
    {"stroke", SvgGrammar::paint},
    {"stroke-dasharray", SvgGrammar::spacing},
    {"stroke-dashoffset", SvgGrammar::length},
    {"stroke-miterlimit", SvgGrammar::size},
    {"stroke-opacity", SvgGrammar::share},
    {"stroke-width", SvgGrammar::size},
    {"textLength", SvgGrammar::size},
    {"transform", SvgGrammar::transform},
    {"viewBox", SvgGrammar::box},
    {"width", SvgGrammar::spacing},
    {"word-spacing", SvgGrammar::spacing},
    {"x", SvgGrammar::lengths},
    {"x1", SvgGrammar::length},
    {"x2", SvgGrammar::length},
    {"y", SvgGrammar::lengths},
    {"y1", SvgGrammar::length},
    {"y2", SvgGrammar::length},
});
static_assert(std::ranges::is_sorted(kGrammars, {}, &Known::name));

// Properties that are no attributes of ours, or stand among them under no grammar of their own.
constexpr auto kProperties = std::to_array<std::string_view>({"alignment-baseline",
                                                              "clip-rule",
                                                              "direction",
                                                              "display",
                                                              "dominant-baseline",
                                                              "fill-rule",
                                                              "font",
                                                              "font-family",
                                                              "font-stretch",
                                                              "font-style",
                                                              "font-variant",
                                                              "font-weight",
                                                              "isolation",
                                                              "mix-blend-mode",
                                                              "overflow",
                                                              "paint-order",
                                                              "shape-rendering",
                                                              "stroke-linecap",
                                                              "stroke-linejoin",
                                                              "text-anchor",
                                                              "text-decoration",
                                                              "text-rendering",
                                                              "unicode-bidi",
                                                              "vector-effect",
                                                              "visibility",
                                                              "writing-mode"});

// Attributes with a grammar that are no properties.
constexpr auto kOnlyAttributes = std::to_array<std::string_view>({"d",
                                                                  "dx",
                                                                  "dy",
                                                                  "fr",
                                                                  "fx",
                                                                  "fy",
                                                                  "gradientTransform",
                                                                  "markerHeight",
                                                                  "markerWidth",
                                                                  "offset",
                                                                  "orient",
                                                                  "pathLength",
                                                                  "patternTransform",
                                                                  "points",
                                                                  "refX",
                                                                  "refY",
                                                                  "rotate",
                                                                  "startOffset",
                                                                  "textLength",
                                                                  "viewBox",
                                                                  "x1",
                                                                  "x2",
                                                                  "y1",
                                                                  "y2"});

SvgGrammar grammar_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kGrammars, name, {}, &Known::name);
  return found != kGrammars.end() && found->name == name ? found->grammar : SvgGrammar::words;
}

}  // namespace

std::optional<std::string> svg_value(std::string_view name, std::string_view value) {
  const SvgGrammar grammar = grammar_of(name);
  const std::string_view text = without_svg_space(value);
  if (grammar == SvgGrammar::share) return share_of(text) == std::string(text) ? std::string(value) : share_of(text);
  if (grammar == SvgGrammar::path) {
    const auto drawn = read_path(value).drawn;
    if (without_svg_space(drawn) == text) return std::string(value);
    return drawn.empty() ? std::nullopt : std::optional(std::string(drawn));
  }
  return fits(grammar, text) ? std::optional(std::string(value)) : std::nullopt;
}

bool is_svg_property(std::string_view name) {
  if (std::ranges::binary_search(kProperties, name)) return true;
  return grammar_of(name) != SvgGrammar::words && std::ranges::find(kOnlyAttributes, name) == kOnlyAttributes.end();
}

}  // namespace documents
