// One compiled document as a file of any format.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "documents/report/document.hpp"
#include "usecases/frame/converters.hpp"

namespace usecases {

constexpr std::array<std::string_view, 6> kFileFormats{"md", "html", "json", "docx", "odt", "pdf"};

// Errors: tool_missing where the program that makes such a file is not installed.
void require_maker(const Converters& converters, std::string_view format);

// content: see Converters::convert, which also tells the errors.
std::string make_file(Converters& converters, std::string_view format, const std::string& content,
                      const documents::Document& document);

// The pictures that its Markdown names, to lie beside it: "pictures/obj-07.map.png".
void add_pictures(const documents::Document& document, std::map<std::string, std::string>& files);

}  // namespace usecases
