#include "documents/report/report.hpp"

#include <algorithm>
#include <iterator>

#include "documents/labels/filled.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/report/plan_tables.hpp"
#include "documents/report/spelled.hpp"
#include "documents/report/table_tree.hpp"
#include "documents/text/heading_levels.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/placed_pictures.hpp"

namespace documents {
namespace {

std::string annex_name(const Labels& labels, const std::string& number) {
  return filled(labels.document.numbered_annex, {{"number", number}}) + ". ";
}

ReportPart prepare(const Labels& labels, const DocumentSection& section, std::string number) {
  ReportPart part;
  part.section = &section;
  if (section.annex) number = spell_annex(labels, number);
  part.name = section.annex && section.depth == 1 ? annex_name(labels, number) : number + " ";
  part.number = std::move(number);
  part.level = section_level(section.depth);
  if (section.content == ContentKind::text) {
    part.tree = tree_with_table(section.markdown, section.table);
    part.note_numbers.assign(part.tree->notes().size(), 0);
  }
  return part;
}

}  // namespace

domain::Message place_of(const ReportPart& part, const ShownPicture& picture) {
  return domain::say("the picture '{0}' of the section '{1}'", picture.name, part.section->id);
}

ShownPicture shown_picture(const ReportPart& part, cmark_node* picture) {
  ShownPicture shown{nullptr, cmark_node_get_url(picture), alternative_of(picture), cmark_node_get_title(picture), 0};
  const auto& files = part.section->pictures;
  const auto file = std::ranges::find(files, shown.name, &DocumentPicture::name);
  if (file != files.end()) shown.file = &*file;
  if (const auto number = part.figures.find(picture); number != part.figures.end()) shown.figure = number->second;
  return shown;
}

cmark_node* figure_in(const ReportPart& part, cmark_node* paragraph) {
  cmark_node* only = cmark_node_first_child(paragraph);
  return part.figures.contains(only) ? only : nullptr;
}

Report::Report(const Document& document, ChartTables tables)
    : document_(document), labels_(labels_for(document.language)) {
  domain::OutlineNumbers outline;
  parts_.reserve(document.sections.size());
  for (const auto& section : document.sections) {
    parts_.push_back(prepare(labels_, section, outline.next(section.depth, section.annex)));
    if (document.letter) parts_.back().level = 1;  // its title is that of the letter, above its texts
    if (is_shown(parts_.back())) shown_.push_back(&parts_.back());
  }
  for (auto& part : parts_) {
    if (part.tree) number(part, tables);
  }
  for (std::size_t i = 0; i < charts_.size(); ++i) charts_by_table_[charts_[i].table] = i;
  for (const auto kind : {CaptionKind::table, CaptionKind::figure}) {
    for (const auto* numbered : numbered_of(kind)) numbered_by_id_[numbered_id(*this, *numbered)] = numbered;
  }
  for (const auto* part : shown_) {
    if (part->tree) resolve_references(*part);
  }
  if (!document.is_part()) make_annexes(outline);
  number_notes();
}

// One that would be empty is not there, save that of the contributions.
void Report::make_annexes(domain::OutlineNumbers& outline) {
  const Annexes& wanted = document_.annexes;
  const auto add = [&](const char* kind, const std::string& title) {
    const std::string name = annex_name(labels_, spell_annex(labels_, outline.next(1, true)));
    made_annexes_.push_back({kind, free_id(*this, kind), name, title});
  };
  if (wanted.contributions) add("contributions", labels_.document.contributions);
  if (wanted.plan && !document_.plan.empty()) {
    add_table_annex("plan", labels_.papers.plan, plan_table(labels_, document_.plan), outline.next(1, true));
  }
  if (wanted.assistance && !document_.assistance.empty()) {
    add_table_annex("assistance", labels_.papers.assistance, assistance_table(labels_, document_.assistance),
                    outline.next(1, true));
  }
  const bool drawn = std::ranges::any_of(charts_, &ReportChart::is_drawn);
  if (drawn && wanted.chart_numbers) add("charts", labels_.chart.title);
}

// As if it were a section of the format.
void Report::add_table_annex(const char* kind, const std::string& title, WordTable table, std::string number) {
  auto section = std::make_unique<DocumentSection>();
  section->id = free_id(*this, kind);
  section->annex = true;
  section->title = title;
  section->title_language = labels_.language;
  section->content = ContentKind::text;
  section->language = labels_.language;
  section->table = std::move(table);
  ReportPart part = prepare(labels_, *section, std::move(number));
  const std::string name = part.name;
  made_annexes_.push_back({kind, section->id, name, title, std::move(section), std::move(part)});
}

const std::string& Report::name_of_annex(std::string_view kind) const {
  static const std::string none;
  const auto found = std::ranges::find(made_annexes_, kind, &MadeAnnex::kind);
  return found == made_annexes_.end() ? none : found->name;
}

bool Report::foreign_labels() const { return is_foreign(labels_, document_.language); }

// Numbers follow the reader: first the references in the texts, then those behind them, in the tables of charts, then
// those inside the notes themselves.
void Report::number_notes() {
  for (const auto* part : shown_) {
    if (part->tree) count_references(own(*part), part->tree->root());
  }
  for (const auto& chart : charts_) {
    if (chart.is_drawn() && !charts_name().empty()) count_references(own(*chart.part), chart.table);
  }
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    count_references(own(*notes_[i].part), notes_[i].node);
  }
}

void Report::count_references(ReportPart& part, cmark_node* root) {
  if (part.note_numbers.empty()) return;
  walk(root, [&](NodeKind kind, cmark_node* node, bool) {
    if (kind == NodeKind::note) return node == root;
    if (kind == NodeKind::table && node != root && chart_is_drawn(node)) return false;
    if (kind != NodeKind::note_reference) return true;
    const std::size_t index = SyntaxTree::note_index(node);
    int& number = part.note_numbers.at(index);
    if (number == 0) {
      number = static_cast<int>(notes_.size()) + 1;
      notes_.push_back({number, &part, part.tree->notes()[index], 0});
    }
    ++notes_[static_cast<std::size_t>(number - 1)].references;
    return true;
  });
}

// One after the other as they stand in the text.
void Report::number(ReportPart& part, ChartTables tables) {
  const auto captions = take_captions(*part.tree);
  auto charts = charts_of(part, captions);
  walk(part.tree->root(), [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::picture && is_figure(node) && shown_picture(part, node).file != nullptr) {
      std::string title = cmark_node_get_title(node);
      auto marks = take_marks(title);
      cmark_node_set_title(node, title.c_str());
      if (marks.name.empty()) marks.name = cmark_node_get_url(node);
      part.figures[node] = numbering_.add({CaptionKind::figure, 0, marks.name, &part, node, nullptr, title});
    }
    if (kind != NodeKind::table || !entering) return true;
    const auto caption = std::ranges::find(captions, node, &Caption::table);
    if (caption == captions.end()) return true;
    const auto chart = std::ranges::find(charts, node, &ReportChart::table);
    const bool drawn = chart != charts.end() && chart->is_drawn();
    const int number = numbering_.add({drawn ? CaptionKind::figure : CaptionKind::table, 0, caption->marks.name, &part,
                                       node, caption->paragraph, text_of(caption->paragraph)});
    if (drawn) chart->number = number;
    return true;
  });
  if (tables == ChartTables::behind && is_shown(part)) std::ranges::move(charts, std::back_inserter(charts_));
}

bool Report::is_shown(const ReportPart& part) const {
  return !document_.is_part() || document_.shown.contains(part.section->id);
}

std::vector<const Numbered*> Report::numbered_of(CaptionKind kind) const {
  std::vector<const Numbered*> found;
  for (const auto& numbered : numbering_.of(kind)) {
    if (is_shown(*numbered.part)) found.push_back(&numbered);
  }
  return found;
}

const Numbered* Report::numbered_with_id(std::string_view id) const {
  const auto found = numbered_by_id_.find(id);
  return found == numbered_by_id_.end() ? nullptr : found->second;
}

const ReportPart* Report::find(std::string_view section_id) const {
  const auto found =
      std::ranges::find_if(shown_, [&](const ReportPart* part) { return part->section->id == section_id; });
  return found == shown_.end() ? nullptr : *found;
}

const ReportChart* Report::chart_at(const cmark_node* table) const {
  const auto found = charts_by_table_.find(table);
  return found == charts_by_table_.end() ? nullptr : &charts_[found->second];
}

bool Report::chart_is_drawn(const cmark_node* table) const {
  const ReportChart* chart = chart_at(table);
  return chart != nullptr && chart->is_drawn();
}

}  // namespace documents
