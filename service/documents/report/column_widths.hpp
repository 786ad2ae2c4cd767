// How wide the columns of a table are, on a page that has a width.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace documents {

// How much room the text of a cell takes, in letters.
struct CellSize {
  std::size_t letters = 0;
  std::size_t longest_word = 0;
};
CellSize cell_size(std::string_view text);

// Letters in a line of a table that is as wide as the text, in the type of most tables.
constexpr double kTableLetters = 85;

struct TableSize {
  std::size_t columns = 0;
  std::vector<CellSize> header;
  std::vector<std::vector<CellSize>> rows;
  double letters = kTableLetters;  // in a line
};

// Percent of the text's width, together about 100: no word is broken where that can be had, and long texts get more
// of the rest.
std::vector<int> column_widths(const TableSize& table);

}  // namespace documents
