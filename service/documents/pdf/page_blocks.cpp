#include "documents/pdf/page_blocks.hpp"

#include "documents/text/node_text.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

constexpr std::size_t kShortParagraph = 600;  // bytes
constexpr std::size_t kShortList = 600;       // bytes
constexpr int kFewItems = 6;

bool is_short(cmark_node* block, std::size_t most) { return text_of(block).size() < most; }

bool has_notes(cmark_node* block) {
  bool found = false;
  walk(block, [&](NodeKind kind, cmark_node*, bool) {
    found = found || kind == NodeKind::note_reference;
    return true;
  });
  return found;
}

// Items of one paragraph each.
bool has_few_plain_items(cmark_node* list) {
  int count = 0;
  for (auto* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    auto* only = cmark_node_first_child(item);
    if (only == nullptr || kind_of(only) != NodeKind::paragraph || cmark_node_next(only) != nullptr) return false;
    ++count;
  }
  return count <= kFewItems;
}

}  // namespace

bool is_top_level(cmark_node* block) { return kind_of(cmark_node_parent(block)) == NodeKind::document; }

bool is_lead(cmark_node* paragraph) {
  cmark_node* next = cmark_node_next(paragraph);
  if (next == nullptr || !is_top_level(paragraph)) return false;
  const NodeKind kind = kind_of(next);
  return (kind == NodeKind::table || kind == NodeKind::list) && is_short(paragraph, kShortParagraph);
}

bool is_short_with_notes(cmark_node* paragraph) {
  return is_top_level(paragraph) && is_short(paragraph, kShortParagraph) && has_notes(paragraph);
}

bool is_short_list(cmark_node* list) {
  return is_top_level(list) && has_few_plain_items(list) && is_short(list, kShortList);
}

}  // namespace documents
