// How many words a text has.
#pragma once

#include <cstdint>
#include <string>

#include "documents/text/syntax_tree.hpp"

namespace documents {

// As a word processor counts the text that is shown: a word is what stands between white space. Of Chinese and
// Japanese, which have none, each character and each of their own marks (。，、「) is a word. What is shown is told by
// syntax_tree.hpp: headings, lists, table cells, code, footnotes and the alternative text of images count; markup,
// addresses behind links, raw HTML, comments, footnote marks and footnotes that nothing refers to do not. Two blocks or
// two table cells are never one word; two parts of a line that touch are ("*mi*gration"). A footnote mark within a word
// does not split it. A dash with spaces around it counts, as it does in Word.
std::uint64_t count_words(const SyntaxTree& tree);
inline std::uint64_t count_words(const std::string& markdown) { return count_words(SyntaxTree(markdown)); }

// Whether nothing of a text is seen: no letter, no sign, no picture. Rules, empty tables and footnote marks are none.
bool says_nothing(const SyntaxTree& tree);
inline bool says_nothing(const std::string& markdown) { return says_nothing(SyntaxTree(markdown)); }

}  // namespace documents
