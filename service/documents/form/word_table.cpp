#include "documents/form/word_table.hpp"

#include <algorithm>
#include <utility>

namespace documents {
namespace {

using Json = nlohmann::json;
using ReadBlocks = std::function<std::vector<RichBlock>(const Json& blocks)>;
using Row = std::vector<RichLine>;

constexpr std::size_t kMostColumns = 500;

void add_line(RichLine& cell, const RichLine& line) {
  if (line.empty()) return;
  if (!cell.empty()) {
    RichRun end;
    end.line_break = true;
    cell.push_back(std::move(end));
  }
  cell.insert(cell.end(), line.begin(), line.end());
}

void add_lines(RichLine& cell, const std::vector<RichBlock>& blocks) {
  for (const auto& block : blocks) {
    add_line(cell, block.line);
    if (!block.code.empty()) {
      RichRun code;
      code.text = block.code;
      code.code = true;
      add_line(cell, {code});
    }
    for (const auto& part : block.parts) add_lines(cell, part);
    for (const auto& row : block.rows) {
      for (const auto& inner : row) add_line(cell, inner);
    }
  }
}

class Rows {
 public:
  explicit Rows(const ReadBlocks& read_blocks) : read_blocks_(read_blocks) {}

  void add(const Json& rows) {
    for (const Json& row : rows) add_row(row.at(1));
  }

  std::vector<Row> take() {
    std::size_t width = 0;
    for (const auto& row : rows_) width = std::max(width, row.size());
    for (auto& row : rows_) row.resize(width);
    return std::move(rows_);
  }

 private:
  void add_row(const Json& cells) {
    Row row;
    for (const Json& cell : cells) {
      while (row.size() < below_.size() && below_[row.size()] > 0) --below_[row.size()], row.emplace_back();
      const auto columns = static_cast<std::size_t>(std::clamp(cell.at(3).get<int>(), 1, 100));
      if (row.size() + columns > kMostColumns) break;
      below_.resize(std::max(below_.size(), row.size() + columns));
      for (std::size_t i = 0; i < columns; ++i) below_[row.size() + i] = std::max(cell.at(2).get<int>(), 1) - 1;
      RichLine line;
      add_lines(line, read_blocks_(cell.at(4)));
      row.push_back(tidy_line(line));
      row.resize(row.size() + columns - 1);
    }
    const bool empty = std::ranges::all_of(row, [](const RichLine& cell) { return cell.empty(); });
    if (!empty || rows_.empty()) rows_.push_back(std::move(row));
  }

  const ReadBlocks& read_blocks_;
  std::vector<Row> rows_;
  std::vector<int> below_;  // by column: the rows further down that a cell reaches into
};

}  // namespace

void word_table(std::vector<RichBlock>& out, const Json& table, const ReadBlocks& read_blocks) {
  for (auto& block : read_blocks(table.at(1).at(1))) add_block(out, std::move(block));
  Rows rows(read_blocks);
  rows.add(table.at(3).at(1));
  for (const Json& body : table.at(4)) {
    rows.add(body.at(2));
    rows.add(body.at(3));
  }
  rows.add(table.at(5).at(1));
  RichBlock block;
  block.kind = RichBlock::Kind::table;
  block.rows = rows.take();
  if (block.rows.empty() || block.rows.front().empty()) return;
  for (auto& cell : block.rows.front()) {
    for (auto& run : cell) run.bold = false;
    cell = tidy_line(cell);
  }
  add_block(out, std::move(block));
}

}  // namespace documents
