#include "documents/text/clean_tree.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "documents/text/html_tags.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/picture_name.hpp"
#include "documents/text/syntax_tree.hpp"
#include "documents/text/text_check.hpp"

namespace documents {
namespace {

constexpr int kDeepestNesting = 16;

using NodeList = std::vector<cmark_node*>;

// An emphasis or a quote that has nothing inside would show nothing.
bool is_empty_shell(cmark_node* node) {
  if (cmark_node_first_child(node) != nullptr) return false;
  const NodeKind kind = kind_of(node);
  return kind == NodeKind::quote || kind == NodeKind::emphasis || kind == NodeKind::strong ||
         kind == NodeKind::strikethrough;
}

// With what is left empty around it.
void take_out(cmark_node* node) {
  while (node != nullptr) {
    cmark_node* parent = cmark_node_parent(node);
    cmark_node_unlink(node);
    cmark_node_free(node);
    node = parent != nullptr && is_empty_shell(parent) ? parent : nullptr;
  }
}

cmark_node* new_text(const std::string& text) {
  cmark_node* node = new_node(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  return node;
}

// Puts the children of `from` before `place`.
void move_children(cmark_node* from, cmark_node* place) {
  while (auto* child = cmark_node_first_child(from)) {
    if (cmark_node_insert_before(place, child) == 0) take_out(child);
  }
}

void unwrap(cmark_node* node) {
  move_children(node, node);
  take_out(node);
}

void unwrap_list(cmark_node* list) {
  for (auto* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item))
    move_children(item, list);
  take_out(list);
}

bool is_line_break_tag(std::string_view tag) { return tag_in(tag).name == "br"; }

// A picture of the section holds its alternative text as one text; the caption is its title. What leads elsewhere is
// shown as its alternative text.
void settle_image(cmark_node* image) {
  const std::string alternative = without_refused_characters(alternative_of(image));
  if (!is_picture_name(cmark_node_get_url(image))) {
    if (!alternative.empty()) cmark_node_insert_before(image, new_text(alternative));
    return take_out(image);
  }
  while (auto* child = cmark_node_first_child(image)) {
    cmark_node_unlink(child);
    cmark_node_free(child);
  }
  if (!is_blank(alternative)) cmark_node_append_child(image, new_text(alternative));
  cmark_node_set_title(image, without_refused_characters(cmark_node_get_title(image)).c_str());
}

// A footnote mark is a link itself, and none may lie in another: it goes behind.
void move_references_out(cmark_node* link) {
  NodeList references;
  walk(link, [&](NodeKind kind, cmark_node* node, bool) {
    if (kind == NodeKind::note_reference) references.push_back(node);
    return true;
  });
  for (; !references.empty(); references.pop_back()) cmark_node_insert_after(link, references.back());
}

void check_link(cmark_node* link) {
  const std::string target = cmark_node_get_url(link);
  move_references_out(link);
  if (!is_allowed_target(target)) {
    unwrap(link);
  } else if (!shows_something(link)) {
    cmark_node_append_child(link, new_text(target));
  }
}

bool nests(NodeKind kind) {
  return kind == NodeKind::quote || kind == NodeKind::list || kind == NodeKind::emphasis || kind == NodeKind::strong ||
         kind == NodeKind::strikethrough || kind == NodeKind::link;
}

bool may_not_repeat(NodeKind kind) {
  return kind == NodeKind::emphasis || kind == NodeKind::strong || kind == NodeKind::strikethrough ||
         kind == NodeKind::link;
}

// What has to be changed, in document order: the outer before what is inside it.
class Survey {
 public:
  explicit Survey(cmark_node* root) {
    walk(root, [&](NodeKind kind, cmark_node* node, bool entering) { return look_at(kind, node, entering); });
  }

  void settle() {
    for (auto* node : needless_) kind_of(node) == NodeKind::list ? unwrap_list(node) : unwrap(node);
    for (auto* node : images_) settle_image(node);
    for (auto* node : links_) check_link(node);
    for (auto* node : html_) take_out(node);  // last, as this takes empty ones along
  }

 private:
  bool look_at(NodeKind kind, cmark_node* node, bool entering) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_BLOCK) html_.push_back(node);
    if (type == CMARK_NODE_HTML_INLINE && !is_line_break_tag(cmark_node_get_literal(node))) html_.push_back(node);
    if (type == CMARK_NODE_IMAGE && entering) images_.push_back(node);
    if (nests(kind)) nest(kind, node, entering);
    return type != CMARK_NODE_IMAGE;
  }

  // What lies too deep is needless, and so is an emphasis within the same emphasis or a link within a link.
  void nest(NodeKind kind, cmark_node* node, bool entering) {
    const int step = entering ? 1 : -1;
    int& open = open_.at(static_cast<std::size_t>(kind));
    open += step;
    depth_ += step;
    if (!entering) return;
    if (depth_ > kDeepestNesting || (open > 1 && may_not_repeat(kind))) {
      needless_.push_back(node);
    } else if (kind == NodeKind::link) {
      links_.push_back(node);
    }
  }

  NodeList html_;
  NodeList images_;
  NodeList links_;
  NodeList needless_;
  int depth_ = 0;
  std::array<int, static_cast<std::size_t>(NodeKind::note_reference) + 1> open_{};  // by kind
};

// Splits a text around the addresses that are written out in it.
void link_addresses(cmark_node* text) {
  const std::string whole = cmark_node_get_literal(text);
  std::string_view rest = whole;
  for (auto found = find_address(rest); found.length != 0; found = find_address(rest)) {
    const std::string address(rest.substr(found.begin, found.length));
    if (found.begin != 0) cmark_node_insert_before(text, new_text(std::string(rest.substr(0, found.begin))));
    cmark_node* link = new_node(CMARK_NODE_LINK);
    cmark_node_set_url(link, address.c_str());
    cmark_node_append_child(link, new_text(address));
    cmark_node_insert_before(text, link);
    rest.remove_prefix(found.begin + found.length);
  }
  if (rest.empty()) return take_out(text);
  cmark_node_set_literal(text, std::string(rest).c_str());
}

// Only an entity can bring back a character that check_text refuses.
void drop_refused_characters(cmark_node* root) {
  NodeList emptied;
  walk(root, [&](NodeKind kind, cmark_node* node, bool) {
    if (kind != NodeKind::text || cmark_node_get_type(node) != CMARK_NODE_TEXT) return true;
    const std::string literal = cmark_node_get_literal(node);
    const std::string clean = without_refused_characters(literal);
    if (clean.empty()) emptied.push_back(node);
    if (clean != literal) cmark_node_set_literal(node, clean.c_str());
    return true;
  });
  for (auto* node : emptied) take_out(node);
}

void link_all_addresses(cmark_node* root) {
  NodeList texts;
  bool linked = false;  // no link may lie in another
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::link) linked = entering;
    if (kind == NodeKind::text && !linked && find_address(cmark_node_get_literal(node)).length != 0) {
      texts.push_back(node);
    }
    return true;
  });
  for (auto* text : texts) link_addresses(text);
}

// Headings, paragraphs and quotes of which nothing is left; and a list whose items hold several paragraphs is
// set loosely, so that these never run into one.
void tidy_blocks(cmark_node* root) {
  NodeList empty;
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) {
    if (kind == NodeKind::quote && cmark_node_first_child(node) == nullptr && entering) empty.push_back(node);
    if (!entering) return true;
    if ((kind == NodeKind::paragraph || kind == NodeKind::heading) && !shows_something(node)) empty.push_back(node);
    if (kind == NodeKind::paragraph && kind_of(cmark_node_parent(node)) == NodeKind::item) {
      const auto* next = cmark_node_next(node);
      if (next != nullptr && cmark_node_get_type(cmark_node_next(node)) == CMARK_NODE_PARAGRAPH) {
        cmark_node_set_list_tight(cmark_node_parent(cmark_node_parent(node)), 0);
      }
    }
    return kind != NodeKind::paragraph && kind != NodeKind::heading;
  });
  for (auto* node : empty) take_out(node);
}

}  // namespace

void clean_tree(cmark_node* root, const std::string& markdown) {
  const bool entities = markdown.find('&') != std::string::npos;
  if (entities) drop_refused_characters(root);
  if (markdown.find('<') != std::string::npos) keep_meaning_of_tags(root);
  Survey(root).settle();
  cmark_consolidate_text_nodes(root);
  if (entities || markdown.find("://") != std::string::npos) link_all_addresses(root);
  tidy_blocks(root);
}

}  // namespace documents
