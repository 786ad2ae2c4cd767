// What the parser reads, before anything is left out of it.
#pragma once

#include <cmark-gfm.h>

#include <string>

#include "render/parse_memory.hpp"

namespace render {

// Lives no longer than the memory. Null where it would take too much of that.
cmark_node* parse_markdown(const std::string& markdown, ParseMemory& memory);

}  // namespace render
