// A document made ready to be written: every text read once, sections numbered, footnotes numbered over the
// whole document. The Markdown and the HTML are two ways of writing this one thing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/report/document.hpp"
#include "documents/report/report_charts.hpp"
#include "documents/text/syntax_tree.hpp"
#include "domain/message.hpp"

namespace documents {

struct ReportPart {
  const DocumentSection* section = nullptr;
  std::string number;                  // "1.1", "A"
  std::string name;                    // "1.1 ", "Annex A. ": what the heading says before the title
  int level = 2;                       // of the heading
  std::unique_ptr<SyntaxTree> tree;    // null: no text stands here
  std::vector<int> note_numbers;       // by index in tree->notes(); 0: nothing that is shown refers to the note
  std::map<cmark_node*, int> figures;  // the numbers of pictures that stand alone in a paragraph
};

// A picture where the text places it.
struct ShownPicture {
  const DocumentPicture* file = nullptr;  // null: the section has none of that name
  std::string name;
  std::string alternative;
  std::string caption;
  int figure = 0;  // its number; 0: it stands in a line
};
// For messages: "the picture 'map.svg' of the section 'obj-07'".
domain::Message place_of(const ReportPart& part, const ShownPicture& picture);
ShownPicture shown_picture(const ReportPart& part, cmark_node* picture);
// The picture that is all of a paragraph, with a number of its own; null: the paragraph is an ordinary one.
cmark_node* figure_in(const ReportPart& part, cmark_node* paragraph);

struct ReportNote {
  int number = 0;  // 1 to n over the document, in the order of the first references
  const ReportPart* part = nullptr;
  cmark_node* node = nullptr;
  int references = 0;
};

// One line of the title page.
struct Fact {
  std::string_view label;
  std::string value;
};

// Where the tables stand that a caption marks as charts: as any others, with the mark; or behind all texts, and charts
// in their places.
enum class ChartTables { in_place, behind };

class Report {
 public:
  explicit Report(const Document& document, ChartTables tables = ChartTables::in_place);

  const Document& document() const { return document_; }
  const Labels& labels() const { return labels_; }
  // Whether the fixed words are in another language than the document.
  bool foreign_labels() const;

  const std::vector<ReportPart>& parts() const { return parts_; }
  const std::vector<ReportNote>& notes() const { return notes_; }  // sorted by number
  // Null where there is no such section.
  const ReportPart* find(std::string_view section_id) const;
  // "Annex C. ": the annex of contributions comes behind those of the format.
  const std::string& contributions_name() const { return contributions_name_; }

  // In the order of the document; none where their tables stand in place.
  const std::vector<ReportChart>& charts() const { return charts_; }
  // Null where the table is no chart.
  const ReportChart* chart_at(const cmark_node* table) const;
  bool chart_is_drawn(const cmark_node* table) const;
  // Whether there is an annex of the numbers behind the charts, and its name: the last of all, so that the letters of
  // the others do not depend on it.
  bool has_drawn_charts() const;
  const std::string& charts_name() const { return charts_name_; }

  std::vector<Fact> facts() const;
  // What the title page says about sections that are not ready; empty where all are, and in a final edition.
  std::vector<Fact> draft_notes() const;

 private:
  void number_notes();
  void number_figures();
  void count_references(ReportPart& part, cmark_node* root);
  ReportPart& own(const ReportPart& part) { return parts_[static_cast<std::size_t>(&part - parts_.data())]; }

  const Document& document_;
  const Labels& labels_;
  std::vector<ReportPart> parts_;
  std::vector<ReportNote> notes_;
  std::string contributions_name_;
  std::vector<ReportChart> charts_;
  std::unordered_map<const cmark_node*, std::size_t> charts_by_table_;
  std::string charts_name_;
};

// What stands in the place of a text that is not there: a statement, and a second line that explains it.
struct Substitute {
  std::string_view statement;
  std::string explanation;  // may be empty, or a declared reason of several lines
};
Substitute substitute_for(const Report& report, const DocumentSection& section);

// What a reader must know about a text: that it is not translated, or that the translation is not to be
// relied on.
std::vector<std::string> remarks_on(const Report& report, const DocumentSection& section);

// "[picture missing: map.png]"
std::string missing_picture(const Labels& labels, const ShownPicture& picture);
// What a caption begins with: "Figure 3. ", or "Figure 3" where nothing follows.
std::string figure_name(const Labels& labels, const ShownPicture& picture);

// " (approved a text of its own: ...)" where the author of a text approved it; else empty.
std::string own_text_note(const Report& report, const Contribution::Approval& approval);

}  // namespace documents
