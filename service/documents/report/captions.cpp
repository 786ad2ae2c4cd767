#include "documents/report/captions.hpp"

#include "documents/text/node_text.hpp"

namespace documents {
namespace {

bool ends_line(cmark_node* node) {
  const NodeKind kind = kind_of(node);
  return kind == NodeKind::soft_break || kind == NodeKind::line_break;
}

void drop(cmark_node* node) {
  cmark_node_unlink(node);
  cmark_node_free(node);
}

void drop_line_ends(cmark_node* caption) {
  for (auto* last = cmark_node_last_child(caption); last != nullptr && ends_line(last);
       last = cmark_node_last_child(caption))
    drop(last);
}

CaptionMarks take_marks_of(cmark_node* caption) {
  cmark_node* last = cmark_node_last_child(caption);
  if (last == nullptr || cmark_node_get_type(last) != CMARK_NODE_TEXT) return {};
  const std::string literal = cmark_node_get_literal(last);
  CaptionMarks marks = find_caption_marks(literal);
  if (!marks.found()) return {};
  const std::string text = text_of(caption);
  if (is_blank(std::string_view(text).substr(0, text.rfind(literal.substr(marks.begin))))) return {};
  if (marks.begin != 0) {
    cmark_node_set_literal(last, literal.substr(0, marks.begin).c_str());
  } else {
    drop(last);
    drop_line_ends(caption);
  }
  return marks;
}

}  // namespace

std::vector<Caption> take_captions(const SyntaxTree& tree) {
  std::vector<Caption> captions;
  for (auto* node = cmark_node_first_child(tree.root()); node != nullptr; node = cmark_node_next(node)) {
    cmark_node* before = cmark_node_previous(node);
    if (kind_of(node) != NodeKind::table || before == nullptr || kind_of(before) != NodeKind::paragraph) continue;
    const CaptionMarks marks = take_marks_of(before);
    if (marks.found()) captions.push_back({before, node, marks});
  }
  return captions;
}

CaptionMarks take_marks(std::string& picture_caption) {
  CaptionMarks marks = find_caption_marks(picture_caption);
  if (marks.found()) picture_caption.resize(marks.begin);
  return marks;
}

}  // namespace documents
