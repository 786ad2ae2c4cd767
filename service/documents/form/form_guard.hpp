// Brackets that a text has itself, in a form: with a sign between them that nobody sees, so that they are no marker
// line, and without it again when they come back.
#pragma once

#include <string>

#include "documents/form/rich_text.hpp"
#include "documents/office/pandoc_tree.hpp"

namespace documents {

// Everything that a form prints, but raw blocks.
void guard_brackets(pandoc::Json& blocks);

void unguard_brackets(RichLine& line);
std::string unguarded(const std::string& text);

}  // namespace documents
