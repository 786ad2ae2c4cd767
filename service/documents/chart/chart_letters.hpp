// How much room words take in a drawing, without asking a font: rather too much than too little, for Liberation Sans,
// Arial and, nearly, DejaVu Sans.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Whether its first letter is of a script that is read from the right.
bool is_read_from_right(std::string_view text);

// In the unit of the size.
int width_of(std::string_view text, int size);

// The lines of a text, parted at blanks and between ideographs; none where a word is wider than the width, or there
// are more lines.
std::optional<std::vector<std::string>> wrap(std::string_view text, int width, int size, std::size_t most_lines);

// What fits of a text, with an ellipsis where it was cut.
std::string cut_to(std::string_view text, int width, int size);

}  // namespace documents
