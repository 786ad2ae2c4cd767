// Pictures and charts of a text.
#include <string>
#include <utility>
#include <variant>

#include "documents/chart/chart_words.hpp"
#include "documents/pdf/page_blocks.hpp"
#include "documents/pdf/typst_text.hpp"
#include "documents/report/html_ids.hpp"

namespace documents {
namespace {

constexpr double kHighestInPlace = 75;  // millimetres; what is higher would leave a hole where it does not fit

}  // namespace

void TypstText::picture(cmark_node* node) {
  const auto shown = shown_picture(*part_, node);
  if (shown.file == nullptr) {
    out_ += "#missing[" + fixed(missing_picture(report_.labels(), shown)) + "];";
    return;
  }
  const std::string& spoken = shown.alternative.empty() ? shown.name : shown.alternative;
  out_ += "#picture(" + typst_string(files_.name_of(*part_, shown)) + ", " +
          std::to_string(paper_size(*shown.file, place_.room).width) + ", " + typst_string(spoken) + ");";
}

void TypstText::figure(cmark_node* node, cmark_node* alone) {
  const auto shown = shown_picture(*part_, alone);
  const PaperSize size = paper_size(*shown.file, place_.room);
  const std::string& spoken = shown.alternative.empty() ? shown.name : shown.alternative;
  const Numbered& numbered = *report_.numbered(alone);
  const std::size_t begin = out_.size();
  out_ += "#picture-figure(";
  caption(numbered);
  out_ += ", " + typst_string(files_.name_of(*part_, shown)) + ", " + std::to_string(size.width) + ", " +
          std::to_string(size.height) + ", " + typst_string(spoken) + ", " +
          typst_string(numbered_id(report_, numbered));
  end_figure(node, begin, size.height);
}

// "Table 3. " and what stands in the caption's paragraph or title: two arguments.
void TypstText::caption(const Numbered& numbered) {
  out_ += "[" + fixed(caption_name(report_.labels(), numbered)) + "], ";
  if (numbered.caption == nullptr) {
    out_ += numbered.title.empty() ? "none" : "[#" + words(numbered.title) + ";]";
    return;
  }
  out_ += "[";
  write(numbered.caption, std::nullopt);
  out_ += "]";
}

// Whether a chart stands in the place of the table.
bool TypstText::chart(cmark_node* node) {
  const ReportChart* chart = report_.chart_at(node);
  if (chart == nullptr) return false;
  if (chart->is_drawn()) {
    drawn_chart(node, *chart);
    return true;
  }
  if (report_.document().draft) {
    const auto problem = explain(std::get<ChartProblem>(chart->content), report_.labels().language);
    out_ += "#remark[" + fixed(problem) + "];\n";
  }
  return false;
}

void TypstText::drawn_chart(cmark_node* node, const ReportChart& chart) {
  const std::string& annex = report_.charts_name();
  ChartDrawing drawing = draw_chart(chart, annex);
  const std::size_t begin = out_.size();
  const std::string file = files_.add_chart(chart.number, std::move(drawing.svg));
  out_ += "#chart-figure(";
  caption(*report_.numbered(node));
  out_ += ", " + typst_string(file) + ", " + typst_string(spoken(chart, annex)) + ", ";
  out_ += annex.empty() ? "none"
                        : "[#inner-link(" + typst_string(chart_numbers_id(report_, chart.number)) + ")[" +
                              fixed(numbers_in(annex, report_.labels().language)) + "];]";
  out_ += ", " + typst_string(chart_id(report_, chart.number));
  end_figure(node, begin, drawing.height / 10.0);
}

// Between a heading and a plain paragraph.
bool TypstText::opens_section(cmark_node* figure) const {
  cmark_node* before = cmark_node_previous(figure);
  if (before != nullptr && report_.numbered(before) != nullptr) before = cmark_node_previous(before);  // its caption
  if (before != nullptr && kind_of(before) != NodeKind::heading) return false;
  cmark_node* next = cmark_node_next(figure);
  return next != nullptr && kind_of(next) == NodeKind::paragraph && !is_lead(next) &&
         figure_in(*part_, next) == nullptr && report_.numbered(next) == nullptr;
}

void TypstText::end_figure(cmark_node* node, std::size_t begin, double height) {
  const bool floats = is_top_level(node) && height > kHighestInPlace;
  out_ += floats ? ", floats: true);\n" : ");\n";
  if (!floats || !opens_section(node)) return;
  place_.waiting_figure = out_.substr(begin);
  out_.resize(begin);
}

}  // namespace documents
