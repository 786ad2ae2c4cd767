#include "documents/text/placed_pictures.hpp"

#include "documents/text/node_text.hpp"

namespace documents {

std::vector<PlacedPicture> placed_pictures(const SyntaxTree& tree) {
  std::vector<PlacedPicture> placed;
  walk(tree.root(), [&](NodeKind kind, cmark_node* node, bool) {
    if (kind == NodeKind::picture) {
      placed.push_back({cmark_node_get_url(node), alternative_of(node), cmark_node_get_title(node)});
    }
    return true;
  });
  return placed;
}

std::vector<PlacedPicture> placed_pictures(const std::string& markdown) {
  if (markdown.find("![") == std::string::npos) return {};
  return placed_pictures(SyntaxTree(markdown));
}

bool is_figure(cmark_node* picture) {
  const bool alone = cmark_node_previous(picture) == nullptr && cmark_node_next(picture) == nullptr;
  cmark_node* around = cmark_node_parent(picture);
  if (!alone || kind_of(around) != NodeKind::paragraph) return false;
  for (; around != nullptr; around = cmark_node_parent(around)) {
    if (kind_of(around) == NodeKind::note) return false;
  }
  return true;
}

}  // namespace documents
