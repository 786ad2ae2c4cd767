// One text of the report as pandoc's blocks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/office/office_captions.hpp"
#include "documents/office/office_pictures.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/office/pandoc_language.hpp"
#include "documents/office/pandoc_walk.hpp"
#include "documents/report/report.hpp"
#include "documents/text/heading_levels.hpp"

namespace documents {

class PandocText : public PandocWalk {
 public:
  // pictures: takes those that the texts show.
  PandocText(const Report& report, OfficeFormat format, OfficePictures& pictures);

  pandoc::Json blocks_of(const ReportPart& part);
  // The table of a chart's numbers, with its caption.
  pandoc::Json numbers_of(const ReportChart& chart);

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

  pandoc::Json paragraph(cmark_node* node);
  pandoc::Json table(cmark_node* node);
  pandoc::Json chart(const ReportChart& chart);
  pandoc::Json in_its_language(pandoc::Json blocks) const;
  // Inlines marked with their language.
  pandoc::Json line(cmark_node* parent);
  pandoc::Json fixed(const std::string& text) const;
  pandoc::Json figure(cmark_node* node);
  pandoc::Json note_mark(cmark_node* reference);
  pandoc::Json note_blocks(const ReportNote& note);

  const Report& report_;
  OfficeFormat format_;
  OfficePictures& pictures_;
  PandocLanguage language_;
  OfficeCaptions captions_;
  const ReportPart* part_ = nullptr;
  std::optional<HeadingLevels> levels_;  // none inside footnotes, which know no headings
  int deepest_section_;                  // its level
  std::vector<bool> below_text_;         // by note: a text refers to it, not only another note
  std::vector<bool> written_;            // by note
  bool inside_note_ = false;
  std::vector<int> waiting_;  // notes that only the open note refers to
};

}  // namespace documents
