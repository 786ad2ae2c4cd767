// A document made ready to be written: every text read once; sections, tables, figures and footnotes numbered over the
// whole document; references between them put into words. Each writer writes this one thing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/report/document.hpp"
#include "documents/report/numbering.hpp"
#include "documents/report/report_charts.hpp"
#include "documents/text/syntax_tree.hpp"
#include "domain/basis/message.hpp"
#include "domain/report/outline_numbers.hpp"

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

// An annex that is made here, behind those of the format.
struct MadeAnnex {
  std::string kind;                               // "contributions", "plan", "assistance", "charts"
  std::string id;                                 // the same, out of the way of the sections
  std::string name;                               // "Annex C. "
  std::string_view title;                         // a fixed word
  std::unique_ptr<DocumentSection> section = {};  // of the plan and the assistance
  ReportPart part = {};                           // what it says
};

// One line of the title page.
struct Fact {
  std::string_view label;
  std::string value;
};

// Where the tables stand that a caption marks as charts: as any others; or behind all texts, and charts in their
// places.
enum class ChartTables { in_place, behind };

class Report {
 public:
  explicit Report(const Document& document, ChartTables tables = ChartTables::in_place);

  const Document& document() const { return document_; }
  const Labels& labels() const { return labels_; }
  // Whether the fixed words are in another language than the document.
  bool foreign_labels() const;

  // Those that are shown.
  const std::vector<const ReportPart*>& parts() const { return shown_; }
  const std::vector<ReportNote>& notes() const { return notes_; }  // sorted by number
  // Null where no such section is shown.
  const ReportPart* find(std::string_view section_id) const;
  // In their order: the numbers behind the charts are the last of all, so that the letters of the others do not depend
  // on them.
  const std::vector<MadeAnnex>& made_annexes() const { return made_annexes_; }
  // "Annex C. "; empty: there is none of that kind.
  const std::string& contributions_name() const { return name_of_annex("contributions"); }
  const std::string& charts_name() const { return name_of_annex("charts"); }

  // In the order of the document, those that are shown.
  std::vector<const Numbered*> tables() const { return numbered_of(CaptionKind::table); }
  std::vector<const Numbered*> figures() const { return numbered_of(CaptionKind::figure); }
  // Of a table or a picture, or of the caption of a table; null: it has no number.
  const Numbered* numbered(const cmark_node* node) const { return numbering_.at(node); }
  // Whether a link within the document, "obj-07" or "table-3", leads to something that is shown.
  bool is_place(std::string_view id) const { return find(id) != nullptr || numbered_with_id(id) != nullptr; }
  // Null: no table and no figure has this id.
  const Numbered* numbered_with_id(std::string_view id) const;

  // In the order of the document; none where their tables stand in place.
  const std::vector<ReportChart>& charts() const { return charts_; }
  // Null where the table is no chart.
  const ReportChart* chart_at(const cmark_node* table) const;
  bool chart_is_drawn(const cmark_node* table) const;

  // Of the title page; of a final edition without what concerns its making. A letter has none.
  std::vector<Fact> facts() const;
  // What the title page says about sections that are not ready; empty where all are, and in a final edition.
  std::vector<Fact> draft_notes() const;
  // Below the title: that of the imprint, else the format's title where it says something else. May be empty.
  LocalText subtitle() const;
  // At the foot of the title page, "Ashgabat, 12 February 2026". May be empty.
  std::string place_and_day() const;
  // Of the page behind the title page; values may have several lines.
  std::vector<Fact> imprint_facts() const;

 private:
  void make_annexes(domain::OutlineNumbers& outline);
  void add_table_annex(const char* kind, const std::string& title, WordTable table, std::string number);
  const std::string& name_of_annex(std::string_view kind) const;
  void number(ReportPart& part, ChartTables tables);
  void resolve_references(const ReportPart& part);
  void resolve(const ReportPart& part, cmark_node* link);
  void number_notes();
  void count_references(ReportPart& part, cmark_node* root);
  ReportPart& own(const ReportPart& part) { return parts_[static_cast<std::size_t>(&part - parts_.data())]; }
  std::vector<const Numbered*> numbered_of(CaptionKind kind) const;
  bool is_shown(const ReportPart& part) const;

  const Document& document_;
  const Labels& labels_;
  std::vector<ReportPart> parts_;  // all
  std::vector<const ReportPart*> shown_;
  Numbering numbering_;
  std::map<std::string, const Numbered*, std::less<>> numbered_by_id_;  // those that are shown
  std::vector<ReportNote> notes_;
  std::vector<ReportChart> charts_;
  std::unordered_map<const cmark_node*, std::size_t> charts_by_table_;
  std::vector<MadeAnnex> made_annexes_;
};

// The lines of a text that have something in them.
std::vector<std::string_view> lines_of(std::string_view text);

// What stands in the place of a text that is not there: a statement, and a second line that explains it.
struct Substitute {
  std::string_view statement;
  std::string explanation;  // may be empty, or a declared reason of several lines
  bool plain = false;       // a sentence of the report itself, not one about its making
};
Substitute substitute_for(const Report& report, const DocumentSection& section);

// What a reader must know about a text: that it is not translated, or that the translation is not to be
// relied on.
std::vector<std::string> remarks_on(const Report& report, const DocumentSection& section);

// "[picture missing: map.png]"
std::string missing_picture(const Labels& labels, const ShownPicture& picture);
// What a caption begins with: "Figure 3. ", or "Figure 3" where nothing follows.
std::string caption_name(const Labels& labels, const Numbered& numbered);
std::string figure_name(const Labels& labels, const ShownPicture& picture);
// "Figure 3"
std::string numbered_words(const Labels& labels, CaptionKind kind, int number);
inline std::string numbered_words(const Labels& labels, const Numbered& numbered) {
  return numbered_words(labels, numbered.kind, numbered.number);
}

// " (by a deputy)" where one approved in the place of who holds the post, " (approved a text of its own: ...)" where
// the author of a text did; else empty.
std::string approval_note(const Report& report, const Contribution::Approval& approval);

}  // namespace documents
