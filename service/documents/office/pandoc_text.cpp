#include "documents/office/pandoc_text.hpp"

#include <algorithm>
#include <utility>

#include "documents/office/office_levels.hpp"
#include "documents/office/office_marks.hpp"
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
  for (const auto* part : report.parts()) {
    if (!part->tree) continue;
    walk(part->tree->root(), [&](NodeKind kind, cmark_node* node, bool) {
      if (kind == NodeKind::note_reference) {
        found.at(static_cast<std::size_t>(part->note_numbers.at(SyntaxTree::note_index(node)) - 1)) = true;
      }
      return kind != NodeKind::note;
    });
  }
  return found;
}

Json superscript(int number) {
  return pandoc::element("Superscript", Json::array({pandoc::string(std::to_string(number))}));
}

int deepest_level(const Report& report) {
  int deepest = 1;
  for (const auto* part : report.parts()) deepest = std::max(deepest, office_level(part->level));
  return deepest;
}

// A style of its own, so that it has no number and is no entry of the contents. LibreOffice takes those of a Word file
// from the outline, whatever the styles: there it is below all sections. outline: its level in there.
Json unnumbered_heading(int level, int outline, OfficeFormat format) {
  const std::string number = std::to_string(level);
  if (format == OfficeFormat::docx) {
    constexpr int kDeepestInWord = 9;
    return paragraph_mark("<w:pStyle w:val=\"TextHeading" + number + "\"/><w:outlineLvl w:val=\"" +
                              std::to_string(std::min(outline, kDeepestInWord) - 1) + "\"/>",
                          format);
  }
  return paragraph_mark("text:style-name=\"Text_20_Heading_20_" + number + "\" text:is-list-header=\"true\"", format);
}

}  // namespace

PandocText::PandocText(const Report& report, OfficeFormat format, OfficePictures& pictures)
    : report_(report),
      format_(format),
      pictures_(pictures),
      language_(report.document().language, format),
      captions_(report, format, language_),
      deepest_section_(deepest_level(report)),
      below_text_(notes_below_texts(report)),
      written_(report.notes().size(), false) {}

Json PandocText::blocks_of(const ReportPart& part) {
  part_ = &part;
  levels_.emplace(part.level);
  return in_its_language(blocks_inside(part.tree->root()));
}

Json PandocText::in_its_language(Json blocks) const {
  const std::string& language = part_->section->language;
  if (!language_.is_other(language)) return blocks;
  return Json::array(
      {pandoc::block_of({.id = {}, .style = {}, .language = language, .direction = language_.direction_of(language)},
                        std::move(blocks))});
}

Json PandocText::numbers_of(const ReportChart& chart) {
  part_ = chart.part;
  levels_.reset();
  Json out = chart_numbers_caption(report_, chart, language_);
  pandoc::append(out, table(chart.table));
  out.push_back(chart_back_link(report_, chart, captions_));
  return in_its_language(std::move(out));
}

void PandocText::add_paragraph(Json& out, cmark_node* node) {
  if (auto* alone = figure_in(*part_, node)) return pandoc::append(out, figure(alone));
  out.push_back(paragraph(node));
}

Json PandocText::paragraph(cmark_node* node) {
  if (stands_closely(node)) return pandoc::element("Plain", line(node));
  if (!leads_to_table(node)) return pandoc::paragraph(line(node));
  Json caption = line(node);
  if (const Numbered* numbered = report_.numbered(node)) {
    return pandoc::styled("Caption",
                          Json::array({pandoc::paragraph(captions_.caption(*numbered, std::move(caption)))}));
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
  constexpr int kHighest = 2;  // the first level has no style for texts: there are sections or, in a paper, its title
  const int level = std::max(kHighest, office_level(levels_->next(cmark_node_get_heading_level(node))));
  const int outline = deepest_section_ + level - office_level(part_->level);
  Json inlines = Json::array({unnumbered_heading(level, outline, format_)});
  pandoc::append(inlines, line(node));
  return pandoc::heading(level, "", std::move(inlines));
}

Json PandocText::rule() { return pandoc::element("HorizontalRule"); }

Json PandocText::item(cmark_node* node) { return blocks_inside(node); }

void PandocText::add_table(Json& out, cmark_node* node) {
  const ReportChart* marked = report_.chart_at(node);
  pandoc::append(out, marked != nullptr ? chart(*marked) : table(node));
}

Json PandocText::table(cmark_node* node) { return office_table(read_table(node), format_); }

Json PandocText::cell(cmark_node* node) { return line(node); }

Json PandocText::line(cmark_node* parent) { return language_.line(part_->section->language, inlines(parent)); }

// In the language of the fixed words.
Json PandocText::fixed(const std::string& text) const {
  return language_.line(report_.labels().language, pandoc::words(text));
}

Json PandocText::figure(cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  Json words = language_.line(part_->section->language, pandoc::words(shown.caption));
  return pictures_.figure(office_picture(*part_, shown), captions_.caption(*report_.numbered(node), std::move(words)));
}

void PandocText::add_picture(Json& out, cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  if (shown.file == nullptr) return pandoc::append(out, fixed(missing_picture(report_.labels(), shown)));
  out.push_back(pictures_.in_line(office_picture(*part_, shown)));
}

// A link to a section that the document does not have is text only.
void PandocText::add_link(Json& out, cmark_node* node) {
  const std::string target = cmark_node_get_url(node);
  if (target.starts_with('#') && !report_.is_place(std::string_view(target).substr(1))) {
    return pandoc::append(out, inlines(node));
  }
  Json shown = inlines(node);
  if (const Numbered* numbered = target.starts_with('#') ? report_.numbered_with_id(target.substr(1)) : nullptr) {
    shown = captions_.reference(*numbered, std::move(shown));
  }
  out.push_back(pandoc::link(encode_target(target), std::move(shown)));
}

void PandocText::add_note(Json& out, cmark_node* reference) { out.push_back(note_mark(reference)); }

Json PandocText::note_mark(cmark_node* reference) {
  const int number = part_->note_numbers.at(SyntaxTree::note_index(reference));
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
  Json out = blocks_inside(note.node);
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    const int number = waiting_[i];
    out.push_back(pandoc::paragraph(Json::array({superscript(number)})));
    pandoc::append(out, blocks_inside(report_.notes()[static_cast<std::size_t>(number - 1)].node));
  }
  waiting_.clear();
  inside_note_ = false;
  levels_ = std::move(levels);
  return out;
}

}  // namespace documents
