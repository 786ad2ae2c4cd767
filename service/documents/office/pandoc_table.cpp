#include "documents/office/pandoc_table.hpp"

#include <utility>

#include "documents/office/office_rows.hpp"
#include "documents/report/column_widths.hpp"

namespace documents {

using pandoc::Json;

namespace {

const char* const kOpenDocument = "opendocument";

enum class RowKind { head, kept, plain };  // kept: it stays on the page of the next

std::string paragraph_style(RowKind kind, char alignment) {
  const std::string style = kind == RowKind::head ? "TableHead" : kind == RowKind::kept ? "TableKept" : "TableText";
  return style + (alignment == 'r' ? "Right" : alignment == 'c' ? "Center" : "");
}

// Only these take a style.
Json as_paragraphs(Json blocks) {
  for (auto& block : blocks) block["t"] = "Para";
  return blocks;
}

void open_document_row(Json& out, const pandoc::Table& table, const std::vector<pandoc::TableCell>& cells,
                       RowKind kind) {
  out.push_back(pandoc::raw_block(kOpenDocument, "<table:table-row table:style-name=\"ReportRow\">"));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out.push_back(pandoc::raw_block(kOpenDocument, std::string("<table:table-cell table:style-name=\"") +
                                                       (kind == RowKind::head ? "ReportHeading" : "ReportCell") +
                                                       "\" office:value-type=\"string\">"));
    const char alignment = i < table.alignments.size() ? table.alignments[i] : '\0';
    out.push_back(pandoc::block_of({.id = {}, .style = paragraph_style(kind, alignment), .language = {}},
                                   as_paragraphs(cells[i].blocks)));
    out.push_back(pandoc::raw_block(kOpenDocument, "</table:table-cell>"));
  }
  out.push_back(pandoc::raw_block(kOpenDocument, "</table:table-row>"));
}

Json open_document_table(const pandoc::Table& table) {
  const bool whole = table.rows.size() + 1 <= kRowsOnOnePage;
  std::string head = std::string("<table:table table:style-name=\"ReportTable") + (whole ? "Whole" : "") + "\">";
  for (const int width : pandoc::column_widths(table))
    head += "<table:table-column table:style-name=\"ReportColumn" + std::to_string(width) + "\"/>";
  Json out = Json::array({pandoc::raw_block(kOpenDocument, head + "<table:table-header-rows>")});
  open_document_row(out, table, table.header, RowKind::head);
  out.push_back(pandoc::raw_block(kOpenDocument, "</table:table-header-rows>"));
  const std::size_t count = table.rows.size();
  for (std::size_t i = 0; i < count; ++i) {
    const bool kept = i + 1 < count && (i == 0 || i + 2 == count);
    open_document_row(out, table, table.rows[i], kept ? RowKind::kept : RowKind::plain);
  }
  out.push_back(pandoc::raw_block(kOpenDocument, "</table:table>"));
  return out;
}

}  // namespace

pandoc::TableCell text_cell(Json inlines, std::string_view text) {
  const CellSize size = cell_size(text);
  return {Json::array({pandoc::element("Plain", std::move(inlines))}), size.letters, size.longest_word};
}

Json office_table(pandoc::Table table, OfficeFormat format) {
  return format == OfficeFormat::odt ? open_document_table(table) : Json::array({pandoc::table(std::move(table))});
}

}  // namespace documents
