// From a table to a chart: whether its cells can be drawn. What the caption says of it: text/caption_marks.hpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "documents/chart/chart.hpp"

namespace documents {

// Why a table stands as a table.
struct ChartProblem {
  enum class Kind {
    unknown_kind,
    no_number,  // of a cell
    no_numbers,
    too_many_series,
    too_many_categories,
    too_large,  // together with the decimals of the others
    mixed_percent,
    negative_stack,
    too_many_charts,  // in one text
  };
  Kind kind = Kind::no_number;
  std::size_t row = 0;     // of the cell, below the header, from 1; 0: it is not about one
  std::size_t column = 0;  // from 1, as the table has them
  std::string text;        // the cell, or the kind
};

using TableRows = std::vector<std::vector<std::string>>;

// rows: the header, then the others, all of the same length; first column: the categories, and above them what they
// are. caption: without the mark.
std::variant<Chart, ChartProblem> read_chart(std::string_view kind, std::string_view caption, const TableRows& rows,
                                             std::string_view language);

}  // namespace documents
