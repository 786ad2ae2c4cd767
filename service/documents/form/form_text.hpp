// A text as pandoc's blocks for a form: as it was written, so that it can be edited in Word and come back. Its headings
// stand one level below the section's, footnotes where they are referred to, and an empty line stands between the
// paragraphs of a list item.
#pragma once

#include "documents/office/pandoc_walk.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

class FormText : public PandocWalk {
 public:
  explicit FormText(const SyntaxTree& tree) : tree_(tree) {}

 private:
  void add_paragraph(pandoc::Json& out, cmark_node* node) override;
  pandoc::Json heading(cmark_node* node) override;
  pandoc::Json rule() override;
  pandoc::Json item(cmark_node* node) override;
  void add_table(pandoc::Json& out, cmark_node* node) override;
  pandoc::Json cell(cmark_node* node) override;
  void add_link(pandoc::Json& out, cmark_node* node) override;
  void add_picture(pandoc::Json& out, cmark_node* node) override;
  void add_note(pandoc::Json& out, cmark_node* reference) override;

  const SyntaxTree& tree_;
  bool inside_note_ = false;  // a note cannot have a note in Word
};

// What stands for a rule.
constexpr const char* kFormRule = "* * *";

}  // namespace documents
