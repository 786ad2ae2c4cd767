// The sections of a form that came back, as texts.
#pragma once

#include <string>
#include <vector>

#include "documents/form/form_division.hpp"
#include "documents/form/form_marker.hpp"
#include "documents/form/form_print.hpp"
#include "documents/form/word_reader.hpp"

namespace documents {

struct FormSection {
  FormMarker marker;
  std::vector<RichBlock> blocks;
  std::vector<WordComment> comments;
  std::string flattened;             // the first raised letters that became ordinary ones; empty: none did
  std::vector<std::string> remarks;  // what was left out or changed, for its writer
  std::string lost;                  // the first words that no reader found; empty: there are none
  std::string fault;  // "begin_marker_missing", "end_marker_missing", "doubled_marker", "marker_in_table",
                      // "foreign_marker": a line that the form was not made with; empty: none
};

struct FormFile {
  std::vector<FormSection> sections;  // in the order of the file
  std::vector<std::string> remarks;   // what was left out outside of the sections
  std::vector<std::string> unread;    // the first words of blocks outside of them that the form did not print
};

// The style of a source text that stands before its translation.
constexpr const char* kSourceStyle = "Form Source";

// read: what each of the sections was read as, and behind them what stands outside.
FormFile collect_sections(const DividedForm& form, std::vector<std::vector<WordBlock>> read, const FormPrint& print);

}  // namespace documents
