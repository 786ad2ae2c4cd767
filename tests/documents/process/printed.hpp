// A report made into a PDF by the real Typst, and what programs of poppler say of it.
#pragma once

#include <string>

#include "documents/report/document.hpp"

namespace printed {

std::string pdf_of(const documents::Document& report);
std::string pdf_of_text(const std::string& markdown);

// What a command prints whose last argument is the file.
std::string output_of(const std::string& command, const std::string& pdf);

std::string words_of(const std::string& pdf);
std::string words_of_page(const std::string& pdf, int page);
int pages_of(const std::string& pdf);

}  // namespace printed
