#include "documents/html/html_charts.hpp"

#include "documents/chart/chart_words.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

// Fixed words within a text in another language.
std::string fixed_lang(const Report& report, const ReportChart& chart) {
  const auto language = report.labels().language;
  return chart.part->section->language == language ? "" : " lang=\"" + std::string(language) + "\"";
}

std::string link(const std::string& id, const std::string& attributes, std::string_view text) {
  return "<a href=\"#" + id + "\"" + attributes + ">" + escaped(text) + "</a>";
}

}  // namespace

void append_chart(std::string& out, const Report& report, const ReportChart& chart) {
  const std::string fixed = fixed_lang(report, chart);
  const auto language = report.labels().language;
  if (chart.is_drawn()) {
    out += "<figure class=\"chart\" id=\"" + chart_id(report, chart.number) + "\">\n" +
           draw_chart(chart, report.charts_name()).svg + "<figcaption>" +
           link(chart_numbers_id(report, chart.number), fixed, numbers_in(report.charts_name(), language)) +
           "</figcaption></figure>\n";
  } else if (report.document().draft) {
    out += "<p class=\"remark\"" + fixed + ">" + escaped(explain(std::get<ChartProblem>(chart.content), language)) +
           "</p>\n";
  }
}

void append_chart_caption(std::string& out, const Report& report, const ReportChart& chart) {
  out += "<p>" + escaped(chart.title) + " (" +
         link(chart_id(report, chart.number), fixed_lang(report, chart),
              report.labels().document.section + " " + chart.part->number) +
         ")</p>\n";
}

}  // namespace documents
