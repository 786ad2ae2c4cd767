#include "usecases/documents/report_files.hpp"

#include <optional>
#include <stdexcept>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/markdown/markdown_text.hpp"
#include "documents/report/document_json.hpp"

namespace usecases {
namespace {

// Nothing: the service makes it itself.
std::optional<documents::OfficeKind> office_kind(std::string_view format) {
  for (const auto kind : {documents::OfficeKind::docx, documents::OfficeKind::odt, documents::OfficeKind::pdf}) {
    if (format == documents::extension_of(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

void require_maker(const Converters& converters, std::string_view format) {
  if (const auto kind = office_kind(format)) converters.require_for(*kind);
}

std::string make_file(Converters& converters, std::string_view format, const std::string& content,
                      const documents::Document& document) {
  if (const auto kind = office_kind(format)) {
    return *converters.convert(*kind, content, [&] { return document; }).bytes;
  }
  if (format == "md") return documents::to_markdown(document);
  if (format == "html") return documents::to_html(document);
  if (format == "json") return documents::to_json(document);
  throw std::logic_error("a format that nobody makes");
}

void add_pictures(const documents::Document& document, std::map<std::string, std::string>& files) {
  for (const auto& section : document.sections) {
    for (const auto& picture : section.pictures) {
      if (picture.content) files[documents::picture_path(section.id, picture.name)] = *picture.content;
    }
  }
}

}  // namespace usecases
