// A text as the tree of what is shown of it: the one place where Markdown is read. Counting words, Markdown
// and HTML all walk this tree, so they agree about what a text says.
//
// GFM with tables, strikethrough and footnotes. What is left out or changed, for good reasons:
//   raw HTML    is not shown, neither tags nor comments; what stands between two tags inside a paragraph
//               stays. What html_tags.hpp names is shown: <br> breaks the line, <sup> raises letters.
//   images      that bear the name of a file ("map.png") are pictures of the section; all others are shown as
//               their alternative text: nothing is loaded from elsewhere.
//   links       to http, https and mailto addresses stay, and links within the text ("#obj-07"); all others
//               are shown as their text alone. An address written out (https://...) is a link. A link without
//               a text shows its address.
//   footnotes   that nothing refers to are dropped; references to none are text.
//   nesting     of more than 16 lists and quotes, or of as many emphases, is flattened.
//   empty       headings and paragraphs are dropped.
// A text beyond markup_limits.hpp or shown_size.hpp is shown as it was typed.
#pragma once

#include <cmark-gfm.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "documents/text/parse_markdown.hpp"
#include "documents/text/parse_memory.hpp"
#include "domain/basis/message.hpp"

namespace documents {

enum class NodeKind {
  document,
  quote,
  list,
  item,
  code_block,
  paragraph,
  heading,
  rule,
  table,
  header_row,
  row,
  cell,
  note,  // blocks
  text,
  soft_break,
  line_break,
  code,
  emphasis,
  strong,
  strikethrough,
  link,
  picture,
  note_reference,  // in a line
};

NodeKind kind_of(cmark_node* node);
inline bool stands_in_line(NodeKind kind) { return kind >= NodeKind::text; }

class SyntaxTree {
 public:
  // Is given what the parser read before anything is left out of it; null where the markup is too much.
  using LookAtRead = std::function<void(cmark_node* root)>;

  explicit SyntaxTree(const std::string& markdown, const LookAtRead& look = {});
  SyntaxTree(SyntaxTree&&) = default;
  SyntaxTree& operator=(SyntaxTree&&) = delete;  // nodes go before the memory that they lie in

  // Why a text like this is not saved: it would be far larger when it is shown than it is. Empty: it may be.
  domain::Message objection() const;

  cmark_node* root() const { return root_.get(); }
  // The footnotes in the order of their first mention: children of the root, behind all other blocks. A
  // reference's literal is its note's place in this list, counted from 1.
  const std::vector<cmark_node*>& notes() const { return notes_; }
  // The note that a reference leads to, as its index in notes().
  static std::size_t note_index(cmark_node* reference);

 private:
  void read(const std::string& markdown, const LookAtRead& look);

  std::unique_ptr<ParseMemory> memory_;  // of what the parser made
  Nodes root_;
  domain::Message size_objection_;
  std::size_t longest_word_ = 0;
  std::vector<cmark_node*> notes_;
};

// Walks a tree in document order; visit(kind, node, entering). What holds nothing by its nature (text, code,
// rules, pictures, references) is visited once, entering. Returning false on entering skips what is inside, and the
// leaving.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root), cmark_iter_free);
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    const NodeKind kind = kind_of(node);
    const bool entering = event == CMARK_EVENT_ENTER;
    const bool inside = visit(kind, node, entering) && kind != NodeKind::note_reference && kind != NodeKind::picture;
    if (entering && !inside) cmark_iter_reset(iter.get(), node, CMARK_EVENT_EXIT);
  }
}

}  // namespace documents
