#include "usecases/documents/document_files.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/markdown/markdown_front.hpp"
#include "documents/markdown/markdown_text.hpp"
#include "documents/report/document_json.hpp"

namespace usecases {
namespace {

using documents::OfficeKind;

// Nothing: the service writes it itself.
std::optional<OfficeKind> office_kind(DocumentFormat format) {
  for (const auto kind : {OfficeKind::docx, OfficeKind::odt, OfficeKind::pdf}) {
    if (name_of(format) == documents::extension_of(kind)) return kind;
  }
  return std::nullopt;
}

std::string render(DocumentFormat format, const documents::Document& document) {
  if (format == DocumentFormat::md) return documents::to_markdown(document);
  if (format == DocumentFormat::html) return documents::to_html(document);
  return documents::to_json(document);
}

}  // namespace

DocumentFormat format_named(std::string_view name) {
  const auto found = std::ranges::find(kDocumentFormats, name);
  if (found == kDocumentFormats.end()) throw std::logic_error("a format that nobody makes");
  return static_cast<DocumentFormat>(found - kDocumentFormats.begin());
}

bool needs_program(DocumentFormat format) { return office_kind(format).has_value(); }

bool holds_pictures(DocumentFormat format) { return format == DocumentFormat::html || needs_program(format); }

void require_maker(const Converters& converters, DocumentFormat format) {
  if (const auto kind = office_kind(format)) converters.require_for(*kind);
}

Converters::Made make_file(Converters& converters, DocumentFormat format, const std::string& content,
                           const Converters::Compile& compile) {
  if (const auto kind = office_kind(format)) return converters.convert(*kind, content, compile);
  const documents::Document document = compile();
  return {std::make_shared<const std::string>(render(format, document)), document.sequence};
}

void add_pictures(const documents::Document& document, std::map<std::string, std::string>& files) {
  if (const auto& emblem = document.imprint.emblem; emblem && emblem->content)
    files[documents::emblem_path(*emblem)] = *emblem->content;
  for (const auto& section : document.sections) {
    for (const auto& picture : section.pictures) {
      if (picture.content) files[documents::picture_path(section.id, picture.name)] = *picture.content;
    }
  }
}

}  // namespace usecases
