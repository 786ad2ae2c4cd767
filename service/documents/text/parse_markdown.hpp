// What the parser reads, before anything is left out of it.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>

#include "documents/text/parse_memory.hpp"

namespace documents {

struct FreeNodes {
  void operator()(cmark_node* root) const { cmark_node_free(root); }
};

// Freed before the memory that they were parsed in: what nodes allocate when they are read stands beside it.
using Nodes = std::unique_ptr<cmark_node, FreeNodes>;

// Null where it would take too much of the memory.
Nodes parse_markdown(const std::string& markdown, ParseMemory& memory);

}  // namespace documents
