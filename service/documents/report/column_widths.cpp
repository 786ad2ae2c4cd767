#include "documents/report/column_widths.hpp"

#include <algorithm>
#include <cmath>

namespace documents {
namespace {

// Percent of the width.
struct ColumnDemand {
  double least = 5;   // the longest word stays whole
  double wished = 1;  // of what is left
};

// A column's margins are as wide as two letters. letter: percent of the width.
void demand(std::vector<ColumnDemand>& demands, const std::vector<CellSize>& row, double letter) {
  constexpr std::size_t kLongestWord = 24;
  constexpr double kWidestText = 80;
  for (std::size_t i = 0; i < std::min(row.size(), demands.size()); ++i) {
    const auto letters = static_cast<double>(std::min(row[i].longest_word, kLongestWord) + 2);
    demands[i].least = std::max(demands[i].least, letters * letter);
    demands[i].wished = std::max(demands[i].wished, std::min(static_cast<double>(row[i].letters), kWidestText));
  }
}

}  // namespace

CellSize cell_size(std::string_view text) {
  CellSize size;
  std::size_t word = 0;
  for (const char letter : text) {
    if ((static_cast<unsigned char>(letter) & 0xC0) == 0x80) continue;  // a further byte of a letter
    ++size.letters;
    word = letter == ' ' ? 0 : word + 1;
    size.longest_word = std::max(size.longest_word, word);
  }
  return size;
}

std::vector<int> column_widths(const TableSize& table) {
  std::vector<ColumnDemand> demands(table.columns);
  const double letter = 100 / table.letters;
  constexpr double kBoldness = 1.25;
  demand(demands, table.header, letter * kBoldness);
  for (const auto& row : table.rows) demand(demands, row, letter);
  double least = 0;
  double wished = 0;
  for (const auto& column : demands) {
    least += column.least;
    wished += column.wished;
  }
  const double rest = std::max(100 - least, 0.0);
  std::vector<int> widths;
  for (const auto& column : demands) {
    const double share = (column.least + rest * column.wished / wished) / std::max(least, 100.0);
    widths.push_back(std::max(1, static_cast<int>(std::lround(100 * share))));
  }
  return widths;
}

}  // namespace documents
