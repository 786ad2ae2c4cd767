#include "documents/html/html_head.hpp"

#include <string_view>

#include "documents/html/html_style.hpp"
#include "documents/report/spelled.hpp"
#include "documents/text/html_escape.hpp"

namespace documents {
namespace {

void meta(std::string& out, std::string_view name, std::string_view content) {
  out.append("<meta name=\"").append(name).append("\" content=\"");
  append_escaped(out, content);
  out += "\">\n";
}

// For catalogues. The times are those of the text: the same document is the same file on any day.
void metadata(std::string& out, const Report& report) {
  const auto& document = report.document();
  meta(out, "author", spell_country(report.labels(), document.country));
  meta(out, "description", document.format_title);
  meta(out, "keywords", document.country + ", " + document.forum_date);
  meta(out, "generator", "national-report");
  meta(out, "dcterms.created", document.as_of);
  meta(out, "dcterms.modified", document.as_of);
}

}  // namespace

void write_head(std::string& out, const Report& report) {
  out += "<head>\n<meta charset=\"utf-8\">\n";
  meta(out, "viewport", "width=device-width, initial-scale=1");
  meta(out, "referrer", "no-referrer");
  metadata(out, report);
  out += "<title>" + escaped(report.document().title) + "</title>\n";
  out.append("<style>\n").append(style_sheet()).append("</style>\n");
  out += "</head>\n";
}

}  // namespace documents
