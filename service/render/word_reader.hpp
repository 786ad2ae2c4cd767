// What pandoc found in a Word file (-f docx+styles --track-changes=all -t json), as rich text. Tracked changes are
// accepted. What a text cannot hold is left out: pictures are counted; colours, sizes, underlining and raised letters
// leave their words.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "render/rich_text.hpp"

namespace render {

struct WordComment {
  std::string author;
  std::string date;  // as Word wrote it; may be empty
  std::string text;
  std::string about;  // the words that it is about; may be empty
};

// A block that lies in nothing but divisions with styles. Blocks that follow each other are not joined here.
struct WordBlock {
  std::string style;  // name of the innermost; empty where pandoc names none
  RichBlock block;
  std::vector<WordComment> comments;  // that begin in it
  int pictures = 0;                   // that were left out of it
};

// Error: domain::Error, invalid "unreadable_docx", where this is no tree of pandoc's.
std::vector<WordBlock> read_word(const std::string& pandoc_json);

}  // namespace render
