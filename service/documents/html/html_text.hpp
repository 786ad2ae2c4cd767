// One text of the report as HTML. Everything that a contributor wrote passes here, escaped.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "documents/html/html_picture.hpp"
#include "documents/report/report.hpp"
#include "documents/text/heading_levels.hpp"

namespace documents {

class HtmlText {
 public:
  HtmlText(std::string& out, const Report& report) : out_(out), report_(report), seen_(report.notes().size(), 0) {}

  void write_part(const ReportPart& part);
  // The table of a chart's numbers.
  void write_numbers(const ReportChart& chart);
  // The list item of a footnote, with links back to every reference.
  void write_note(const ReportNote& note);

 private:
  void write(cmark_node* root);
  bool visit(NodeKind kind, cmark_node* node, bool entering);
  void paragraph(cmark_node* node, bool entering);
  void picture(cmark_node* node);
  void image(const ShownPicture& shown);
  void figure(cmark_node* node);
  // "Table 3. " and what stands in the caption's paragraph or title.
  std::string caption(const Numbered& numbered);
  bool begin_table(cmark_node* node);
  std::string fixed_lang() const;
  void heading(cmark_node* node, bool entering);
  void list(cmark_node* node, bool entering);
  void cell(cmark_node* node, bool entering);
  void row(cmark_node* node, bool entering);
  void end_table(cmark_node* node);
  void code_block(cmark_node* node);
  void link(cmark_node* node, bool entering);
  void note_reference(cmark_node* node);
  void back_links(const ReportNote& note);
  void tag(const char* name, bool entering, bool line = false);

  std::string& out_;
  const Report& report_;
  const ReportPart* part_ = nullptr;
  std::optional<HeadingLevels> levels_;  // none inside footnotes, which know no headings
  cmark_node* root_ = nullptr;
  const cmark_node* caption_ = nullptr;  // the paragraph that is being written as a caption
  int level_ = 0;                        // of the heading that is open
  std::size_t column_ = 0;               // of the cell that comes next
  std::vector<int> seen_;                // references written so far, by note
  std::set<const DocumentPicture*> drawn_;
  std::uint64_t repeated_left_ = kMostRepeatedInDocument;  // bytes
};

}  // namespace documents
