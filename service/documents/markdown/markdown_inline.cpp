#include "documents/markdown/markdown_inline.hpp"

#include <algorithm>

#include "documents/text/link_targets.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"

namespace documents {

namespace {

struct Spelling {
  std::string_view mark, begin_tag, end_tag;
};

Spelling spelling_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::strikethrough:
      return {"~~", "<del>", "</del>"};
    case NodeKind::strong:
      return {"**", "<strong>", "</strong>"};
    default:
      return {"*", "<em>", "</em>"};
  }
}

bool may_be_letter(std::int32_t code_point) {
  const auto known = classify(code_point);
  return known == CharacterClass::letter || known == CharacterClass::symbol;
}

}  // namespace

std::string title_part(std::string_view title) {
  if (title.empty()) return "";
  std::string text = markdown_line(title);
  for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at)) text.replace(at, 1, "&quot;");
  return " \"" + text + "\"";
}

std::string MarkdownInline::write(cmark_node* block, bool one_line, bool strong) {
  one_line_ = one_line;
  strong_ = strong;
  in_cell_ = kind_of(block) == NodeKind::cell;
  tags_ = false;
  write_all(block);
  if (entangled_) {
    tags_ = true;
    write_all(block);
  }
  return std::move(out_);
}

void MarkdownInline::write_all(cmark_node* block) {
  out_.clear();
  open_.clear();
  closed_at_ = mark_end_ = code_end_ = break_end_ = 0;
  letter_would_undo_ = entangled_ = false;
  if (strong_) open(NodeKind::strong);
  walk(block,
       [&](NodeKind kind, cmark_node* node, bool entering) { return node == block || visit(kind, node, entering); });
  if (strong_) close();
  drop_last_break();
  trim_end();
}

bool MarkdownInline::visit(NodeKind kind, cmark_node* node, bool entering) {
  switch (kind) {
    case NodeKind::text:
      text(cmark_node_get_literal(node));
      break;
    case NodeKind::code:
      code(cmark_node_get_literal(node));
      break;
    case NodeKind::soft_break:
      line_break(false);
      break;
    case NodeKind::line_break:
      line_break(true);
      break;
    case NodeKind::emphasis:
    case NodeKind::strong:
    case NodeKind::strikethrough:
      if (strong_ && kind == NodeKind::strong) break;
      if (entering) open(kind);
      if (!entering) close();
      break;
    case NodeKind::link:
      link(node, entering);
      break;
    case NodeKind::picture:
      picture(node);
      break;
    case NodeKind::note_reference:
      out_ += "[^" + context_.note_label(SyntaxTree::note_index(node)) + "]";
      break;
    default:
      break;
  }
  return true;
}

void MarkdownInline::text(std::string_view literal) {
  const CodePoint first = first_of(literal);
  if (letter_would_undo_ && out_.size() == closed_at_ && may_be_letter(first.value)) {
    out_ += numeric_entity(first.value);
    literal.remove_prefix(first.length);
  }
  append_markdown(out_, literal);
}

// Spaces at the end of a line show nothing; two would break the line.
void MarkdownInline::trim_end() {
  while (out_.ends_with(' ')) out_.pop_back();
}

void MarkdownInline::line_break(bool hard) {
  if (hard && one_line_ && context_.alone) {
    out_ += "<br>";
    return;
  }
  const bool just_opened = !open_.empty() && open_.back().begin == out_.size();
  if (one_line_ || just_opened) {
    out_ += just_opened ? numeric_entity(' ') : out_.empty() ? "" : " ";
    return;
  }
  trim_end();
  // An empty line would end the paragraph; one of a backslash breaks it once more.
  if (out_.empty() || (out_.back() == '\n' && !hard)) return;
  if (break_end_ == 0 || break_end_ != out_.size()) break_begin_ = out_.size();
  out_ += hard ? "\\\n" : "\n";
  break_end_ = out_.size();
}

// A break with nothing behind it breaks nothing, and a backslash would be left of it.
bool MarkdownInline::drop_last_break() {
  if (break_end_ == 0 || out_.size() != break_end_) return false;
  out_.resize(break_begin_);
  break_end_ = 0;
  return true;
}

void MarkdownInline::code(std::string_view literal) {
  if (code_end_ != 0 && out_.size() == code_end_) return text(literal);  // two code spans that touch would be one
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : literal) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  const bool pad = literal.starts_with('`') || literal.ends_with('`') ||
                   (literal.starts_with(' ') && literal.ends_with(' ') && !is_blank(literal));
  out_ += fence + (pad ? " " : "");
  for (const char c : literal) {
    if (c == '|' && in_cell_) out_ += '\\';
    out_ += c;
  }
  out_ += (pad ? " " : "") + fence;
  code_end_ = out_.size();
}

void MarkdownInline::open(NodeKind kind) {
  const bool behind_mark = mark_end_ != 0 && mark_end_ == out_.size();
  if (behind_mark && closed_at_ == mark_end_) entangled_ = true;
  if (!open_.empty() && open_.back().begin == out_.size()) open_.back().begins_with_mark = true;
  const Spelling spelling = spelling_of(kind);
  std::string mark(tags_ ? spelling.begin_tag : spelling.mark);
  if (behind_mark && out_.back() == '*' && mark.front() == '*') std::ranges::fill(mark, '_');
  out_ += mark;
  open_.push_back({kind, mark, out_.size()});
  mark_end_ = out_.size();
}

// A mark opens only where what stands before it is no letter, or what follows is one; and closes only the other way
// round. A letter written as an entity counts as punctuation. Returns by how much the text has grown.
std::size_t MarkdownInline::protect_before(std::size_t place) {
  const CodePoint before = last_of(std::string_view(out_).substr(0, place));
  if (!may_be_letter(before.value)) return 0;
  const std::string entity = numeric_entity(before.value);
  out_.replace(place - before.length, before.length, entity);
  return entity.size() - before.length;
}

// White space at the edges of an emphasis would keep its marks from being marks.
void MarkdownInline::protect_edges(std::size_t begin) {
  if (drop_last_break()) out_ += ' ';
  const CodePoint last = last_of(out_);
  if (classify(last.value) == CharacterClass::space) {
    out_.replace(out_.size() - last.length, last.length, numeric_entity(last.value));
  }
  const CodePoint first = first_of(std::string_view(out_).substr(begin));
  if (classify(first.value) == CharacterClass::space) out_.replace(begin, first.length, numeric_entity(first.value));
}

void MarkdownInline::close() {
  Emphasis emphasis = open_.back();
  open_.pop_back();
  const std::size_t mark_at = emphasis.begin - emphasis.mark.size();
  if (out_.size() <= emphasis.begin) {
    out_.resize(mark_at);
    return;
  }
  if (tags_) {
    out_ += spelling_of(emphasis.kind).end_tag;
    return;
  }
  const bool ends_with_mark = closed_at_ != 0 && closed_at_ == out_.size();
  const bool holds_one = ends_with_mark && closed_.begin == emphasis.begin + closed_.mark.size();
  if ((emphasis.begins_with_mark || ends_with_mark) && !holds_one) entangled_ = true;
  protect_edges(emphasis.begin);
  const auto first = classify(first_of(std::string_view(out_).substr(emphasis.begin)).value);
  const bool underscore = emphasis.mark.front() == '_';
  letter_would_undo_ = underscore || classify(last_of(out_).value) != CharacterClass::letter;
  if (underscore || first != CharacterClass::letter) emphasis.begin += protect_before(mark_at);
  out_ += emphasis.mark;
  closed_at_ = mark_end_ = out_.size();
  closed_ = emphasis;
}

void MarkdownInline::picture(cmark_node* node) {
  const auto shown = context_.picture(node);
  if (shown.file == nullptr) return text(context_.missing(shown));
  out_ += context_.image(shown);
}

void MarkdownInline::link(cmark_node* node, bool entering) {
  const std::string target = context_.resolve(cmark_node_get_url(node));
  if (target.empty()) return;
  if (entering) {
    out_ += '[';
    return;
  }
  out_ += "](";
  for (const char c : target) out_ += c == '&' ? std::string("&amp;") : std::string(1, c);
  if (context_.alone) out_ += title_part(cmark_node_get_title(node));
  out_ += ')';
}

}  // namespace documents
