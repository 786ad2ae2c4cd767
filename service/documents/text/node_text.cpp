#include "documents/text/node_text.hpp"

#include "documents/text/characters.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

std::string text_of(cmark_node* node) {
  std::string text;
  walk(node, [&](NodeKind kind, cmark_node* part, bool) {
    if (cmark_node_get_type(part) == CMARK_NODE_HTML_INLINE) return true;
    if (kind == NodeKind::text || kind == NodeKind::code) {
      if (const char* literal = cmark_node_get_literal(part)) text += literal;
    }
    if (kind == NodeKind::soft_break || kind == NodeKind::line_break) text += ' ';
    return true;
  });
  return text;
}

std::string alternative_of(cmark_node* image) {
  std::string text;
  for (auto* part = cmark_node_first_child(image); part != nullptr; part = cmark_node_next(part)) {
    text += cmark_node_get_type(part) == CMARK_NODE_IMAGE ? alternative_of(part) : text_of(part);
  }
  return text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

bool stands_closely(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  return kind_of(item) == NodeKind::item && cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
}

bool shows_something(cmark_node* node) {
  bool shows = false;
  walk(node, [&](NodeKind kind, cmark_node* part, bool) {
    if (kind == NodeKind::text || kind == NodeKind::code) {
      shows = shows || !shows_nothing(cmark_node_get_literal(part));
    }
    shows = shows || kind == NodeKind::note_reference || kind == NodeKind::picture;
    return !shows;
  });
  return shows;
}

}  // namespace documents
