#include "documents/picture/svg_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "documents/picture/svg_numbers.hpp"

namespace documents {
namespace {

// Both in the order of the alphabet, small letters last.
constexpr auto kElements =
    std::to_array<std::string_view>({"circle",         "clipPath", "defs",  "desc",  "ellipse", "g",       "line",
                                     "linearGradient", "marker",   "mask",  "path",  "pattern", "polygon", "polyline",
                                     "radialGradient", "rect",     "stop",  "style", "svg",     "symbol",  "text",
                                     "textPath",       "title",    "tspan", "use"});

constexpr auto kAttributes = std::to_array<std::string_view>({"alignment-baseline",
                                                              "baseline-shift",
                                                              "class",
                                                              "clip-path",
                                                              "clip-rule",
                                                              "clipPathUnits",
                                                              "color",
                                                              "cx",
                                                              "cy",
                                                              "d",
                                                              "direction",
                                                              "display",
                                                              "dominant-baseline",
                                                              "dx",
                                                              "dy",
                                                              "fill",
                                                              "fill-opacity",
                                                              "fill-rule",
                                                              "font-family",
                                                              "font-size",
                                                              "font-stretch",
                                                              "font-style",
                                                              "font-variant",
                                                              "font-weight",
                                                              "fr",
                                                              "fx",
                                                              "fy",
                                                              "gradientTransform",
                                                              "gradientUnits",
                                                              "height",
                                                              "id",
                                                              "lang",
                                                              "lengthAdjust",
                                                              "letter-spacing",
                                                              "marker-end",
                                                              "marker-mid",
                                                              "marker-start",
                                                              "markerHeight",
                                                              "markerUnits",
                                                              "markerWidth",
                                                              "mask",
                                                              "maskContentUnits",
                                                              "maskUnits",
                                                              "offset",
                                                              "opacity",
                                                              "orient",
                                                              "overflow",
                                                              "paint-order",
                                                              "pathLength",
                                                              "patternContentUnits",
                                                              "patternTransform",
                                                              "patternUnits",
                                                              "points",
                                                              "preserveAspectRatio",
                                                              "r",
                                                              "refX",
                                                              "refY",
                                                              "rotate",
                                                              "rx",
                                                              "ry",
                                                              "shape-rendering",
                                                              "spreadMethod",
                                                              "startOffset",
                                                              "stop-color",
                                                              "stop-opacity",
                                                              "stroke",
                                                              "stroke-dasharray",
                                                              "stroke-dashoffset",
                                                              "stroke-linecap",
                                                              "stroke-linejoin",
                                                              "stroke-miterlimit",
                                                              "stroke-opacity",
                                                              "stroke-width",
                                                              "style",
                                                              "text-anchor",
                                                              "text-decoration",
                                                              "text-rendering",
                                                              "textLength",
                                                              "transform",
                                                              "type",
                                                              "vector-effect",
                                                              "version",
                                                              "viewBox",
                                                              "visibility",
                                                              "width",
                                                              "word-spacing",
                                                              "writing-mode",
                                                              "x",
                                                              "x1",
                                                              "x2",
                                                              "xml:lang",
                                                              "xml:space",
                                                              "xmlns",
                                                              "y",
                                                              "y1",
                                                              "y2"});
static_assert(std::ranges::is_sorted(kAttributes));

constexpr std::array<std::pair<std::string_view, double>, 8> kUnits{
    {{"", 1}, {"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"em", 16}}};

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

}  // namespace

bool is_svg_element(std::string_view name) { return std::ranges::find(kElements, name) != kElements.end(); }

bool is_svg_attribute(std::string_view name) { return std::ranges::binary_search(kAttributes, name); }

bool is_harmless_style(std::string_view text) {
  if (text.find_first_of("@\\<") != std::string_view::npos) return false;
  const std::string small = lower(text);
  for (const char* word : {"expression", "javascript", "behavior", "-moz-binding", "image(", "image-set", "src("}) {
    if (small.find(word) != std::string::npos) return false;
  }
  for (auto at = small.find("url"); at != std::string::npos; at = small.find("url", at + 1)) {
    const auto open = small.find_first_not_of(" \t\r\n", at + 3);
    if (open == std::string::npos || small[open] != '(') continue;  // a word such as "curl"
    const auto target = small.find_first_not_of(" \t\r\n\"'", open + 1);
    if (target == std::string::npos || small[target] != '#') return false;
  }
  return true;
}

std::optional<double> svg_length(std::string_view text) {
  const auto lengths = read_lengths(text);
  if (!lengths || lengths->size() != 1 || lengths->front().number <= 0) return std::nullopt;
  for (const auto& [unit, pixels] : kUnits) {
    if (unit == lower(lengths->front().unit)) return lengths->front().number * pixels;
  }
  return std::nullopt;
}

bool is_xml_text(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (length <= 0 || control || c == 0xFFFE || c == 0xFFFF) return false;
    i += static_cast<std::size_t>(length);
  }
  return true;
}

}  // namespace documents
