#include "documents/office/pandoc_text.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <utility>

#include "documents/office/office_levels.hpp"
#include "documents/office/pandoc_charts.hpp"
#include "documents/office/pandoc_table.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"

namespace documents {

using pandoc::Json;

namespace {

// What names a table stays on its page.
bool leads_to_table(cmark_node* paragraph) {
  cmark_node* next = cmark_node_next(paragraph);
  return next != nullptr && kind_of(next) == NodeKind::table;
}

// As large as on a screen, 96 pixels an inch, but never larger than the text of a page.
Picture office_picture(const ReportPart& part, const ShownPicture& shown) {
  constexpr double kTenthsOfPixel = 254.0 / 96;
  constexpr double kWidest = 1600;
  constexpr double kHighest = 2000;
  const auto& file = *shown.file;
  const double width = static_cast<double>(file.width) * kTenthsOfPixel;
  const double height = static_cast<double>(file.height) * kTenthsOfPixel;
  const double shrink = std::min({1.0, kWidest / width, kHighest / height});
  const auto tenths = [&](double length) { return std::max(1, static_cast<int>(length * shrink)); };
  return {kind_of_media_type(file.media_type).value_or(PictureKind::png),
          file.content ? *file.content : "",
          shown.alternative,
          tenths(width),
          tenths(height),
          place_of(part, shown)};
}

std::vector<bool> notes_below_texts(const Report& report) {
  std::vector<bool> found(report.notes().size(), false);
  for (const auto& part : report.parts()) {
    if (!part.tree) continue;
    walk(part.tree->root(), [&](NodeKind kind, cmark_node* node, bool) {
      if (kind == NodeKind::note_reference) {
        found.at(static_cast<std::size_t>(part.note_numbers.at(SyntaxTree::note_index(node)) - 1)) = true;
      }
      return kind != NodeKind::note;
    });
  }
  return found;
}

Json superscript(int number) {
  return pandoc::element("Superscript", Json::array({pandoc::string(std::to_string(number))}));
}

}  // namespace

PandocText::PandocText(const Report& report, OfficeFormat format, OfficePictures& pictures)
    : report_(report),
      format_(format),
      pictures_(pictures),
      language_(report.document().language, format),
      below_text_(notes_below_texts(report)),
      written_(report.notes().size(), false) {}

Json PandocText::blocks_of(const ReportPart& part) {
  part_ = &part;
  levels_.emplace(part.level);
  return in_its_language(blocks(part.tree->root()));
}

Json PandocText::in_its_language(Json blocks) const {
  const std::string& language = part_->section->language;
  if (!language_.is_other(language)) return blocks;
  return Json::array({pandoc::block_of({.id = {}, .style = {}, .language = language}, std::move(blocks))});
}

Json PandocText::numbers_of(const ReportChart& chart) {
  part_ = chart.part;
  levels_.reset();
  Json out = chart_numbers_caption(report_, chart, language_);
  pandoc::append(out, table(chart.table));
  out.push_back(chart_back_link(report_, chart, language_));
  return in_its_language(std::move(out));
}

Json PandocText::blocks(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) block(out, node);
  return out;
}

void PandocText::block(Json& out, cmark_node* node) {
  switch (kind_of(node)) {
    case NodeKind::paragraph:
      if (auto* alone = figure_in(*part_, node)) return pandoc::append(out, figure(alone));
      return out.push_back(paragraph(node));
    case NodeKind::heading:
      return out.push_back(heading(node));
    case NodeKind::quote:
      return out.push_back(pandoc::element("BlockQuote", blocks(node)));
    case NodeKind::list:
      return out.push_back(list(node));
    case NodeKind::code_block:
      return out.push_back(pandoc::code_block(cmark_node_get_literal(node)));
    case NodeKind::rule:
      return out.push_back(pandoc::element("HorizontalRule"));
    case NodeKind::table:
      if (const ReportChart* marked = report_.chart_at(node)) return pandoc::append(out, chart(*marked));
      return pandoc::append(out, table(node));
    default:
      return;  // the footnotes come where they are referred to
  }
}

Json PandocText::paragraph(cmark_node* node) {
  if (stands_closely(node)) return pandoc::element("Plain", line(node));
  if (!leads_to_table(node)) return pandoc::paragraph(line(node));
  Json caption = line(node);
  if (const ReportChart* chart = report_.chart_at(cmark_node_next(node)); chart != nullptr && chart->is_drawn()) {
    caption =
        Json::array({pandoc::span({.id = chart_id(report_, chart->number), .style = {}, .language = {}}, caption)});
  }
  return pandoc::block_of({.id = {}, .style = "Lead", .language = {}},
                          Json::array({pandoc::paragraph(std::move(caption))}));
}

// Instead of its table, or in front of it.
Json PandocText::chart(const ReportChart& chart) {
  Json out = chart_blocks(report_, chart, language_, pictures_);
  if (!chart.is_drawn()) pandoc::append(out, table(chart.table));
  return out;
}

Json PandocText::heading(cmark_node* node) {
  if (!levels_) return pandoc::paragraph(Json::array({pandoc::element("Strong", line(node))}));
  return pandoc::heading(office_level(levels_->next(cmark_node_get_heading_level(node))), "", line(node));
}

Json PandocText::list(cmark_node* node) {
  Json items = Json::array();
  for (auto* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item))
    items.push_back(blocks(item));
  if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
    return pandoc::ordered_list(cmark_node_get_list_start(node), std::move(items));
  }
  return pandoc::element("BulletList", std::move(items));
}

Json PandocText::table(cmark_node* node) {
  pandoc::Table table;
  const auto* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (int i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i)
    table.alignments.push_back(static_cast<char>(alignments[i]));
  for (auto* line = cmark_node_first_child(node); line != nullptr; line = cmark_node_next(line)) {
    if (kind_of(line) == NodeKind::header_row) {
      table.header = row(line);
    } else {
      table.rows.push_back(row(line));
    }
  }
  return office_table(std::move(table), format_);
}

std::vector<pandoc::TableCell> PandocText::row(cmark_node* node) {
  std::vector<pandoc::TableCell> cells;
  for (auto* cell = cmark_node_first_child(node); cell != nullptr; cell = cmark_node_next(cell))
    cells.push_back(text_cell(line(cell), text_of(cell)));
  return cells;
}

Json PandocText::line(cmark_node* parent) { return language_.line(part_->section->language, inlines(parent)); }

Json PandocText::inlines(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
    inline_element(out, node);
  return out;
}

void PandocText::inline_element(Json& out, cmark_node* node) {
  switch (kind_of(node)) {
    case NodeKind::text:
      return pandoc::append(out, pandoc::words(cmark_node_get_literal(node)));
    case NodeKind::soft_break:
      return out.push_back(pandoc::element("SoftBreak"));
    case NodeKind::line_break:
      return out.push_back(pandoc::element("LineBreak"));
    case NodeKind::code:
      return out.push_back(pandoc::code(cmark_node_get_literal(node)));
    case NodeKind::emphasis:
      return out.push_back(pandoc::element("Emph", inlines(node)));
    case NodeKind::strong:
      return out.push_back(pandoc::element("Strong", inlines(node)));
    case NodeKind::strikethrough:
      return out.push_back(pandoc::element("Strikeout", inlines(node)));
    case NodeKind::link:
      return link(out, node);
    case NodeKind::picture:
      return picture(out, node);
    case NodeKind::note_reference:
      return out.push_back(note_reference(node));
    default:
      return pandoc::append(out, inlines(node));
  }
}

// In the language of the fixed words.
Json PandocText::fixed(const std::string& text) const {
  return language_.line(report_.labels().language, pandoc::words(text));
}

Json PandocText::figure(cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  Json caption = fixed(figure_name(report_.labels(), shown));
  pandoc::append(caption, language_.line(part_->section->language, pandoc::words(shown.caption)));
  return pictures_.figure(office_picture(*part_, shown), std::move(caption));
}

void PandocText::picture(Json& out, cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  if (shown.file == nullptr) return pandoc::append(out, fixed(missing_picture(report_.labels(), shown)));
  out.push_back(pictures_.in_line(office_picture(*part_, shown)));
}

// A link to a section that the document does not have is text only.
void PandocText::link(Json& out, cmark_node* node) {
  const std::string target = cmark_node_get_url(node);
  if (target.starts_with('#') && report_.find(std::string_view(target).substr(1)) == nullptr) {
    return pandoc::append(out, inlines(node));
  }
  out.push_back(pandoc::link(encode_target(target), inlines(node)));
}

Json PandocText::note_reference(cmark_node* node) {
  const int number = part_->note_numbers.at(SyntaxTree::note_index(node));
  const auto index = static_cast<std::size_t>(number - 1);
  const std::string first = note_reference_id(report_, number, 1);
  if (written_[index] || inside_note_) {
    if (below_text_[index]) return pandoc::link("#" + first, Json::array({superscript(number)}));
    if (!written_[index]) waiting_.push_back(number);
    written_[index] = true;
    return superscript(number);
  }
  written_[index] = true;
  const ReportNote& note = report_.notes()[index];
  Json mark = pandoc::element("Note", note_blocks(note));
  if (note.references == 1) return mark;
  return pandoc::span({.id = first, .style = {}, .language = {}}, Json::array({std::move(mark)}));
}

Json PandocText::note_blocks(const ReportNote& note) {
  auto levels = std::exchange(levels_, std::nullopt);
  inside_note_ = true;
  Json out = blocks(note.node);
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const int number = waiting_[i];
    out.push_back(pandoc::paragraph(Json::array({superscript(number)})));
    pandoc::append(out, blocks(report_.notes()[static_cast<std::size_t>(number - 1)].node));
  }
  waiting_.clear();
  inside_note_ = false;
  levels_ = std::move(levels);
  return out;
}

}  // namespace documents
