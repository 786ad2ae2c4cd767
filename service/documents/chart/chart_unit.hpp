// In what the numbers of a chart are counted, where its words say so beyond doubt. Some words of each language are
// known to be of units ("thousands", "USD", "%"), and a few may stand between them ("of", "per"). A unit is a phrase of
// nothing but these and of powers of ten, with at least one of the former: "thousands of persons", "million US
// dollars", "per 1,000 inhabitants". It stands behind the last comma of a text, or in brackets at its end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/chart/chart.hpp"

namespace documents {

struct TextWithUnit {
  std::string text;  // without the unit
  std::string unit;
};

// "Women, %", "Women (%)". None where there is no unit, or nothing before it.
std::optional<TextWithUnit> part_unit(std::string_view text, std::string_view language);

// The unit of a caption: "Permits, thousands (sample figures)". One bracket at its end that is no unit is passed over.
std::string unit_of_caption(std::string_view caption, std::string_view language);

// Takes the unit that all series have in their names out of them, and else that of the caption. Two that differ are
// none, and so is one that is told by percent signs already, or is none of percents when there are percent signs.
void take_unit(Chart& chart, std::string_view caption, std::string_view language);

}  // namespace documents
