// Markdown as rich text, in the way it goes through a form, but without a word processor in between.
#pragma once

#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/markdown/markdown_pieces.hpp"

namespace documents {

// A text; each piece of one.
std::vector<RichBlock> read_markdown(const std::string& markdown);
std::vector<std::vector<RichBlock>> read_markdown(const MarkdownPieces& pieces);

}  // namespace documents
