// The sections of a form that came back, found by their markers wherever they stand now.
#pragma once

#include <string>
#include <vector>

#include "render/form_marker.hpp"
#include "render/word_reader.hpp"

namespace render {

struct FormSection {
  FormMarker marker;
  std::vector<RichBlock> blocks;
  std::vector<WordComment> comments;
  int pictures = 0;   // that were left out
  std::string fault;  // "begin_marker_missing", "end_marker_missing", "doubled_marker"; empty: none
};

struct FormFile {
  std::vector<FormSection> sections;  // in the order of the file
  std::vector<std::string> unread;    // the first words of paragraphs outside of them that the form did not have
};

FormFile find_sections(std::vector<WordBlock> blocks);

}  // namespace render
