#include "documents/html/html_charts.hpp"

#include "documents/chart/chart_words.hpp"
#include "documents/html/html_language.hpp"
#include "documents/report/html_ids.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

// Fixed words within a text in another language.
std::string fixed_lang(const Report& report, const ReportChart& chart) {
  return part_language(report.labels().language, chart.part->section->language);
}

std::string link(const std::string& id, const std::string& attributes, std::string_view text) {
  return "<a href=\"#" + id + "\"" + attributes + ">" + escaped(text) + "</a>";
}

// The style sheet shows the one that fits the window; a reader without style sheets gets the first.
std::string drawings(const Report& report, const ReportChart& chart) {
  const std::string& annex = report.charts_name();
  return "<div class=\"page\">\n" + draw_chart(chart, annex).svg + "</div>\n<div class=\"phone\" hidden>\n" +
         draw_chart(chart, annex, ChartPaper::phone).svg + "</div>\n";
}

}  // namespace

void append_chart(std::string& out, const Report& report, const ReportChart& chart, const std::string& caption) {
  out += "<figure class=\"chart\" id=\"" + chart_id(report, chart.number) + "\">\n<figcaption>" + caption +
         "</figcaption>\n" + drawings(report, chart);
  if (!report.charts_name().empty()) {
    out += "<p class=\"numbers\">" +
           link(chart_numbers_id(report, chart.number), fixed_lang(report, chart),
                numbers_in(report.charts_name(), report.labels().language)) +
           "</p>";
  }
  out += "</figure>\n";
}

void append_chart_remark(std::string& out, const Report& report, const ReportChart& chart) {
  if (!report.document().draft) return;
  out += "<p class=\"remark\"" + fixed_lang(report, chart) + ">" +
         escaped(explain(std::get<ChartProblem>(chart.content), report.labels().language)) + "</p>\n";
}

void append_chart_caption(std::string& out, const Report& report, const ReportChart& chart) {
  out += "<p>" + escaped(chart.title) + " (" +
         link(chart_id(report, chart.number), fixed_lang(report, chart),
              numbered_words(report.labels(), CaptionKind::figure, chart.number)) +
         ")</p>\n";
}

}  // namespace documents
