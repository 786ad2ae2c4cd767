#include "documents/chart/chart_words.hpp"

#include <array>

#include "domain/language.hpp"

namespace documents {
namespace {

struct ChartWords {
  std::string_view title;
  std::string_view bar, line, stacked;
  std::string_view series, categories, numbers;
  std::string_view not_drawn, row, column;
  std::array<std::string_view, 9> problems;  // by ChartProblem::Kind
};

constexpr ChartWords kEnglish{.title = "Figures behind the charts",
                              .bar = "Bar chart",
                              .line = "Line chart",
                              .stacked = "Stacked bar chart",
                              .series = "series",
                              .categories = "categories",
                              .numbers = "Numbers",
                              .not_drawn = "This table cannot be drawn as a chart.",
                              .row = "row",
                              .column = "column",
                              .problems = {"The kinds are bar, line and stacked", "No number", "It holds no numbers",
                                           "More than 8 columns of numbers", "More than 40 rows",
                                           "A number is too large", "Some numbers have a percent sign, others do not",
                                           "Negative numbers cannot be stacked", "More than 12 charts in one text"}};

constexpr ChartWords kRussian{
    .title = "Данные к диаграммам",
    .bar = "Столбчатая диаграмма",
    .line = "Линейная диаграмма",
    .stacked = "Столбчатая диаграмма с накоплением",
    .series = "рядов",
    .categories = "категорий",
    .numbers = "Числа",
    .not_drawn = "Эту таблицу нельзя изобразить в виде диаграммы.",
    .row = "строка",
    .column = "столбец",
    .problems = {"Возможны виды bar, line и stacked", "Не число", "В ней нет чисел", "Больше 8 столбцов с числами",
                 "Больше 40 строк", "Слишком большое число", "Знак процента стоит не у всех чисел",
                 "Отрицательные числа нельзя накапливать", "Больше 12 диаграмм в одном тексте"}};

constexpr ChartWords kTurkmen{
    .title = "Diagrammalaryň sanlary",
    .bar = "Sütünli diagramma",
    .line = "Çyzykly diagramma",
    .stacked = "Toplanan sütünli diagramma",
    .series = "hatar",
    .categories = "kategoriýa",
    .numbers = "Sanlar",
    .not_drawn = "Bu tablisany diagramma görnüşinde çyzyp bolmaýar.",
    .row = "setir",
    .column = "sütün",
    .problems = {"Görnüşleri: bar, line, stacked", "San däl", "Onda san ýok", "Sanly sütünler 8-den köp",
                 "Setirler 40-dan köp", "San örän uly", "Göterim belgisi ähli sanlarda ýok",
                 "Otrisatel sanlary toplap bolmaýar", "Bir tekstde 12-den köp diagramma bar"}};

const ChartWords& words_in(std::string_view language) {
  const auto primary = domain::primary_language(language);
  if (primary == "ru") return kRussian;
  if (primary == "tk") return kTurkmen;
  return kEnglish;
}

std::string_view name_of(ChartKind kind, const ChartWords& words) {
  return kind == ChartKind::bar ? words.bar : kind == ChartKind::line ? words.line : words.stacked;
}

std::string counted(std::string_view what, std::size_t count) {
  return "; " + std::string(what) + ": " + std::to_string(count);
}

// "Annex G. " -> "Annex G"
std::string_view without_end(std::string_view annex) { return annex.substr(0, annex.rfind('.')); }

}  // namespace

std::string_view charts_title(std::string_view language) { return words_in(language).title; }

std::string numbers_in(std::string_view annex, std::string_view language) {
  return std::string(words_in(language).numbers).append(": ").append(without_end(annex));
}

std::string describe_chart(const Chart& chart, std::string_view annex, std::string_view language) {
  const ChartWords& words = words_in(language);
  return std::string(name_of(chart.kind, words)) + counted(words.series, chart.series.size()) +
         counted(words.categories, chart.categories.size()) + ". " + numbers_in(annex, language) + ".";
}

std::string explain(const ChartProblem& problem, std::string_view language) {
  const ChartWords& words = words_in(language);
  std::string text = std::string(words.not_drawn) + " ";
  text += words.problems.at(static_cast<std::size_t>(problem.kind));
  if (problem.row != 0) {
    text.append(": ").append(words.row).append(" " + std::to_string(problem.row) + ", ");
    text.append(words.column).append(" " + std::to_string(problem.column));
  }
  if (!problem.text.empty()) text += " (" + problem.text + ")";
  return text + ".";
}

}  // namespace documents
