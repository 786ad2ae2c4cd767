// What shows what in an SVG: parts that are used, lines that end in markers, what is filled with patterns, cut out or
// masked. A few elements that show each other again and again could keep a reader's machine busy for ever.
#pragma once

#include <cstdint>
#include <pugixml.hpp>

namespace documents {

// Elements and points of lines, each counted as often as it is shown; an element counts as five points.
constexpr std::uint64_t kMostShown = 1'000'000;

// Errors: invalid "invalid_picture" where a part is shown within itself, or more than kMostShown are shown.
void check_shown(pugi::xml_node svg);

}  // namespace documents
