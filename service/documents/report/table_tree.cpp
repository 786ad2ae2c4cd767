#include "documents/report/table_tree.hpp"

#include <algorithm>

namespace documents {
namespace {

void add_line(std::string& out, std::size_t cells, const char* cell) {
  out += "\n|";
  for (std::size_t i = 0; i < cells; ++i) out += cell;
}

// With a letter in each cell.
std::string frame_of(const WordTable& table) {
  const std::size_t columns = table.heads.size();
  std::string out = "\n";
  add_line(out, columns, "x|");
  add_line(out, columns, ":--|");
  for (std::size_t row = 0; row < table.rows.size(); ++row) add_line(out, columns, "x|");
  return out + "\n";
}

void fill_cell(cmark_node* cell, std::string words) {
  std::ranges::replace(words, '\n', ' ');
  cmark_node* text = cmark_node_first_child(cell);
  if (!words.empty()) {
    cmark_node_set_literal(text, words.c_str());
    return;
  }
  cmark_node_unlink(text);
  cmark_node_free(text);
}

void fill_row(cmark_node* row, const std::vector<std::string>& words) {
  auto* cell = cmark_node_first_child(row);
  for (const auto& one : words) {
    fill_cell(cell, one);
    cell = cmark_node_next(cell);
  }
}

}  // namespace

std::unique_ptr<SyntaxTree> tree_with_table(const std::string& markdown, const WordTable& table) {
  if (table.heads.empty()) return std::make_unique<SyntaxTree>(markdown);
  auto tree = std::make_unique<SyntaxTree>(markdown + frame_of(table));
  auto* row = cmark_node_first_child(cmark_node_last_child(tree->root()));
  fill_row(row, table.heads);
  for (const auto& words : table.rows) {
    row = cmark_node_next(row);
    fill_row(row, words);
  }
  return tree;
}

}  // namespace documents
