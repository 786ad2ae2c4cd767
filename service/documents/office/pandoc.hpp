// The report as pandoc's own tree in JSON, from which pandoc makes the files of word processors. Nothing that a
// contributor wrote is read as markup again: pandoc is given words, not Markdown.
//   pandoc -f json -t docx --reference-doc=REFERENCE -o report.docx report.json
//   pandoc -f json -t odt --reference-doc=REFERENCE --template=report.opendocument -o report.odt report.json
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "documents/office/heading_numbers.hpp"
#include "documents/picture/drawing.hpp"
#include "documents/report/document.hpp"

namespace documents {

enum class OfficeFormat { docx, odt };

// The tree, and what must lie beside it in the folder that pandoc works in; by name.
struct PandocTree {
  std::string json;
  std::map<std::string, std::string> pictures;  // the bytes of PNG and JPEG files
  Drawings drawings;                            // PNG files that are still to be drawn
  std::vector<HeadingList> heading_lists;       // of the reference document
};

// api_version: of pandoc-types, {1, 22} for pandoc 2.17, {1, 23} for pandoc 3; only what both know is used.
// The footnotes are real ones, numbered by the word processor in the same order as in the other formats. A note
// cannot have a note of its own: such a one follows in the note that refers to it.
PandocTree to_pandoc(const Document& document, const std::vector<int>& api_version, OfficeFormat format);

}  // namespace documents
