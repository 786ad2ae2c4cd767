// Rich text as Markdown that reads back as the same rich text.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"

namespace documents {

// What a block was before it was edited, for what rich text does not say.
struct BlockHint {
  bool loose = false;       // a list with empty lines between its items
  std::string info;         // of a block of code, its language
  std::vector<char> sides;  // of a table: 'l', 'c', 'r', 0 for none, by column
};

class RichMarkdown {
 public:
  // label: what the n-th footnote that is written is called.
  explicit RichMarkdown(std::function<std::string(const RichRun& note)> label) : label_(std::move(label)) {}

  // With a line break at the end.
  std::string write(const RichBlock& block, const BlockHint& hint = {});
  // "[^1]: ..."
  std::string write_note(const std::string& label, const RichRun& note);

 private:
  using Lines = std::vector<std::string>;
  Lines lines_of(const RichBlock& block, const BlockHint& hint);
  Lines lines_of(const std::vector<RichBlock>& blocks, bool closely);
  Lines list(const RichBlock& block, const BlockHint& hint);
  Lines table(const RichBlock& block, const BlockHint& hint);
  Lines code(const RichBlock& block, const BlockHint& hint) const;
  // Not of copies: footnotes are known by where they stand.
  std::string line(std::span<const RichRun> runs, bool one_line);
  std::string cell(const RichLine& line);

  std::function<std::string(const RichRun&)> label_;
};

}  // namespace documents
