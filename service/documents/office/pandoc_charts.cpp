#include "documents/office/pandoc_charts.hpp"

#include "documents/chart/chart_words.hpp"
#include "documents/report/html_ids.hpp"

namespace documents {

using pandoc::Json;

namespace {

Json styled(const char* style, Json inlines) {
  return pandoc::block_of({.id = {}, .style = style, .language = {}},
                          Json::array({pandoc::paragraph(std::move(inlines))}));
}

// In the language of the fixed words.
Json fixed_link(const Report& report, const PandocLanguage& language, const std::string& id, std::string_view text) {
  return pandoc::link("#" + id, language.text(report.labels().language, text));
}

}  // namespace

Json chart_blocks(const Report& report, const ReportChart& chart, const PandocLanguage& language,
                  OfficePictures& pictures) {
  const auto fixed = report.labels().language;
  if (!chart.is_drawn()) {
    if (!report.document().draft) return Json::array();
    const std::string remark = explain(std::get<ChartProblem>(chart.content), fixed);
    return Json::array({styled("Remark", language.text(fixed, remark))});
  }
  const std::string& annex = report.charts_name();
  ChartDrawing drawing = draw_chart(chart, annex);
  // LibreOffice keeps 3.2 mm free on each side of a picture of which pandoc does not say otherwise.
  constexpr int kWidth = 1530;
  const int height = drawing.height * kWidth / drawing.width;
  Json out =
      pictures.figure({PictureKind::svg, std::move(drawing.svg), spoken(chart, annex), kWidth, height}, Json::array());
  if (annex.empty()) return out;
  const std::string id = chart_numbers_id(report, chart.number);
  out.push_back(pandoc::paragraph(Json::array({fixed_link(report, language, id, numbers_in(annex, fixed))})));
  return out;
}

Json chart_numbers_caption(const Report& report, const ReportChart& chart, const PandocLanguage& language) {
  Json inlines = language.text(chart.part->section->language, chart.title);
  const std::string id = chart_numbers_id(report, chart.number);
  return Json::array(
      {styled("Lead", Json::array({pandoc::span({.id = id, .style = {}, .language = {}}, std::move(inlines))}))});
}

Json chart_back_link(const Report& report, const ReportChart& chart, const OfficeCaptions& captions) {
  const Numbered& figure = *report.numbered(chart.table);
  Json name = pandoc::words(numbered_words(report.labels(), figure));
  return pandoc::paragraph(
      Json::array({pandoc::link("#" + chart_id(report, chart.number), captions.reference(figure, std::move(name)))}));
}

}  // namespace documents
