#include "documents/form/form_text.hpp"

#include <utility>

#include "documents/text/link_targets.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/picture_words.hpp"

namespace documents {

using pandoc::Json;

void FormText::add_paragraph(Json& out, cmark_node* node) { out.push_back(pandoc::paragraph(inlines(node))); }

Json FormText::heading(cmark_node* node) {
  return pandoc::heading(cmark_node_get_heading_level(node) + 1, "", inlines(node));
}

Json FormText::rule() {
  return pandoc::block_of({.id = {}, .style = "Form Rule", .language = {}},
                          Json::array({pandoc::paragraph(pandoc::words(kFormRule))}));
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

void FormText::add_table(Json& out, cmark_node* node) { out.push_back(pandoc::table(read_table(node))); }

Json FormText::cell(cmark_node* node) { return inlines(node); }

void FormText::add_link(Json& out, cmark_node* node) {
  out.push_back(pandoc::link(encode_target(cmark_node_get_url(node)), inlines(node)));
}

void FormText::add_picture(Json& out, cmark_node* node) {
  pandoc::append(out,
                 pandoc::words(spell({cmark_node_get_url(node), alternative_of(node), cmark_node_get_title(node)})));
}

void FormText::add_note(Json& out, cmark_node* reference) {
  if (inside_note_) return;
  inside_note_ = true;
  out.push_back(pandoc::element("Note", blocks_inside(tree_.notes().at(SyntaxTree::note_index(reference)))));
  inside_note_ = false;
}

}  // namespace documents
