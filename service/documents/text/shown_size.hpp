// How large a text is once it is shown. Few bytes of Markdown can show many: a link that is defined once and mentioned
// a thousand times, marks of footnotes, short lines deep in lists.
#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <string>

#include "domain/basis/message.hpp"

namespace documents {

// Beyond these a text is shown as it was typed, and not saved any more.
constexpr std::uint64_t kLargestShown = 8 * 1024 * 1024;  // bytes of HTML or Markdown, without the pictures' own
constexpr std::uint64_t kLargestCell = 20'000;            // bytes in a cell of a table: layout cannot part it
// Letters without a place to break the line at: programs that lay out pages take time in the square of them.
constexpr std::size_t kLongestWord = 2000;

// What is too large, in a sentence that says what is allowed; empty: nothing is.
domain::Message objection_to_size(cmark_node* root);

// A longer word gets places to break at, which show nothing (U+200B). Returns the letters of the longest.
std::size_t break_long_words(cmark_node* root);

}  // namespace documents
