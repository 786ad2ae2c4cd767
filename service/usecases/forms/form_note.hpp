// Comments of a Word file as the note of a revision.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/form/word_reader.hpp"

namespace usecases {

// "Comment by A. Writer, 2026-01-15, on "figures": Which year?" on a line each, as many as a note can hold; nothing
// where there is no comment.
std::optional<std::string> note_of(const std::vector<documents::WordComment>& comments);

}  // namespace usecases
