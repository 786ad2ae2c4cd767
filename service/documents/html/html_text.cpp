#include "documents/html/html_text.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <utility>

#include "documents/html/html_charts.hpp"
#include "documents/html/html_language.hpp"
#include "documents/html/html_picture.hpp"
#include "documents/picture/picture.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/html_escape.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

constexpr int kMostBackLinks = 20;  // a note that is mentioned more often leads back to its first references

}  // namespace

void HtmlText::write_part(const ReportPart& part) {
  part_ = &part;
  levels_.emplace(part.level);
  write(part.tree->root());
}

void HtmlText::write_numbers(const ReportChart& chart) {
  part_ = chart.part;
  levels_.reset();
  write(chart.table);
}

void HtmlText::write_note(const ReportNote& note) {
  part_ = note.part;
  levels_.reset();
  const std::string id = note_id(report_, note.number);
  out_ += "<li id=\"" + id + "\"" + part_language(part_->section->language, report_.document().language) + ">";
  write(note.node);
  constexpr std::string_view kEnd = "</p>\n";
  const bool inside = std::string_view(out_).ends_with(kEnd);
  if (inside) out_.resize(out_.size() - kEnd.size());
  out_ += inside ? " " : "<p>";
  back_links(note);
  out_ += "</p></li>\n";
}

void HtmlText::back_links(const ReportNote& note) {
  const std::string number = std::to_string(note.number);
  for (int i = 1; i <= std::min(note.references, kMostBackLinks); ++i) {
    const std::string at = i == 1 ? "" : "." + std::to_string(i);
    out_ += (i == 1 ? "" : " ");
    out_ += "<a class=\"back\" href=\"#" + note_reference_id(report_, note.number, i) + "\" aria-label=\"";
    append_escaped(out_, report_.labels().document.back_to_reference);
    out_ += " " + number + at + "\"";
    out_ += fixed_lang() + ">\u21A9\uFE0E" + (i == 1 ? "" : "<sup>" + std::to_string(i) + "</sup>") + "</a>";
  }
}

// Where the fixed words are in another language than the text.
std::string HtmlText::fixed_lang() const { return part_language(report_.labels().language, part_->section->language); }

void HtmlText::write(cmark_node* root) {
  root_ = root;
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) { return visit(kind, node, entering); });
}

void HtmlText::tag(const char* name, bool entering, bool line) {
  out_ += entering ? "<" : "</";
  out_ += name;
  out_ += line ? ">\n" : ">";
}

bool HtmlText::visit(NodeKind kind, cmark_node* node, bool entering) {
  switch (kind) {
    case NodeKind::document:
      return true;
    case NodeKind::note:
      return node == root_;
    case NodeKind::quote:
      tag("blockquote", entering, true);
      return true;
    case NodeKind::list:
      list(node, entering);
      return true;
    case NodeKind::item:
      tag("li", entering, !entering);
      return true;
    case NodeKind::code_block:
      code_block(node);
      return true;
    case NodeKind::paragraph:
      if (auto* alone = figure_in(*part_, node)) return figure(alone), false;
      if (node != caption_ && report_.numbered(node) != nullptr) return false;  // with its table
      paragraph(node, entering);
      return true;
    case NodeKind::heading:
      heading(node, entering);
      return true;
    case NodeKind::rule:
      out_ += "<hr>\n";
      return true;
    case NodeKind::table:
      if (entering) return begin_table(node);
      end_table(node);
      return true;
    case NodeKind::header_row:
    case NodeKind::row:
      row(node, entering);
      return true;
    case NodeKind::cell:
      cell(node, entering);
      return true;
    case NodeKind::text:
      append_escaped(out_, cmark_node_get_literal(node));
      return true;
    case NodeKind::soft_break:
      out_ += '\n';
      return true;
    case NodeKind::line_break:
      out_ += "<br>\n";
      return true;
    case NodeKind::code:
      out_ += "<code>" + escaped(cmark_node_get_literal(node)) + "</code>";
      return true;
    case NodeKind::emphasis:
      tag("em", entering);
      return true;
    case NodeKind::strong:
      tag("strong", entering);
      return true;
    case NodeKind::strikethrough:
      tag("del", entering);
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
  }
  return true;
}

void HtmlText::paragraph(cmark_node* node, bool entering) {
  if (node == caption_) return;
  if (stands_closely(node)) {  // without <p>
    if (!entering) out_ += '\n';
    return;
  }
  tag("p", entering, !entering);
}

void HtmlText::heading(cmark_node* node, bool entering) {
  if (!levels_) {
    out_ += entering ? "<p><strong>" : "</strong></p>\n";
    return;
  }
  if (entering) level_ = levels_->next(cmark_node_get_heading_level(node));
  tag(("h" + std::to_string(level_)).c_str(), entering, !entering);
}

void HtmlText::list(cmark_node* node, bool entering) {
  const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  const int start = cmark_node_get_list_start(node);
  if (entering && ordered && start != 1) {
    out_ += "<ol start=\"" + std::to_string(start) + "\">\n";
    return;
  }
  tag(ordered ? "ol" : "ul", entering, true);
}

void HtmlText::code_block(cmark_node* node) {
  out_ += "<pre><code>";
  append_escaped(out_, cmark_node_get_literal(node));
  out_ += "</code></pre>\n";
}

bool HtmlText::begin_table(cmark_node* node) {
  const Numbered* numbered = node == root_ ? nullptr : report_.numbered(node);
  if (const ReportChart* chart = report_.chart_at(node); chart != nullptr && node != root_) {
    if (chart->is_drawn()) return append_chart(out_, report_, *chart, caption(*numbered)), false;
    append_chart_remark(out_, report_, *chart);
  }
  if (numbered == nullptr) {
    out_ += "<div class=\"table\"><table>\n";
  } else {
    out_ += "<div class=\"table\" id=\"" + numbered_id(report_, *numbered) + "\"><table>\n<caption>" +
            caption(*numbered) + "</caption>\n";
  }
  return true;
}

void HtmlText::end_table(cmark_node* node) {
  if (cmark_node_first_child(node) != cmark_node_last_child(node)) out_ += "</tbody>\n";
  out_ += "</table></div>\n";
}

std::string HtmlText::caption(const Numbered& numbered) {
  std::string html =
      "<span class=\"number\"" + fixed_lang() + ">" + escaped(caption_name(report_.labels(), numbered)) + "</span>";
  if (numbered.caption == nullptr) return html + escaped(numbered.title);
  std::swap(html, out_);
  caption_ = numbered.caption;
  auto* const root = std::exchange(root_, numbered.caption);
  walk(root_, [&](NodeKind kind, cmark_node* node, bool entering) { return visit(kind, node, entering); });
  root_ = root;
  caption_ = nullptr;
  std::swap(html, out_);
  return html;
}

void HtmlText::row(cmark_node* node, bool entering) {
  const bool header = kind_of(node) == NodeKind::header_row;
  column_ = 0;
  if (!entering) {
    out_ += header ? "</tr></thead>\n" : "</tr>\n";
    return;
  }
  const bool first = !header && kind_of(cmark_node_previous(node)) == NodeKind::header_row;
  out_ += header ? "<thead><tr>" : first ? "<tbody>\n<tr>" : "<tr>";
}

void HtmlText::cell(cmark_node* node, bool entering) {
  cmark_node* parent = cmark_node_parent(node);
  cmark_node* whole = cmark_node_parent(parent);
  // A column without a name has no header cell.
  const bool header = kind_of(parent) == NodeKind::header_row && shows_something(node);
  if (!entering) {
    out_ += header ? "</th>" : "</td>";
    return;
  }
  out_ += header ? "<th scope=\"col\"" : "<td";
  if (column_ < cmark_gfm_extensions_get_table_columns(whole)) {
    const auto alignment = cmark_gfm_extensions_get_table_alignments(whole)[column_++];
    if (alignment == 'r') out_ += " class=\"right\"";
    if (alignment == 'c') out_ += " class=\"center\"";
  }
  out_ += '>';
}

// A link to what the document does not have is text only.
void HtmlText::link(cmark_node* node, bool entering) {
  const std::string target = cmark_node_get_url(node);
  if (target.starts_with('#') && !report_.is_place(std::string_view(target).substr(1))) return;
  if (!entering) {
    out_ += "</a>";
    return;
  }
  out_ += "<a href=\"" + escaped(encode_target(target)) + "\"";
  if (text_of(node) == target) out_ += " class=\"address\"";
  out_ += '>';
}

// A picture is within the page wherever it stands. The first time costs what is kept of it anyway;
// of what stands there again only so much.
void HtmlText::image(const ShownPicture& shown) {
  const bool again = !drawn_.insert(shown.file).second;
  if (!again || image_size(shown) <= repeated_left_) {
    if (again) repeated_left_ -= image_size(shown);
    return write_image(out_, shown, embedded_source(*shown.file));
  }
  const std::string& words = shown.alternative.empty() ? shown.name : shown.alternative;
  out_ += "<span class=\"missing\">[" + escaped(words) + "]</span>";
}

void HtmlText::picture(cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  if (shown.file != nullptr) return image(shown);
  out_ +=
      "<span class=\"missing\"" + fixed_lang() + ">" + escaped(missing_picture(report_.labels(), shown)) + "</span>";
}

void HtmlText::figure(cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  const Numbered& numbered = *report_.numbered(node);
  out_ +=
      "<figure id=\"" + numbered_id(report_, numbered) + "\">\n<figcaption>" + caption(numbered) + "</figcaption>\n";
  image(shown);
  out_ += "\n</figure>\n";
}

void HtmlText::note_reference(cmark_node* node) {
  const int number = part_->note_numbers.at(SyntaxTree::note_index(node));
  const int occurrence = ++seen_.at(static_cast<std::size_t>(number - 1));
  out_ += "<sup><a class=\"note\" id=\"" + note_reference_id(report_, number, occurrence) + "\" href=\"#" +
          note_id(report_, number) + "\" role=\"doc-noteref\">" + std::to_string(number) + "</a></sup>";
}

}  // namespace documents
