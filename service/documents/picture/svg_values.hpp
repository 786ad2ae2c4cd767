// What may stand in an attribute or a style property of an SVG, by its name. What programs that draw do with anything
// else differs: some pass over it, others give up the whole document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace documents {

// The value to keep: as it stands, or written so that every program knows it (an opacity of "50%" as 0.5). Nothing: it
// is no such value. name: of an attribute, or a property of a style sheet.
// Error: invalid "invalid_picture" where a number is too large to draw with.
std::optional<std::string> svg_value(std::string_view name, std::string_view value);

// Where the name stands in style sheets and style attributes; others mean nothing there.
bool is_svg_property(std::string_view name);

}  // namespace documents
