// What values of an SVG may look like.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

enum class SvgGrammar {
  words,      // names, keywords, lists of fonts
  share,      // a number or a percentage, from 0 to 1
  length,     // one, of any sign
  size,       // one, not below zero
  lengths,    // some
  spacing,    // one, or a keyword
  points,     // pairs of numbers
  path,       //
  transform,  //
  box,        // x, y, width, height
  paint,      // a colour, none, or a part of the file
  part,       // none, or a part of the file
};

// Of a share and a path ask the functions below. Error: invalid "invalid_picture" where a number is too large.
bool fits(SvgGrammar grammar, std::string_view text);

// A number or a percentage as a number from 0 to 1, as it stands where it is one. Nothing: it is neither.
std::optional<std::string> share_of(std::string_view text);

std::string_view without_svg_space(std::string_view text);

// The parts of the file that a value shows: of "url(#a)" that is "a".
std::vector<std::string> shown_parts(std::string_view value);

}  // namespace documents
