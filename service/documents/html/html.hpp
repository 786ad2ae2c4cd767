// The report as one HTML file that needs nothing else: styles for the screen and for A4 paper inside, no
// script.
#pragma once

#include <string>

#include "documents/picture/drawing.hpp"
#include "documents/picture/smaller_picture.hpp"
#include "documents/report/document.hpp"

namespace documents {

std::string to_html(const Document& document);

// The same report for weasyprint, which makes the PDF of it: with page numbers in the contents, running headers,
// bookmarks and, on a draft, a watermark. Names no address that would have to be fetched but the files beside it.
struct PrintPages {
  std::string html;
  Drawings drawings;  // that lie beside it, as do smaller copies of large pictures
  LargePictures large;
};
PrintPages to_print_html(const Document& document);

}  // namespace documents
