#include "documents/report/report_charts.hpp"

#include <algorithm>
#include <optional>

#include "documents/chart/chart_words.hpp"
#include "documents/report/report.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

bool is_line_end(cmark_node* node) {
  const NodeKind kind = kind_of(node);
  return kind == NodeKind::soft_break || kind == NodeKind::line_break;
}

void remove(cmark_node* node) {
  cmark_node_unlink(node);
  cmark_node_free(node);
}

// The kind that the caption names; the mark is gone from it then.
std::optional<std::string> take_mark(cmark_node* caption) {
  cmark_node* last = cmark_node_last_child(caption);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return std::nullopt;
  const std::string literal = cmark_node_get_literal(last);
  const ChartMark mark = find_chart_mark(literal);
  if (mark.begin == std::string_view::npos) return std::nullopt;
  const std::string before = literal.substr(0, mark.begin);
  const std::string_view whole_mark = std::string_view(literal).substr(mark.begin);
  const std::string text = text_of(caption);
  if (is_blank(std::string_view(text).substr(0, text.rfind(whole_mark)))) return std::nullopt;
  if (!before.empty()) {
    cmark_node_set_literal(last, before.c_str());
    return mark.kind;
  }
  remove(last);
  for (last = cmark_node_last_child(caption); last != nullptr && is_line_end(last);
       last = cmark_node_last_child(caption))
    remove(last);
  return mark.kind;
}

TableRows rows_of(cmark_node* table) {
  TableRows rows;
  for (auto* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
    auto& cells = rows.emplace_back();
    for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
      cells.push_back(text_of(cell));
  }
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  for (auto& row : rows) row.resize(columns);
  return rows;
}

}  // namespace

void take_charts(std::vector<ReportChart>& charts, const ReportPart& part) {
  if (!part.tree) return;
  int number = 0;
  for (const auto& chart : charts) number = std::max(number, chart.number);
  std::size_t drawn = 0;
  for (auto* node = cmark_node_first_child(part.tree->root()); node != nullptr; node = cmark_node_next(node)) {
    cmark_node* caption = cmark_node_previous(node);
    if (kind_of(node) != NodeKind::table || caption == nullptr || kind_of(caption) != NodeKind::paragraph) continue;
    const auto kind = take_mark(caption);
    if (!kind) continue;
    ReportChart chart{0, &part, node, text_of(caption), ChartProblem{ChartProblem::Kind::too_many_charts, 0, 0, ""}};
    if (drawn < kMostCharts) chart.content = read_chart(*kind, rows_of(node), part.section->language);
    if (std::holds_alternative<Chart>(chart.content)) {
      chart.number = ++number;
      ++drawn;
    }
    charts.push_back(std::move(chart));
  }
}

ChartDrawing draw_chart(const ReportChart& chart, std::string_view annex) {
  const std::string& language = chart.part->section->language;
  const auto& values = std::get<Chart>(chart.content);
  return draw_chart(values, chart.title, describe_chart(values, annex, language), language);
}

std::string spoken(const ReportChart& chart, std::string_view annex) {
  return chart.title + ". " + describe_chart(std::get<Chart>(chart.content), annex, chart.part->section->language);
}

}  // namespace documents
