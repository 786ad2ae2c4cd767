// How a table of a text stands on the page.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <vector>

namespace documents {

struct PrintTable {
  std::vector<int> widths;           // shares of the width
  std::vector<char> alignments;      // 'l', 'c', 'r', 0 for none
  std::vector<std::size_t> letters;  // in a line of each column
  std::vector<int> lines;            // of each row, the head first: about as many as it takes
  int size = 0;                      // of the type: 0 as usual, 2 smallest
  bool head_leads = false;           // its head has links or notes

  // Whether its head stands on every page. What is printed once more may lead nowhere in an accessible file.
  bool repeats_head() const;

  bool stays_whole() const;
  // A row that may go on on the next page.
  bool is_tall(std::size_t row) const;
  // Lines of the head and the first two rows.
  int beginning() const;
};

PrintTable print_table_of(cmark_node* table);

}  // namespace documents
