#include "documents/chart/chart_words.hpp"

#include "documents/labels/labels.hpp"

namespace documents {
namespace {

const std::string& name_of(ChartKind kind, const ChartLabels& words) {
  return kind == ChartKind::bar ? words.bar : kind == ChartKind::line ? words.line : words.stacked;
}

const std::string& name_of(ChartProblem::Kind kind, const ChartProblemLabels& words) {
  switch (kind) {
    case ChartProblem::Kind::unknown_kind:
      return words.unknown_kind;
    case ChartProblem::Kind::no_number:
      return words.no_number;
    case ChartProblem::Kind::no_numbers:
      return words.no_numbers;
    case ChartProblem::Kind::too_many_series:
      return words.too_many_series;
    case ChartProblem::Kind::too_many_categories:
      return words.too_many_categories;
    case ChartProblem::Kind::too_large:
      return words.too_large;
    case ChartProblem::Kind::mixed_percent:
      return words.mixed_percent;
    case ChartProblem::Kind::negative_stack:
      return words.negative_stack;
    case ChartProblem::Kind::too_many_charts:
      return words.too_many_charts;
  }
  return words.no_number;
}

std::string counted(const std::string& what, std::size_t count) { return "; " + what + ": " + std::to_string(count); }

// "Annex G. " -> "Annex G"
std::string_view without_end(std::string_view annex) { return annex.substr(0, annex.rfind('.')); }

}  // namespace

std::string numbers_in(std::string_view annex, std::string_view language) {
  return (labels_for(language).chart.numbers + ": ").append(without_end(annex));
}

std::string describe_chart(const Chart& chart, std::string_view annex, std::string_view language) {
  const ChartLabels& words = labels_for(language).chart;
  std::string text = name_of(chart.kind, words) + counted(words.series, chart.series.size()) +
                     counted(words.categories, chart.categories.size());
  if (!chart.unit.empty()) text += "; " + words.unit + ": " + chart.unit;
  if (!text.ends_with('.')) text += '.';  // "thous." ends with one
  return annex.empty() ? text : text + " " + numbers_in(annex, language) + ".";
}

std::string explain(const ChartProblem& problem, std::string_view language) {
  const ChartLabels& words = labels_for(language).chart;
  std::string text = words.not_drawn + " " + name_of(problem.kind, words.problems);
  if (problem.row != 0) {
    text.append(": ").append(words.row).append(" " + std::to_string(problem.row) + ", ");
    text.append(words.column).append(" " + std::to_string(problem.column));
  }
  if (!problem.text.empty()) text += " (" + problem.text + ")";
  return text + ".";
}

}  // namespace documents
