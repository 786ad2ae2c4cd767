// One text of the report as Markdown that stands well among others: headings shifted, footnotes renumbered,
// links written out in place, everything else escaped so that it means the same here as in its own text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/markdown/markdown_inline.hpp"
#include "documents/report/report.hpp"
#include "documents/text/heading_levels.hpp"

namespace documents {

// Where a picture lies beside the Markdown of a report: "pictures/obj-07.map.png".
std::string picture_path(const std::string& section, const std::string& name);

class MarkdownText {
 public:
  // anchor: of what a link within the document leads to; empty where there is none.
  MarkdownText(std::string& out, const Report& report, std::function<std::string(const std::string& place)> anchor);

  // For a text that stands alone: its headings as deep as they are, its links as they lead, its footnotes by their
  // names.
  MarkdownText(std::string& out, std::vector<std::string> note_names);

  void write_part(const ReportPart& part);
  void write_note(const ReportNote& note);
  // Of a text that stands alone: a block or a footnote at the top of it.
  void write_block(cmark_node* block);

 private:
  std::string image(const ShownPicture& picture) const;
  void write(cmark_node* root);
  void write_named(cmark_node* note, const std::string& name);
  bool visit(NodeKind kind, cmark_node* node, bool entering);
  std::string inside(cmark_node* block, bool one_line);
  // "**Table 3.** " where the paragraph is the caption of a table with a number.
  std::string caption_mark(cmark_node* paragraph) const;
  void begin_block();
  void line(std::string_view text);
  void lines(std::string_view text);
  void list(cmark_node* node, bool entering);
  void item(cmark_node* node, bool entering);
  void heading(cmark_node* node);
  void code_block(cmark_node* node);
  void table(cmark_node* node);

  struct List {
    bool tight = false;
    bool ordered = false;
    int number = 1;  // of the item that comes next
    char mark = '-';
    std::size_t indent = 0;  // of the open item
  };

  std::string& out_;
  const Report* report_ = nullptr;  // null: a text that stands alone
  const Labels& labels_;
  std::function<std::string(const std::string&)> anchor_;
  InlineContext context_;
  MarkdownInline inline_;
  const ReportPart* part_ = nullptr;
  std::vector<std::string> note_names_;  // of a text that stands alone
  bool alone_ = false;
  std::optional<HeadingLevels> levels_;
  cmark_node* root_ = nullptr;
  std::string prefix_;       // of every line: "> ", and the indent of list items
  std::string marker_;       // of the next line, in the place of the prefix's end
  bool blank_line_ = false;  // wanted before the next block
  std::vector<List> lists_;
};

}  // namespace documents
