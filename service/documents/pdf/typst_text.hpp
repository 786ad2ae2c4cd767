// One text of the report in Typst's language. Everything that a contributor wrote passes here, as strings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/pdf/print_files.hpp"
#include "documents/pdf/print_table.hpp"
#include "documents/pdf/typst_string.hpp"
#include "documents/report/report.hpp"
#include "documents/text/heading_levels.hpp"

namespace documents {

constexpr double kTextWidth = 163;  // millimetres, of an upright page

// Of the headings of the whole file: it begins with the first level, and none is skipped, or Typst refuses it.
class PrintedLevels {
 public:
  explicit PrintedLevels(const Report& report);

  // level: as the report has it.
  int next(int level);

 private:
  int top_;  // in a part of a report, that of its section
  int last_ = 0;
};

class TypstText {
 public:
  TypstText(std::string& out, const Report& report, PrintFiles& files, PrintedLevels& printed_levels)
      : out_(out),
        report_(report),
        files_(files),
        printed_levels_(printed_levels),
        notes_(report.notes().size(), NoteState::unseen) {}

  void write_part(const ReportPart& part);
  // The table of a chart's numbers.
  void write_numbers(const ReportChart& chart);

 private:
  enum class NoteState { unseen, at_foot, in_line };

  // Where in the text something is written.
  struct Place {
    cmark_node* root = nullptr;
    std::optional<HeadingLevels> levels;  // none inside footnotes, which know no headings
    std::size_t longest_word = kLineLetters;
    double room = kTextWidth;  // millimetres
    PrintTable table;
    std::size_t row = 0;
    std::size_t column = 0;
    std::string waiting_figure;  // for the end of the paragraph
  };

  void write(cmark_node* root, std::optional<HeadingLevels> levels);
  bool visit(NodeKind kind, cmark_node* node, bool entering);
  bool visit_line(NodeKind kind, cmark_node* node, bool entering);
  void call(const char* function, bool entering, const char* behind = "");
  bool paragraph(cmark_node* node, bool entering);
  void heading(cmark_node* node, bool entering);
  void list(cmark_node* node, bool entering);
  bool table(cmark_node* node, bool entering);
  void row(NodeKind kind, bool entering);
  void cell(cmark_node* node, bool entering);
  bool chart(cmark_node* node);
  void caption(const Numbered& numbered);
  void drawn_chart(cmark_node* node, const ReportChart& chart);
  void link(cmark_node* node, bool entering);
  void picture(cmark_node* node);
  // node: the paragraph that has the picture alone.
  void figure(cmark_node* node, cmark_node* alone);
  bool opens_section(cmark_node* figure) const;
  // begin: where it begins in what is written; height: millimetres. A high one goes to the foot of a page. Right under
  // a heading it would part that from its text: it is written behind the first paragraph then.
  void end_figure(cmark_node* node, std::size_t begin, double height);
  void note_reference(cmark_node* node);
  void note(const ReportNote& note);
  std::string words(std::string_view text) const { return typst_words(text, place_.longest_word); }
  std::string fixed(std::string_view text) const;

  std::string& out_;
  const Report& report_;
  PrintFiles& files_;
  PrintedLevels& printed_levels_;
  const ReportPart* part_ = nullptr;
  Place place_;
  std::vector<NoteState> notes_;  // by number
  int notes_open_ = 0;
};

}  // namespace documents
