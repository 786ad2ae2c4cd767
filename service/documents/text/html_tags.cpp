#include "documents/text/html_tags.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <vector>

#include "documents/text/ascii.hpp"
#include "documents/text/parse_memory.hpp"
#include "documents/text/raised_letters.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

cmark_node* text_node(std::string_view text) {
  cmark_node* node = new_node(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, std::string(text).c_str());
  return node;
}

// The texts that stand between two nodes of one line. Null among them: something else is shown there.
std::vector<cmark_node*> texts_between(cmark_node* open, cmark_node* close) {
  std::vector<cmark_node*> texts;
  for (auto* node = cmark_node_next(open); node != close; node = cmark_node_next(node)) {
    walk(node, [&](NodeKind kind, cmark_node* part, bool) {
      const auto type = cmark_node_get_type(part);
      if (type == CMARK_NODE_TEXT) texts.push_back(part);
      if (kind == NodeKind::code || kind == NodeKind::picture || kind == NodeKind::note_reference)
        texts.push_back(nullptr);
      return true;
    });
  }
  return texts;
}

void change_height(cmark_node* open, cmark_node* close, std::string (*at_height)(std::string_view),
                   std::string_view mark) {
  const auto texts = texts_between(open, close);
  const auto is_spelled = [&](cmark_node* text) {
    return text != nullptr && !at_height(cmark_node_get_literal(text)).empty();
  };
  if (texts.empty()) return;
  if (std::ranges::all_of(texts, is_spelled)) {
    for (auto* text : texts) cmark_node_set_literal(text, at_height(cmark_node_get_literal(text)).c_str());
    return;
  }
  cmark_node_insert_after(open, text_node(std::string(mark) + "("));
  cmark_node_insert_before(close, text_node(")"));
}

// The extension gives its kind of node a number only at run time.
cmark_node* struck_node() {
  static const cmark_node_type type = [] {
    const SyntaxTree tree("~~x~~");
    return cmark_node_get_type(cmark_node_first_child(cmark_node_first_child(tree.root())));
  }();
  return cmark_node_new_with_mem_and_ext(type, ParseMemory::allocator(), cmark_find_syntax_extension("strikethrough"));
}

void strike(cmark_node* open, cmark_node* close) {
  auto* struck = struck_node();
  cmark_node_insert_after(open, struck);
  for (auto* node = cmark_node_next(struck); node != close; node = cmark_node_next(struck)) {
    if (cmark_node_append_child(struck, node) == 0) return;
  }
}

void keep_meaning(const std::string& name, cmark_node* open, cmark_node* close) {
  if (name == "sup") {
    change_height(open, close, raised, "^");
  } else if (name == "sub") {
    change_height(open, close, lowered, "_");
  } else if (name == "q") {
    cmark_node_insert_after(open, text_node("“"));
    cmark_node_insert_before(close, text_node("”"));
  } else if (cmark_node_next(open) != close) {
    strike(open, close);
  }
}

struct OpenTag {
  std::string name;
  cmark_node* node;
};

constexpr std::size_t kMostOpen = 16;

// The tag that a closing one ends: the nearest of its name in the same line. What stands open behind it never ends.
cmark_node* take_open(std::vector<OpenTag>& open, const std::string& name, cmark_node* close) {
  const auto found = std::find_if(open.rbegin(), open.rend(), [&](const OpenTag& one) {
    return one.name == name && cmark_node_parent(one.node) == cmark_node_parent(close);
  });
  if (found == open.rend()) return nullptr;
  cmark_node* node = found->node;
  open.erase(found.base() - 1, open.end());
  return node;
}

}  // namespace

HtmlTag tag_in(std::string_view literal) {
  HtmlTag tag;
  if (!literal.starts_with('<')) return tag;
  literal.remove_prefix(1);
  tag.closing = literal.starts_with('/');
  if (tag.closing) literal.remove_prefix(1);
  for (const char c : literal) {
    if (!is_ascii_letter(c) && !(is_digit(c) && !tag.name.empty())) break;
    tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return tag;
}

bool is_kept_tag(std::string_view name) {
  constexpr std::array<std::string_view, 7> kKept{"br", "sup", "sub", "del", "s", "strike", "q"};
  return std::ranges::find(kKept, name) != kKept.end();
}

void keep_meaning_of_tags(cmark_node* root) {
  std::vector<cmark_node*> tags;
  walk(root, [&](NodeKind, cmark_node* node, bool entering) {
    if (entering && cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) tags.push_back(node);
    return true;
  });
  std::vector<OpenTag> open;
  for (auto* node : tags) {
    const HtmlTag tag = tag_in(cmark_node_get_literal(node));
    if (!is_kept_tag(tag.name) || tag.name == "br") continue;
    if (!tag.closing) {
      if (open.size() == kMostOpen) open.erase(open.begin());
      open.push_back({tag.name, node});
    } else if (auto* begin = take_open(open, tag.name, node)) {
      keep_meaning(tag.name, begin, node);
    }
  }
}

}  // namespace documents
