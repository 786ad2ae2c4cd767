#include "documents/office/pandoc_walk.hpp"

#include <cmark-gfm-core-extensions.h>

#include <utility>

#include "documents/office/pandoc_table.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

using pandoc::Json;

Json PandocWalk::blocks_inside(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) add_block(out, node);
  return out;
}

void PandocWalk::add_block(Json& out, cmark_node* node) {
  switch (kind_of(node)) {
    case NodeKind::paragraph:
      return add_paragraph(out, node);
    case NodeKind::heading:
      return out.push_back(heading(node));
    case NodeKind::quote:
      return out.push_back(pandoc::element("BlockQuote", blocks_inside(node)));
    case NodeKind::list:
      return out.push_back(list(node));
    case NodeKind::code_block:
      return out.push_back(pandoc::code_block(cmark_node_get_literal(node)));
    case NodeKind::rule:
      return out.push_back(rule());
    case NodeKind::table:
      return add_table(out, node);
    default:
      return;
  }
}

Json PandocWalk::list(cmark_node* node) {
  Json items = Json::array();
  for (auto* one = cmark_node_first_child(node); one != nullptr; one = cmark_node_next(one)) items.push_back(item(one));
  if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
    return pandoc::ordered_list(cmark_node_get_list_start(node), std::move(items));
  }
  return pandoc::element("BulletList", std::move(items));
}

pandoc::Table PandocWalk::read_table(cmark_node* node) {
  pandoc::Table table;
  const auto* alignments = cmark_gfm_extensions_get_table_alignments(node);
  for (int i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i)
    table.alignments.push_back(static_cast<char>(alignments[i]));
  for (auto* line = cmark_node_first_child(node); line != nullptr; line = cmark_node_next(line)) {
    if (kind_of(line) == NodeKind::header_row) {
      table.header = row(line);
    } else {
      table.rows.push_back(row(line));
    }
  }
  return table;
}

std::vector<pandoc::TableCell> PandocWalk::row(cmark_node* node) {
  std::vector<pandoc::TableCell> cells;
  for (auto* one = cmark_node_first_child(node); one != nullptr; one = cmark_node_next(one))
    cells.push_back(text_cell(cell(one), text_of(one)));
  return cells;
}

Json PandocWalk::inlines(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
    add_inline(out, node);
  return out;
}

void PandocWalk::add_inline(Json& out, cmark_node* node) {
  switch (kind_of(node)) {
    case NodeKind::text:
      return pandoc::append(out, pandoc::words(cmark_node_get_literal(node)));
    case NodeKind::soft_break:
      return out.push_back(pandoc::element("SoftBreak"));
    case NodeKind::line_break:
      return out.push_back(pandoc::element("LineBreak"));
    case NodeKind::code:
      return out.push_back(pandoc::code(cmark_node_get_literal(node)));
    case NodeKind::emphasis:
      return out.push_back(pandoc::element("Emph", inlines(node)));
    case NodeKind::strong:
      return out.push_back(pandoc::element("Strong", inlines(node)));
    case NodeKind::strikethrough:
      return out.push_back(pandoc::element("Strikeout", inlines(node)));
    case NodeKind::link:
      return add_link(out, node);
    case NodeKind::picture:
      return add_picture(out, node);
    case NodeKind::note_reference:
      return add_note(out, node);
    default:
      return pandoc::append(out, inlines(node));
  }
}

}  // namespace documents
