// Emphasis that MarkdownInline could write only as tags, because its marks touch. A text may not have tags: they are
// dropped when it is read.
#pragma once

#include <string>

namespace documents {

// The line with marks that read as the tags were meant; without either where there are none such.
std::string without_tags(const std::string& line);

}  // namespace documents
