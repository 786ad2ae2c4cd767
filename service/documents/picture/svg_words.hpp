// What an SVG of a report may be made of. All else is taken out of it.
#pragma once

#include <optional>
#include <string_view>

namespace documents {

// Shapes, texts, colours and what groups them: nothing that runs, moves, links or holds another file.
bool is_svg_element(std::string_view name);
// Where such an element stands, and how it looks.
bool is_svg_attribute(std::string_view name);
// A value or a style sheet that loads nothing: every url() leads to a part of the same file, no @ and no escapes.
bool is_harmless_style(std::string_view text);

// A length of CSS in pixels: "80", "210mm". Nothing: it is none, or one of something that is not known (80%).
std::optional<double> svg_length(std::string_view text);

// UTF-8 without the control characters that XML does not know.
bool is_xml_text(std::string_view text);

}  // namespace documents
