// Turns what the parser read into what is shown: see syntax_tree.hpp for the rules.
#pragma once

#include <cmark-gfm.h>

#include <string>

namespace documents {

// markdown: what the tree was read from.
void clean_tree(cmark_node* root, const std::string& markdown);

}  // namespace documents
