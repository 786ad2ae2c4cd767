#include "documents/form/form_text.hpp"

#include <cmark-gfm-core-extensions.h>

#include <cstddef>
#include <utility>

#include "documents/office/pandoc_table.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/picture_words.hpp"

namespace documents {

using pandoc::Json;

Json FormText::blocks_inside(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) add_block(out, node);
  return out;
}

void FormText::add_block(Json& out, cmark_node* node) {
  switch (kind_of(node)) {
    case NodeKind::paragraph:
      return out.push_back(pandoc::paragraph(inlines(node)));
    case NodeKind::heading:
      return out.push_back(pandoc::heading(cmark_node_get_heading_level(node) + 1, "", inlines(node)));
    case NodeKind::quote:
      return out.push_back(pandoc::element("BlockQuote", blocks_inside(node)));
    case NodeKind::list:
      return out.push_back(list(node));
    case NodeKind::code_block:
      return out.push_back(pandoc::code_block(cmark_node_get_literal(node)));
    case NodeKind::rule:
      return out.push_back(pandoc::block_of({.id = {}, .style = "Form Rule", .language = {}},
                                            Json::array({pandoc::paragraph(pandoc::words(kFormRule))})));
    case NodeKind::table:
      return out.push_back(table(node));
    default:
      return;  // the footnotes come where they are referred to
  }
}

Json FormText::list(cmark_node* node) {
  Json items = Json::array();
  for (auto* one = cmark_node_first_child(node); one != nullptr; one = cmark_node_next(one)) items.push_back(item(one));
  if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
    return pandoc::ordered_list(cmark_node_get_list_start(node), std::move(items));
  }
  return pandoc::element("BulletList", std::move(items));
}

// Word knows no second paragraph of an item: it would be an item of its own.
Json FormText::item(cmark_node* node) {
  Json out = Json::array();
  const char* kind = cmark_node_get_list_tight(cmark_node_parent(node)) != 0 ? "Plain" : "Para";
  bool open = false;
  for (auto* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    if (kind_of(child) != NodeKind::paragraph) {
      open = false;
      add_block(out, child);
    } else if (open) {
      Json& text = out.back()["c"];
      text.push_back(pandoc::element("LineBreak"));
      text.push_back(pandoc::element("LineBreak"));
      pandoc::append(text, inlines(child));
    } else {
      open = true;
      out.push_back(pandoc::element(kind, inlines(child)));
    }
  }
  return out;
}

Json FormText::table(cmark_node* node) {
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
  return pandoc::table(std::move(table));
}

std::vector<pandoc::TableCell> FormText::row(cmark_node* node) {
  std::vector<pandoc::TableCell> cells;
  for (auto* cell = cmark_node_first_child(node); cell != nullptr; cell = cmark_node_next(cell))
    cells.push_back(text_cell(inlines(cell), text_of(cell)));
  return cells;
}

Json FormText::inlines(cmark_node* parent) {
  Json out = Json::array();
  for (auto* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
    add_inline(out, node);
  return out;
}

void FormText::add_inline(Json& out, cmark_node* node) {
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
      return out.push_back(pandoc::link(encode_target(cmark_node_get_url(node)), inlines(node)));
    case NodeKind::picture:
      return pandoc::append(
          out, pandoc::words(spell({cmark_node_get_url(node), alternative_of(node), cmark_node_get_title(node)})));
    case NodeKind::note_reference:
      return add_note(out, node);
    default:
      return pandoc::append(out, inlines(node));
  }
}

void FormText::add_note(Json& out, cmark_node* reference) {
  if (inside_note_) return;
  inside_note_ = true;
  out.push_back(pandoc::element("Note", blocks_inside(tree_.notes().at(SyntaxTree::note_index(reference)))));
  inside_note_ = false;
}

}  // namespace documents
