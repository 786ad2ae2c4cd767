// The inside of a paragraph, a heading or a table cell as Markdown. Marks of emphases that touch each other are read
// otherwise here and there, unless one emphasis holds just the other one: then tags are written instead (<em>).
#pragma once

#include <cmark-gfm.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/report/report.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

// Where a link leads in the document that is written ("" : nowhere, the link is text only), and how
// a note is called.
struct InlineContext {
  std::function<std::string(const std::string& target)> resolve;
  std::function<std::string(std::size_t index)> note_label;
  std::function<ShownPicture(cmark_node*)> picture;
  std::function<std::string(const ShownPicture&)> missing;  // what stands in its place
  std::function<std::string(const ShownPicture&)> image;    // the Markdown of one that is there
  // Of a text that stands alone: a line break in a heading or a cell is kept as <br>, else it becomes a space; links
  // keep their titles, else these are left out.
  bool alone = false;
};

// How the title of a link or a picture stands behind its target: ` "Roads"`; empty where there is none.
std::string title_part(std::string_view title);

class MarkdownInline {
 public:
  explicit MarkdownInline(const InlineContext& context) : context_(context) {}

  // one_line: in a heading or a table cell, where a line cannot break. strong: as one strong emphasis.
  std::string write(cmark_node* block, bool one_line, bool strong = false);

 private:
  struct Emphasis {
    NodeKind kind;
    std::string mark;
    std::size_t begin = 0;  // of what is inside
    bool begins_with_mark = false;
  };

  void write_all(cmark_node* block);
  bool visit(NodeKind kind, cmark_node* node, bool entering);
  void text(std::string_view literal);
  void code(std::string_view literal);
  void line_break(bool hard);
  bool drop_last_break();
  void open(NodeKind kind);
  void close();
  void link(cmark_node* node, bool entering);
  void picture(cmark_node* node);
  std::size_t protect_before(std::size_t place);
  void protect_edges(std::size_t begin);
  void trim_end();

  const InlineContext& context_;
  std::string out_;
  bool one_line_ = false;
  bool strong_ = false;
  bool in_cell_ = false;
  bool tags_ = false;       // instead of marks
  bool entangled_ = false;  // marks were written that touch
  std::vector<Emphasis> open_;
  std::size_t closed_at_ = 0;       // end of out_ when an emphasis was closed last
  Emphasis closed_{};               // that emphasis
  bool letter_would_undo_ = false;  // a letter right behind the closing mark would make it no closing mark
  std::size_t mark_end_ = 0;        // end of out_ when a mark of an emphasis stood there last
  std::size_t break_begin_ = 0;     // of the line break written last
  std::size_t break_end_ = 0;       // end of out_ then
  std::size_t code_end_ = 0;        // end of out_ when a code span was written last
};

}  // namespace documents
