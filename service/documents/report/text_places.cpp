#include "documents/report/text_places.hpp"

#include <algorithm>
#include <set>

#include "documents/report/captions.hpp"
#include "documents/report/report.hpp"
#include "documents/report/report_charts.hpp"
#include "documents/text/placed_pictures.hpp"

namespace documents {
namespace {

std::string name_of_figure(cmark_node* picture) {
  std::string caption = cmark_node_get_title(picture);
  const auto marks = take_marks(caption);
  return marks.name.empty() ? cmark_node_get_url(picture) : marks.name;
}

std::size_t count_not_drawn(const std::vector<Caption>& captions, const std::string& language) {
  DocumentSection section;
  section.language = language;
  ReportPart part;
  part.section = &section;
  const auto charts = charts_of(part, captions);
  return static_cast<std::size_t>(
      std::ranges::count_if(charts, [](const ReportChart& chart) { return !chart.is_drawn(); }));
}

}  // namespace

TextPlaces places_in(const std::string& markdown, const std::string& language) {
  const SyntaxTree tree(markdown);
  TextPlaces places;
  const auto captions = take_captions(tree);
  for (const auto& caption : captions) {
    if (!caption.marks.name.empty()) places.names.push_back(caption.marks.name);
  }
  std::set<std::string> references;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::picture && is_figure(node)) places.names.push_back(name_of_figure(node));
    if (kind == NodeKind::link && entering && cmark_node_get_url(node)[0] == '#') {
      references.insert(cmark_node_get_url(node));
    }
    return true;
  });
  places.references.assign(references.begin(), references.end());
  places.charts_not_drawn = count_not_drawn(captions, language);
  return places;
}

}  // namespace documents
