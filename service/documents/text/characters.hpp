// What characters are to a reader, whatever the script.
#pragma once

#include <cstdint>
#include <string_view>

namespace documents {

// Unicode's White_Space.
bool is_white_space(std::int32_t code_point);

// Shows nothing by itself: white space, marks without a width, fillers.
bool is_unseen(std::int32_t code_point);

// The one rule of emptiness, for names, reasons and what is left of a text without its markup.
bool shows_nothing(std::string_view text);

// Of a script that is written without spaces, and in which each character counts as a word: Chinese and Japanese.
bool is_ideograph(std::int32_t code_point);
// A mark of theirs, as wide as they are.
bool is_ideographic_mark(std::int32_t code_point);

// Thai, Lao, Burmese and Khmer: words without spaces between them.
bool runs_words_together(std::int32_t code_point);

// A line of text may end behind it.
bool may_break_behind(std::int32_t code_point);

}  // namespace documents
