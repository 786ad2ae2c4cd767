#include "documents/office/office_lists.hpp"

#include <string>
#include <utility>
#include <vector>

#include "documents/office/office_captions.hpp"
#include "documents/office/office_fields.hpp"

namespace documents {

using pandoc::Json;

namespace {

const std::string& heading_of(const Labels& labels, CaptionKind kind) {
  return kind == CaptionKind::table ? labels.document.list_of_tables : labels.document.list_of_figures;
}

std::vector<const Numbered*> all_of(const Report& report, CaptionKind kind) {
  return kind == CaptionKind::table ? report.tables() : report.figures();
}

std::string word_heading(const Report& report, const std::string& title) {
  return "<w:p><w:pPr><w:pStyle w:val=\"ListHeading\"/>" + word_direction(report.document().language) + "</w:pPr>" +
         word_run(report.labels().language, title) + "</w:p>";
}

std::string word_list(const Report& report, CaptionKind kind) {
  const Labels& labels = report.labels();
  const auto all = all_of(report, kind);
  std::string out = word_heading(report, heading_of(labels, kind));
  for (const auto* one : all) {
    out += "<w:p><w:pPr><w:pStyle w:val=\"TableofFigures\"/>" + word_direction(report.document().language) + "</w:pPr>";
    if (one == all.front()) {
      out += word_field_begin("TOC \\h \\z \\c \"" + sequence_name(labels, kind) + "\"", true);
    }
    out += "<w:hyperlink w:anchor=\"" + caption_bookmark(*one) + "\" w:history=\"1\">" +
           word_run(labels.language, caption_name(labels, *one)) + word_run(one->part->section->language, one->title) +
           "</w:hyperlink>";
    if (one == all.back()) out += word_field_end();
    out += "</w:p>";
  }
  return out;
}

std::string open_document_line(const Labels& labels, const Numbered& one) {
  const std::string place = caption_bookmark(one);
  return "<text:p text:style-name=\"List_20_Entry\"><text:a xlink:type=\"simple\" xlink:href=\"#" + place +
         "\" text:style-name=\"Contents_20_Link\" text:visited-style-name=\"Contents_20_Link\">" +
         pandoc::xml(caption_name(labels, one) + one.title) +
         "<text:tab/><text:bookmark-ref text:reference-format=\"page\" text:ref-name=\"" + place +
         "\"></text:bookmark-ref></text:a></text:p>";
}

// element: "table-index" or "illustration-index"
std::string open_document_index(const Report& report, CaptionKind kind, const std::string& element) {
  const Labels& labels = report.labels();
  const std::string title = pandoc::xml(heading_of(labels, kind));
  const std::string name = pandoc::xml(sequence_name(labels, kind));
  std::string out =
      "<text:" + element + " text:name=\"" + name + " list\"><text:" + element +
      "-source text:caption-sequence-name=\"" + name +
      "\" text:caption-sequence-format=\"text\"><text:index-title-template text:style-name=\"List_20_Heading\">" +
      title + "</text:index-title-template><text:" + element +
      "-entry-template text:style-name=\"List_20_Entry\"><text:index-entry-text/><text:index-entry-tab-stop "
      "style:type=\"right\" style:leader-char=\".\"/><text:index-entry-page-number/></text:" +
      element + "-entry-template></text:" + element + "-source><text:index-body><text:index-title text:name=\"" + name +
      " title\"><text:p text:style-name=\"List_20_Heading\">" + title + "</text:p></text:index-title>";
  for (const auto* one : all_of(report, kind)) out += open_document_line(labels, *one);
  return out + "</text:index-body></text:" + element + ">";
}

Json tab(OfficeFormat format) {
  return format == OfficeFormat::docx ? pandoc::raw_inline("openxml", "<w:r><w:tab/></w:r>")
                                      : pandoc::raw_inline("opendocument", "<text:tab/>");
}

Json heading_block(const Report& report, const std::string& title, OfficeFormat format) {
  if (format == OfficeFormat::docx) return pandoc::raw_block("openxml", word_heading(report, title));
  return pandoc::raw_block("opendocument",
                           "<text:p text:style-name=\"List_20_Heading\">" + pandoc::xml(title) + "</text:p>");
}

}  // namespace

Json numbered_list(const Report& report, CaptionKind kind, OfficeFormat format) {
  if (all_of(report, kind).empty()) return Json::array();
  if (format == OfficeFormat::docx) return Json::array({pandoc::raw_block("openxml", word_list(report, kind))});
  const char* element = kind == CaptionKind::table ? "table-index" : "illustration-index";
  return Json::array({pandoc::raw_block("opendocument", open_document_index(report, kind, element))});
}

Json abbreviations_list(const Report& report, OfficeFormat format) {
  const auto& all = report.document().abbreviations;
  if (all.empty()) return Json::array();
  const Labels& labels = report.labels();
  Json out = Json::array({heading_block(report, labels.document.abbreviations, format)});
  for (const auto& one : all) {
    Json line = Json::array({pandoc::element("Strong", pandoc::words(one.short_form)), tab(format)});
    pandoc::append(line, pandoc::words(one.meaning));
    out.push_back(pandoc::styled("Abbreviation", Json::array({pandoc::paragraph(std::move(line))})));
  }
  return out;
}

Json sequence_declarations(const Report& report) {
  std::string all;
  for (const auto kind : {CaptionKind::table, CaptionKind::figure}) {
    if (all_of(report, kind).empty()) continue;
    all += "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"" +
           pandoc::xml(sequence_name(report.labels(), kind)) + "\"/>";
  }
  if (all.empty()) return Json::array();
  return Json::array({pandoc::raw_block("opendocument", "<text:sequence-decls>" + all + "</text:sequence-decls>")});
}

}  // namespace documents
