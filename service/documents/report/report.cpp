#include "documents/report/report.hpp"

#include <algorithm>

#include "documents/report/spelled.hpp"
#include "documents/text/heading_levels.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/placed_pictures.hpp"
#include "domain/outline_numbers.hpp"

namespace documents {
namespace {

std::string annex_name(const Labels& labels, const std::string& number) {
  return labels.document.annex + " " + number + ". ";
}

ReportPart prepare(const Labels& labels, const DocumentSection& section, std::string number) {
  ReportPart part;
  part.section = &section;
  part.name = section.annex && section.depth == 1 ? annex_name(labels, number) : number + " ";
  part.number = std::move(number);
  part.level = section_level(section.depth);
  if (section.content == ContentKind::text) {
    part.tree = std::make_unique<SyntaxTree>(section.markdown);
    part.note_numbers.assign(part.tree->notes().size(), 0);
  }
  return part;
}

std::string share(const Labels& labels, std::ptrdiff_t some, std::ptrdiff_t all) {
  return spell_number(labels, static_cast<std::uint64_t>(some)) + " / " +
         spell_number(labels, static_cast<std::uint64_t>(all));
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
  }
  contributions_name_ = annex_name(labels_, outline.next(1, true));
  charts_name_ = annex_name(labels_, outline.next(1, true));
  if (tables == ChartTables::behind) {
    for (const auto& part : parts_) take_charts(charts_, part);
  }
  for (std::size_t i = 0; i < charts_.size(); ++i) charts_by_table_[charts_[i].table] = i;
  number_notes();
  number_figures();
}

bool Report::foreign_labels() const { return is_foreign(labels_, document_.language); }

// Numbers follow the reader: first the references in the texts, then those behind them, in the tables of charts, then
// those inside the notes themselves.
void Report::number_notes() {
  for (auto& part : parts_) {
    if (part.tree) count_references(part, part.tree->root());
  }
  for (const auto& chart : charts_) {
    if (chart.is_drawn()) count_references(own(*chart.part), chart.table);
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

void Report::number_figures() {
  int last = 0;
  for (auto& part : parts_) {
    if (!part.tree) continue;
    walk(part.tree->root(), [&](NodeKind kind, cmark_node* node, bool) {
      const bool numbered = kind == NodeKind::picture && is_figure(node) && shown_picture(part, node).file != nullptr;
      if (numbered) part.figures.emplace(node, ++last);
      return true;
    });
  }
}

const ReportPart* Report::find(std::string_view section_id) const {
  const auto found =
      std::ranges::find_if(parts_, [&](const ReportPart& part) { return part.section->id == section_id; });
  return found == parts_.end() ? nullptr : &*found;
}

const ReportChart* Report::chart_at(const cmark_node* table) const {
  const auto found = charts_by_table_.find(table);
  return found == charts_by_table_.end() ? nullptr : &charts_[found->second];
}

bool Report::chart_is_drawn(const cmark_node* table) const {
  const ReportChart* chart = chart_at(table);
  return chart != nullptr && chart->is_drawn();
}

bool Report::has_drawn_charts() const {
  return std::ranges::any_of(charts_, [](const ReportChart& chart) { return chart.is_drawn(); });
}

std::vector<Fact> Report::facts() const {
  const DocumentLabels& words = labels_.document;
  std::string count = spell_number(labels_, document_.words);
  if (document_.word_limit != 0) count += " (" + words.limit + ": " + spell_number(labels_, document_.word_limit) + ")";
  return {{words.forum_date, spell_date(labels_, document_.forum_date)},
          {words.as_of, spell_time(labels_, document_.as_of)},
          {words.selection, document_.select == "approved" ? words.approved : words.latest},
          {words.words, count}};
}

std::vector<Fact> Report::draft_notes() const {
  if (!document_.draft) return {};
  const auto count = [&](auto matches) { return std::ranges::count_if(document_.sections, matches); };
  const auto all = count([](const auto& section) { return section.content != ContentKind::group; });
  const auto gaps = count([](const auto& section) { return section.content == ContentKind::gap; });
  const auto unapproved = count([](const auto& section) {
    return section.content != ContentKind::group && section.content != ContentKind::gap && section.state != "approved";
  });
  std::vector<Fact> notes;
  if (gaps != 0) notes.push_back({labels_.document.draft_gaps, share(labels_, gaps, all)});
  if (unapproved != 0) notes.push_back({labels_.document.draft_unapproved, share(labels_, unapproved, all)});
  return notes;
}

}  // namespace documents
