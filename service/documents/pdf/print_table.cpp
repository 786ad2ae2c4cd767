#include "documents/pdf/print_table.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <numeric>

#include "documents/report/column_widths.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

constexpr int kTallRow = 25;     // lines: half a page
constexpr int kWholeTable = 16;  // lines: a quarter of a page
constexpr int kPictureLines = 8;
constexpr int kTallestHead = 12;  // lines, of one that is repeated on every page

std::vector<CellSize> sizes_of_row(cmark_node* row) {
  std::vector<CellSize> sizes;
  for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
    sizes.push_back(cell_size(text_of(cell)));
  }
  return sizes;
}

int lines_besides_words(cmark_node* cell) {
  int lines = 0;
  walk(cell, [&](NodeKind kind, cmark_node*, bool) {
    if (kind == NodeKind::line_break) ++lines;
    if (kind == NodeKind::picture) lines += kPictureLines;
    return true;
  });
  return lines;
}

bool leads_somewhere(cmark_node* row) {
  bool leads = false;
  walk(row, [&](NodeKind kind, cmark_node*, bool) {
    leads = leads || kind == NodeKind::link || kind == NodeKind::note_reference;
    return true;
  });
  return leads;
}

int lines_of_row(cmark_node* row, const std::vector<CellSize>& sizes, const std::vector<std::size_t>& letters) {
  int most = 1;
  auto* cell = cmark_node_first_child(row);
  for (std::size_t i = 0; cell != nullptr && i < letters.size(); ++i, cell = cmark_node_next(cell)) {
    const auto full = static_cast<int>(sizes[i].letters / letters[i]);
    most = std::max(most, full + 1 + lines_besides_words(cell));
  }
  return most;
}

int type_size(std::size_t columns) { return columns < 6 ? 0 : columns < 8 ? 1 : 2; }

// Smaller type has more.
double letters_in_line(int size) { return kTableLetters * (size == 0 ? 1 : size == 1 ? 1.12 : 1.27); }

// How many letters a column holds in a line: the margins take two.
std::size_t letters_in(int width, int all, double line) {
  return static_cast<std::size_t>(std::max(3.0, line * width / std::max(all, 1) - 2));
}

}  // namespace

bool PrintTable::stays_whole() const { return std::accumulate(lines.begin(), lines.end(), 0) <= kWholeTable; }

bool PrintTable::repeats_head() const { return lines.at(0) <= kTallestHead && !head_leads; }

bool PrintTable::is_tall(std::size_t row) const { return lines.at(row) > kTallRow; }

int PrintTable::beginning() const {
  int sum = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 3); ++i) sum += std::min(lines[i], kTallRow);
  return sum;
}

PrintTable print_table_of(cmark_node* table) {
  PrintTable print;
  const auto columns = static_cast<std::size_t>(cmark_gfm_extensions_get_table_columns(table));
  const auto* alignments = cmark_gfm_extensions_get_table_alignments(table);
  print.alignments.assign(alignments, alignments + columns);
  print.size = type_size(columns);
  TableSize size{columns, {}, {}, letters_in_line(print.size)};
  std::vector<std::vector<CellSize>> all;
  for (auto* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
    auto sizes = sizes_of_row(row);
    if (kind_of(row) == NodeKind::header_row) {
      size.header = sizes;
      print.head_leads = leads_somewhere(row);
    }
    all.push_back(std::move(sizes));
  }
  size.rows.assign(all.begin() + (all.empty() ? 0 : 1), all.end());
  print.widths = column_widths(size);
  const int whole = std::accumulate(print.widths.begin(), print.widths.end(), 0);
  for (const int width : print.widths) print.letters.push_back(letters_in(width, whole, size.letters));
  std::size_t i = 0;
  for (auto* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row), ++i) {
    print.lines.push_back(lines_of_row(row, all[i], print.letters));
  }
  return print;
}

}  // namespace documents
