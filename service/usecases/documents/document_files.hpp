// A compiled document as a file of any format, by a writer of the service or by a program.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "documents/report/document.hpp"
#include "usecases/frame/converters.hpp"

namespace usecases {

enum class DocumentFormat { md, html, json, docx, odt, pdf };

// In the order of DocumentFormat; the endings of the files, too.
constexpr std::array<std::string_view, 6> kDocumentFormats{"md", "html", "json", "docx", "odt", "pdf"};

constexpr std::string_view name_of(DocumentFormat format) {
  return kDocumentFormats.at(static_cast<std::size_t>(format));
}
// name: of kDocumentFormats.
DocumentFormat format_named(std::string_view name);

// Whether a program makes it, which takes seconds.
bool needs_program(DocumentFormat format);
// Whether such a file holds the pictures themselves.
bool holds_pictures(DocumentFormat format);

// Errors: tool_missing where the program that makes such a file is not installed.
void require_maker(const Converters& converters, DocumentFormat format);

// content, compile: see Converters::convert, which also tells the errors; the service's own writers need no name.
Converters::Made make_file(Converters& converters, DocumentFormat format, const std::string& content,
                           const Converters::Compile& compile);

// The pictures that its Markdown names, to lie beside it: "pictures/obj-07.map.png".
void add_pictures(const documents::Document& document, std::map<std::string, std::string>& files);

}  // namespace usecases
