// The <head> of the HTML report: what the file is, for catalogues and PDF viewers, and how it looks.
#pragma once

#include <string>

#include "documents/report/report.hpp"

namespace documents {

enum class Medium {
  browser,  // screen, and the paper that a browser prints
  pdf,      // weasyprint: adds the style sheet of html_print_style.hpp
};

void write_head(std::string& out, const Report& report, Medium medium);

}  // namespace documents
