// A line of rich text as the parser's nodes, so that what writes those can write it.
#pragma once

#include <cmark-gfm.h>

#include <span>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/text/parse_markdown.hpp"

namespace documents {

class RichNodes {
 public:
  explicit RichNodes(std::span<const RichRun> line);

  cmark_node* paragraph() const { return paragraph_.get(); }
  // The footnotes of the line, by the index that their references have.
  const std::vector<const RichRun*>& notes() const { return notes_; }

 private:
  using Run = const RichRun*;
  void add_runs(cmark_node* parent, Run begin, Run end, const RichRun& open);
  static void add_picture(cmark_node* parent, const RichRun& run);
  void add_leaf(cmark_node* parent, const RichRun& run);

  Nodes paragraph_;
  std::vector<const RichRun*> notes_;
};

}  // namespace documents
