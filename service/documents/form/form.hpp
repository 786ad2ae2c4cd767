// The Word file in which an agency gets its sections to be written, and the way back. Made and read by pandoc:
//   pandoc -f json -t docx --reference-doc=reference.docx -o form.docx form.json
//   pandoc -f docx+styles -t json --track-changes=all -o form.json 0.docx cut.docx 1.docx cut.docx
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "documents/form/form_marker.hpp"
#include "documents/form/word_reader.hpp"
#include "documents/markdown/markdown_pieces.hpp"
#include "documents/process/conversion.hpp"

namespace documents {

struct FormEntry {
  FormMarker marker;
  std::string begin_seal;  // names of the bookmarks on the lines with the markers
  std::string end_seal;
  std::string number;  // "2.6"
  std::string title;
  std::string guidance;     // plain text, may be empty
  std::uint64_t limit = 0;  // words; 0: none
  std::uint64_t words = 0;
  std::string due_on;  // ISO day
  std::string state;   // "draft"
  std::string lead;    // title of the agency
  bool overdue = false;
  std::string returned;  // the reason, while it is returned
  std::string reopened;  // the reason, until it is submitted again
  std::string markdown;
  std::string source;                // of a translation: the source text, as Markdown
  std::int64_t source_revision = 0;  // of that
};

struct Form {
  std::string report_title;
  std::string agency_title;
  std::string language;
  std::int64_t as_of = 0;  // of the last change that is in it, milliseconds since 1970
  std::vector<FormEntry> entries;
  std::vector<std::string> not_here;  // "2.6 Title (approved)": sections that cannot be written now
};

// version: of pandoc.
Conversion form_conversion(const Form& form, const std::string& version, const DataFiles& data);

// The texts that forms were made from, each piece of them between markers of its own, so that it can be seen what a
// piece reads as when it comes from a Word file.
Conversion pieces_conversion(const std::vector<const MarkdownPieces*>& texts, const std::string& version,
                             const DataFiles& data);
// The same read: by text and piece.
std::vector<std::vector<std::vector<RichBlock>>> read_pieces(const std::vector<const MarkdownPieces*>& texts,
                                                             std::vector<WordBlock> blocks);

// Reads Word files one behind the other, with a paragraph of the word "cut" behind each; the output is for read_words.
Conversion reading_conversion(const std::vector<std::string>& files, const std::string& cut);

}  // namespace documents
