// A text as pandoc's blocks for a form: as it was written, so that it can be edited in Word and come back. Its headings
// stand one level below the section's, footnotes where they are referred to, and an empty line stands between the
// paragraphs of a list item.
#pragma once

#include "documents/office/pandoc_tree.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

class FormText {
 public:
  explicit FormText(const SyntaxTree& tree) : tree_(tree) {}

  pandoc::Json blocks_inside(cmark_node* parent);
  void add_block(pandoc::Json& out, cmark_node* node);

 private:
  pandoc::Json list(cmark_node* node);
  pandoc::Json item(cmark_node* node);
  pandoc::Json table(cmark_node* node);
  std::vector<pandoc::TableCell> row(cmark_node* node);
  pandoc::Json inlines(cmark_node* parent);
  void add_inline(pandoc::Json& out, cmark_node* node);
  void add_note(pandoc::Json& out, cmark_node* reference);

  const SyntaxTree& tree_;
  bool inside_note_ = false;  // a note cannot have a note in Word
};

// What stands for a rule.
constexpr const char* kFormRule = "* * *";

}  // namespace documents
