// The captions of a text: paragraphs directly above a table that end with a mark (text/caption_marks.hpp).
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "documents/text/caption_marks.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

struct Caption {
  cmark_node* paragraph = nullptr;
  cmark_node* table = nullptr;
  CaptionMarks marks;
};

// Takes the marks out of the captions. Only tables that are blocks of the text itself have one, not those of a list, a
// quote or a note; a caption has other words than its marks.
std::vector<Caption> take_captions(const SyntaxTree& tree);

// The rest of a caption of a picture, and its marks.
CaptionMarks take_marks(std::string& picture_caption);

}  // namespace documents
