// Which pictures a text places.
#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "documents/text/syntax_tree.hpp"

namespace documents {

struct PlacedPicture {
  std::string name;         // of the section's file
  std::string alternative;  // empty: it says nothing to who cannot see it
  std::string caption;
};

// In the order of the text; one that is placed twice stands there twice.
std::vector<PlacedPicture> placed_pictures(const SyntaxTree& tree);
std::vector<PlacedPicture> placed_pictures(const std::string& markdown);

// Whether a picture is all of its paragraph, and not in a footnote: then it is a figure with a number and a caption.
bool is_figure(cmark_node* picture);

}  // namespace documents
