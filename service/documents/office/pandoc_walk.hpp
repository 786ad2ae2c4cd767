// The walk over a text's tree that makes pandoc's: what every document of pandoc shows alike. Where documents differ
// (a report is read, a form is written in), each has its own of the functions below.
#pragma once

#include <cmark-gfm.h>

#include <vector>

#include "documents/office/pandoc_tree.hpp"

namespace documents {

class PandocWalk {
 public:
  PandocWalk() = default;
  PandocWalk(const PandocWalk&) = delete;
  PandocWalk& operator=(const PandocWalk&) = delete;
  virtual ~PandocWalk() = default;

  pandoc::Json blocks_inside(cmark_node* parent);
  // Footnotes add nothing: they come where they are referred to.
  void add_block(pandoc::Json& out, cmark_node* node);

 protected:
  pandoc::Json inlines(cmark_node* parent);
  pandoc::Table read_table(cmark_node* node);

 private:
  virtual void add_paragraph(pandoc::Json& out, cmark_node* node) = 0;
  virtual pandoc::Json heading(cmark_node* node) = 0;
  virtual pandoc::Json rule() = 0;
  virtual pandoc::Json item(cmark_node* node) = 0;
  virtual void add_table(pandoc::Json& out, cmark_node* node) = 0;
  virtual pandoc::Json cell(cmark_node* node) = 0;  // inlines
  virtual void add_link(pandoc::Json& out, cmark_node* node) = 0;
  virtual void add_picture(pandoc::Json& out, cmark_node* node) = 0;
  virtual void add_note(pandoc::Json& out, cmark_node* reference) = 0;

  pandoc::Json list(cmark_node* node);
  std::vector<pandoc::TableCell> row(cmark_node* node);
  void add_inline(pandoc::Json& out, cmark_node* node);
};

}  // namespace documents
