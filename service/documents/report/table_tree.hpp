// A text with a table of words behind it, as one tree.
#pragma once

#include <memory>
#include <string>

#include "documents/report/word_table.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

// The cells are not read as Markdown, so that nothing in them counts for the limits of markup: a table of the plan is
// shown however many marks there are in it.
std::unique_ptr<SyntaxTree> tree_with_table(const std::string& markdown, const WordTable& table);

}  // namespace documents
