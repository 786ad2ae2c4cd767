// The report for Typst, which makes the PDF of it: a source file, and what lies beside it. It imports
// db/documents/report.typ, which says how everything looks. Nothing that a contributor wrote is read as markup again:
// every text is a string.
#pragma once

#include <map>
#include <string>

#include "documents/picture/drawing.hpp"
#include "documents/picture/smaller_picture.hpp"
#include "documents/report/document.hpp"

namespace documents {

struct TypstReport {
  std::string source;
  std::map<std::string, std::string> files;  // pictures and charts; name -> bytes
  Drawings drawings;                         // PNG files that are still to be drawn
  LargePictures large;                       // pictures that are still to be made smaller
};

// looks: the name of the file to import.
TypstReport to_typst(const Document& document, const std::string& looks);

}  // namespace documents
