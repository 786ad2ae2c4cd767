// The sections of a form that came back, found by their markers wherever they stand now.
#pragma once

#include <string>
#include <vector>

#include "render/form_marker.hpp"
#include "render/form_print.hpp"
#include "render/word_reader.hpp"

namespace render {

struct FormSection {
  FormMarker marker;
  std::vector<RichBlock> blocks;
  std::vector<WordComment> comments;
  int pictures = 0;         // that were left out
  std::string flattened;    // the first raised letters that became ordinary ones; empty: none did
  std::string passed_over;  // letters of the form's own lines that were moved into the section
  std::string fault;  // "begin_marker_missing", "end_marker_missing", "doubled_marker", "marker_in_table"; empty: none
};

struct FormFile {
  std::vector<FormSection> sections;  // in the order of the file
  std::vector<std::string> unread;    // the first words of blocks outside of them that the form did not print
};

// The style of a source text that stands before its translation.
constexpr const char* kSourceStyle = "Form Source";

FormFile find_sections(std::vector<WordBlock> blocks, const FormPrint& print = {});

}  // namespace render
