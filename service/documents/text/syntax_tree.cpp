#include "documents/text/syntax_tree.hpp"

#include <algorithm>
#include <cstdlib>

#include "documents/text/clean_tree.hpp"
#include "documents/text/markup_limits.hpp"
#include "documents/text/shown_size.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::say;

void append_text(cmark_node* parent, const std::string& text) {
  cmark_node* node = new_node(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  cmark_node_append_child(parent, node);
}

// Paragraphs and line breaks as they were typed, all else literally.
Nodes as_typed(const std::string& text) {
  Nodes root(new_node(CMARK_NODE_DOCUMENT));
  cmark_node* paragraph = nullptr;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t") == std::string::npos) {
      paragraph = nullptr;
      continue;
    }
    if (paragraph != nullptr) {
      cmark_node_append_child(paragraph, new_node(CMARK_NODE_LINEBREAK));
    } else {
      paragraph = new_node(CMARK_NODE_PARAGRAPH);
      cmark_node_append_child(root.get(), paragraph);
    }
    append_text(paragraph, line);
  }
  return root;
}

// The whole as one piece, which costs little however large it is.
Nodes as_code(const std::string& text) {
  Nodes root(new_node(CMARK_NODE_DOCUMENT));
  cmark_node* code = new_node(CMARK_NODE_CODE_BLOCK);
  cmark_node_set_literal(code, text.c_str());
  cmark_node_append_child(root.get(), code);
  return root;
}

// The extensions give their kinds numbers only at run time.
NodeKind kind_of_extension(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") return NodeKind::table;
  if (type == "table_header") return NodeKind::header_row;
  if (type == "table_row") return NodeKind::row;
  if (type == "table_cell") return NodeKind::cell;
  if (type == "strikethrough") return NodeKind::strikethrough;
  return NodeKind::text;
}

}  // namespace

NodeKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::rule;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::note;
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::line_break;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::line_break;  // <br> is the only tag that cleaning leaves
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::picture;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::note_reference;
    default:
      return kind_of_extension(node);
  }
}

SyntaxTree::SyntaxTree(const std::string& markdown, const LookAtRead& look) : memory_(std::make_unique<ParseMemory>()) {
  read(markdown, look);
  longest_word_ = break_long_words(root_.get());
  for (auto* node = cmark_node_first_child(root_.get()); node != nullptr; node = cmark_node_next(node)) {
    if (kind_of(node) == NodeKind::note) notes_.push_back(node);
  }
}

void SyntaxTree::read(const std::string& markdown, const LookAtRead& look) {
  const bool readable = has_readable_markup(markdown);
  root_ = readable ? parse_markdown(markdown, *memory_) : as_typed(markdown);
  if (look) look(readable ? root_.get() : nullptr);
  if (root_) {
    clean_tree(root_.get(), markdown);
    size_objection_ = objection_to_size(root_.get());
  } else {
    size_objection_ = domain::say(
        "The text is made of too many parts: links, marks, cells or paragraphs. Divide it into several sections.");
  }
  if (!size_objection_.empty()) root_ = as_code(markdown);
}

domain::Message SyntaxTree::objection() const {
  if (!size_objection_.empty() || longest_word_ <= kLongestWord) return size_objection_;
  return say("A word of the text has {0} letters without a space; at most {1} are allowed.", longest_word_,
             kLongestWord);
}

std::size_t SyntaxTree::note_index(cmark_node* reference) {
  return static_cast<std::size_t>(std::strtoul(cmark_node_get_literal(reference), nullptr, 10)) - 1;
}

}  // namespace documents
