// What was edited in a form, brought back into the Markdown it was made of: every block that reads as before keeps its
// bytes, and only the others are written anew.
#pragma once

#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/markdown/markdown_pieces.hpp"

namespace documents {

struct MergedText {
  std::string markdown;
  bool unchanged = false;  // not a byte differs
  bool plainer = false;    // some emphasis, link or list could not be written as it was
};

// read_base: what each piece of the base reads as when it comes from a Word file; one entry a piece. edited: the blocks
// of the file that came back. Errors: domain::Error, invalid "unreadable_text", where words would be lost.
MergedText merge_form(const std::string& base, const std::vector<std::vector<RichBlock>>& read_base,
                      const std::vector<RichBlock>& edited);

}  // namespace documents
