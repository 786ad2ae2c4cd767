#include "documents/form/rich_nodes.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "documents/text/syntax_tree.hpp"

namespace documents {
namespace {

using Run = const RichRun*;

// The extension gives its kind of node a number only at run time.
cmark_node* strikethrough_node() {
  static const cmark_node_type type = [] {
    const SyntaxTree tree("~~x~~");
    return cmark_node_get_type(cmark_node_first_child(cmark_node_first_child(tree.root())));
  }();
  return cmark_node_new_with_ext(type, cmark_find_syntax_extension("strikethrough"));
}

// One look that can span several runs.
struct Span {
  enum class Look { none, link, bold, italic, struck };
  Look look = Look::none;
  Run end;
};

bool has_look(const RichRun& run, Span::Look look, const std::string& link) {
  switch (look) {
    case Span::Look::link:
      return !run.link.empty() && run.link == link;
    case Span::Look::bold:
      return run.bold;
    case Span::Look::italic:
      return run.italic;
    case Span::Look::struck:
      return run.struck;
    case Span::Look::none:
      break;
  }
  return false;
}

// A footnote's mark and a line break may stand inside of an emphasis, but not at its edge.
Run end_of(Run begin, Run end, Span::Look look) {
  Run last = begin;
  for (Run run = begin; run != end; ++run) {
    if (!run->is_text()) {
      if (look == Span::Look::link) break;
      continue;
    }
    if (!has_look(*run, look, begin->link)) break;
    last = run;
  }
  return last + 1;
}

// The look that reaches farthest of those that begin here; of equals the first in this order.
Span widest(Run begin, Run end, const RichRun& open) {
  const std::array<std::pair<Span::Look, bool>, 4> looks{{
      {Span::Look::link, !begin->link.empty() && open.link.empty()},
      {Span::Look::bold, begin->bold && !open.bold},
      {Span::Look::italic, begin->italic && !open.italic},
      {Span::Look::struck, begin->struck && !open.struck},
  }};
  Span found{Span::Look::none, begin};
  for (const auto& [look, begins] : looks) {
    if (!begins) continue;
    const Run reaches = end_of(begin, end, look);
    if (reaches > found.end) found = {look, reaches};
  }
  return found;
}

cmark_node* node_of(Span::Look look, const RichRun& run, RichRun& open) {
  if (look == Span::Look::link) {
    cmark_node* node = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(node, run.link.c_str());
    open.link = run.link;
    return node;
  }
  if (look == Span::Look::bold) open.bold = true;
  if (look == Span::Look::italic) open.italic = true;
  if (look == Span::Look::struck) open.struck = true;
  if (look == Span::Look::struck) return strikethrough_node();
  return cmark_node_new(look == Span::Look::bold ? CMARK_NODE_STRONG : CMARK_NODE_EMPH);
}

}  // namespace

RichNodes::RichNodes(std::span<const RichRun> line) : paragraph_(cmark_node_new(CMARK_NODE_PARAGRAPH)) {
  add_runs(paragraph_.get(), line.data(), line.data() + line.size(), {});
}

void RichNodes::add_runs(cmark_node* parent, Run begin, Run end, const RichRun& open) {
  while (begin != end) {
    const Span span = begin->is_text() ? widest(begin, end, open) : Span{Span::Look::none, begin};
    if (span.look == Span::Look::none) {
      add_leaf(parent, *begin++);
      continue;
    }
    RichRun inside = open;
    cmark_node* node = node_of(span.look, *begin, inside);
    cmark_node_append_child(parent, node);
    add_runs(node, begin, span.end, inside);
    begin = span.end;
  }
}

void RichNodes::add_picture(cmark_node* parent, const RichRun& run) {
  cmark_node* node = cmark_node_new(CMARK_NODE_IMAGE);
  cmark_node_set_url(node, run.picture.c_str());
  cmark_node_set_title(node, run.caption.c_str());
  cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, run.text.c_str());
  cmark_node_append_child(node, text);
  cmark_node_append_child(parent, node);
}

void RichNodes::add_leaf(cmark_node* parent, const RichRun& run) {
  if (!run.picture.empty()) return add_picture(parent, run);
  cmark_node* node = cmark_node_new(!run.note.empty() ? CMARK_NODE_FOOTNOTE_REFERENCE
                                    : run.line_break  ? CMARK_NODE_LINEBREAK
                                    : run.code        ? CMARK_NODE_CODE
                                                      : CMARK_NODE_TEXT);
  if (!run.note.empty()) {
    notes_.push_back(&run);
    cmark_node_set_literal(node, std::to_string(notes_.size()).c_str());
  } else if (!run.line_break) {
    cmark_node_set_literal(node, run.text.c_str());
  }
  cmark_node_append_child(parent, node);
}

}  // namespace documents
