// What pandoc found in a Word file (-f docx+styles --track-changes=all -t json), as rich text. Tracked changes are
// accepted. What a text cannot hold is left out: pictures and charts; colours, sizes and underlining leave
// their words; raised and lowered digits become Unicode's.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"

namespace documents {

struct WordComment {
  std::string number;  // Word's own
  std::string author;
  std::string date;  // as Word wrote it; may be empty
  std::string text;
  std::string about;  // the words that it is about; may be empty
};

// A block that lies in nothing but divisions with styles. Blocks that follow each other are not joined here. An empty
// paragraph has the comments of a file that has no words.
struct WordBlock {
  std::string style;  // name of the innermost; empty where pandoc names none
  RichBlock block;
  std::vector<WordComment> comments;  // that begin in it
  std::string flattened;              // the first raised or lowered letters that became ordinary ones
};

// Errors: domain::Error, invalid: "unreadable_docx", where this is no tree of pandoc's; "docx_too_large", where a
// paragraph has more than 300,000 pieces that each look otherwise, or the file more than 2,000 comments.
std::vector<WordBlock> read_word(const std::string& pandoc_json);

// Of several files that pandoc read one behind the other, each followed by a paragraph of this word alone, which no
// file can know.
std::vector<std::vector<WordBlock>> read_words(const std::string& pandoc_json, const std::string& cut);

// Throws domain::Error, invalid "unreadable_docx".
[[noreturn]] void refuse_unreadable();

}  // namespace documents
