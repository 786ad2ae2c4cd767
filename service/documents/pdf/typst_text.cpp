#include "documents/pdf/typst_text.hpp"

#include <algorithm>
#include <utility>

#include "documents/pdf/page_blocks.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

// So deep notes lie within each other; what lies deeper stands behind the text that mentions it.
constexpr int kDeepestNote = 12;

const char* paragraph_function(cmark_node* paragraph) {
  if (is_lead(paragraph)) return "lead";
  return is_short_with_notes(paragraph) ? "noted" : "par";
}

std::string note_target(int number) { return "note:" + std::to_string(number); }

}  // namespace

PrintedLevels::PrintedLevels(const Report& report) : top_(kDeepestHeading) {
  for (const auto* part : report.parts()) top_ = std::min(top_, part->level);
}

int PrintedLevels::next(int level) {
  last_ = std::clamp(level - top_ + 1, 1, last_ + 1);
  return last_;
}

void TypstText::write_part(const ReportPart& part) {
  part_ = &part;
  write(part.tree->root(), HeadingLevels(part.level));
}

void TypstText::write_numbers(const ReportChart& chart) {
  part_ = chart.part;
  write(chart.table, std::nullopt);
}

void TypstText::write(cmark_node* root, std::optional<HeadingLevels> levels) {
  Place outer = std::exchange(place_, Place{});
  place_.root = root;
  place_.levels = std::move(levels);
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) { return visit(kind, node, entering); });
  place_ = std::move(outer);
}

// Text in the document's own words within a text of a contributor.
std::string TypstText::fixed(std::string_view text) const {
  const std::string language(report_.labels().language);
  if (part_->section->language == language) return "#" + words(text) + ";";
  return "#in-language(" + typst_language(language) + ", " + words(text) + ");";
}

void TypstText::call(const char* function, bool entering, const char* behind) {
  if (entering) {
    out_.append("#").append(function).append("[");
  } else {
    out_.append("];").append(behind);
  }
}

bool TypstText::visit(NodeKind kind, cmark_node* node, bool entering) {
  switch (kind) {
    case NodeKind::document:
      return true;
    case NodeKind::note:
      return node == place_.root;
    case NodeKind::quote:
      call("quotation", entering, "\n");
      return true;
    case NodeKind::list:
      list(node, entering);
      return true;
    case NodeKind::item:
      out_ += entering ? "[" : "],\n";
      return true;
    case NodeKind::code_block:
      out_ += "#code-block(" + typst_string(cmark_node_get_literal(node)) + ");\n";
      return true;
    case NodeKind::paragraph:
      return paragraph(node, entering);
    case NodeKind::heading:
      heading(node, entering);
      return true;
    case NodeKind::rule:
      out_ += "#rule();\n";
      return true;
    case NodeKind::table:
      return table(node, entering);
    case NodeKind::header_row:
    case NodeKind::row:
      row(kind, entering);
      return true;
    case NodeKind::cell:
      cell(node, entering);
      return true;
    default:
      return visit_line(kind, node, entering);
  }
}

bool TypstText::visit_line(NodeKind kind, cmark_node* node, bool entering) {
  switch (kind) {
    case NodeKind::text:
      out_ += "#" + words(cmark_node_get_literal(node)) + ";";
      return true;
    case NodeKind::soft_break:
      out_ += ' ';
      return true;
    case NodeKind::line_break:
      out_ += "#linebreak();";
      return true;
    case NodeKind::code:
      out_ += "#code(" + words(cmark_node_get_literal(node)) + ");";
      return true;
    case NodeKind::emphasis:
      call("emph", entering);
      return true;
    case NodeKind::strong:
      call("strong", entering);
      return true;
    case NodeKind::strikethrough:
      call("strike", entering);
      return true;
    case NodeKind::link:
      link(node, entering);
      return true;
    case NodeKind::picture:
      picture(node);
      return true;
    case NodeKind::note_reference:
      note_reference(node);
      return true;
    default:
      return true;
  }
}

bool TypstText::paragraph(cmark_node* node, bool entering) {
  if (node == place_.root) return true;  // a caption
  if (auto* alone = figure_in(*part_, node)) return figure(node, alone), false;
  if (report_.numbered(node) != nullptr) return false;  // with its table
  const bool begins_note = kind_of(cmark_node_parent(node)) == NodeKind::note && cmark_node_previous(node) == nullptr;
  if (begins_note) return true;  // beside the number
  if (stands_closely(node)) {
    auto* next = cmark_node_next(node);
    if (!entering && next != nullptr && kind_of(next) == NodeKind::paragraph) out_ += "#parbreak();";
    return true;
  }
  call(paragraph_function(node), entering, "\n");
  if (!entering && is_top_level(node)) out_ += std::exchange(place_.waiting_figure, "");
  return true;
}

void TypstText::heading(cmark_node* node, bool entering) {
  if (!place_.levels) {
    out_ += entering ? "#par[#strong[" : "];];\n";
    return;
  }
  if (entering) {
    out_ += "#text-heading(" +
            std::to_string(printed_levels_.next(place_.levels->next(cmark_node_get_heading_level(node)))) + ")[";
    return;
  }
  out_ += "];\n";
}

void TypstText::list(cmark_node* node, bool entering) {
  const bool is_short = is_short_list(node);
  if (!entering) {
    out_ += is_short ? ")];\n" : ");\n";
    return;
  }
  if (is_short) out_ += "#short-list[";
  const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  out_ += ordered ? "#enum(start: " + std::to_string(cmark_node_get_list_start(node)) + ", " : "#list(";
  out_ += cmark_node_get_list_tight(node) != 0 ? "tight: true,\n" : "tight: false,\n";
}

// A link to what the document does not have is text only. What a link leads to is printed behind it.
void TypstText::link(cmark_node* node, bool entering) {
  const std::string target = cmark_node_get_url(node);
  const bool inner = target.starts_with('#');
  if (inner && !report_.is_place(std::string_view(target).substr(1))) return;
  if (entering) {
    out_ +=
        inner ? "#inner-link(" + typst_string(target.substr(1)) : "#web-link(" + typst_string(encode_target(target));
    out_ += ")[";
    return;
  }
  out_ += "];";
  if (target.starts_with("http") && text_of(node) != target) out_ += "#address(" + words(target) + ");";
}

void TypstText::note_reference(cmark_node* node) {
  const int number = part_->note_numbers.at(SyntaxTree::note_index(node));
  const auto found = std::ranges::find(report_.notes(), number, &ReportNote::number);
  switch (notes_.at(static_cast<std::size_t>(number - 1))) {
    case NoteState::unseen:
      return note(*found);
    case NoteState::at_foot:
      out_ += "#note-again(\"" + std::to_string(number) + "\", \"" + note_target(number) + "\");";
      return;
    case NoteState::in_line:
      out_ += "#super[" + std::to_string(number) + "];";
      return;
  }
}

void TypstText::note(const ReportNote& note) {
  const std::string number = std::to_string(note.number);
  const bool deep = notes_open_ >= kDeepestNote;
  notes_.at(static_cast<std::size_t>(note.number - 1)) = deep ? NoteState::in_line : NoteState::at_foot;
  ++notes_open_;
  out_ += deep ? "#super[" + number + "];#note-in-line["
               : "#note(\"" + number + "\", \"" + note_target(note.number) + "\")[";
  const ReportPart* outer = std::exchange(part_, note.part);
  write(note.node, std::nullopt);
  part_ = outer;
  out_ += "];";
  --notes_open_;
}

}  // namespace documents
