#include "documents/markdown/markdown_text.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <utility>

#include "documents/text/emphasis_tags.hpp"
#include "documents/text/link_targets.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"

namespace documents {
namespace {

constexpr int kHighestListNumber = 999'999'999;
char kPlusSign = '+';  // what the user data of a list points to where it is written with the second kind of mark

bool interrupts_paragraph(cmark_node* list) {
  const bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
  cmark_node* first = cmark_node_first_child(cmark_node_first_child(list));
  return first != nullptr && (!ordered || cmark_node_get_list_start(list) == 1);
}

bool can_stand_closely(cmark_node* item) {
  for (auto* node = cmark_node_first_child(item); node != nullptr; node = cmark_node_next(node)) {
    const NodeKind kind = kind_of(node);
    const bool first = cmark_node_previous(node) == nullptr;
    if (kind == NodeKind::paragraph && first) continue;
    if (kind != NodeKind::list || (!first && !interrupts_paragraph(node))) return false;
    if (!first && kind_of(cmark_node_previous(node)) == NodeKind::list) return false;
  }
  return true;
}

// Whether no empty line is needed between the items and inside them.
bool is_tight(cmark_node* list) {
  if (cmark_node_get_list_tight(list) == 0) return false;
  for (auto* item = cmark_node_first_child(list); item != nullptr; item = cmark_node_next(item)) {
    if (!can_stand_closely(item)) return false;
  }
  return true;
}

// Marks of nested lists alone on a line would be a rule: "- - -".
bool begins_with_nothing(cmark_node* list) {
  cmark_node* first = cmark_node_first_child(cmark_node_first_child(list));
  return first == nullptr || (kind_of(first) == NodeKind::list && begins_with_nothing(first));
}

std::string trimmed_end(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string image_of(const std::string& alternative, const std::string& path, const std::string& caption) {
  return "![" + markdown_line(alternative) + "](" + path + title_part(caption) + ")";
}

// Of a text that stands alone, where nobody asks whether the section has it.
ShownPicture own_picture(cmark_node* node) {
  static const DocumentPicture any;
  return {&any, cmark_node_get_url(node), alternative_of(node), cmark_node_get_title(node), 0};
}

}  // namespace

// A key of a section has no point, so that no two pictures get the same path.
std::string picture_path(const std::string& section, const std::string& name) {
  return "pictures/" + section + "." + name;
}

MarkdownText::MarkdownText(std::string& out, const Report& report,
                           std::function<std::string(const std::string&)> anchor)
    : out_(out),
      report_(&report),
      labels_(report.labels()),
      anchor_(std::move(anchor)),
      context_{[this](const std::string& target) {
                 if (!target.starts_with('#')) return encode_target(target);
                 const std::string found = anchor_(target.substr(1));
                 return found.empty() ? "" : "#" + found;
               },
               [this](std::size_t index) { return std::to_string(part_->note_numbers.at(index)); },
               [this](cmark_node* node) { return shown_picture(*part_, node); },
               [this](const ShownPicture& picture) { return missing_picture(labels_, picture); },
               [this](const ShownPicture& picture) { return image(picture); }},
      inline_(context_) {}

MarkdownText::MarkdownText(std::string& out, std::vector<std::string> note_names)
    : out_(out),
      labels_(labels_for("en")),
      context_{[](const std::string& target) { return target.starts_with('#') ? target : encode_target(target); },
               [this](std::size_t index) { return note_names_.at(index); },
               own_picture,
               nullptr,
               [](const ShownPicture& picture) { return image_of(picture.alternative, picture.name, picture.caption); },
               true},
      inline_(context_),
      note_names_(std::move(note_names)),
      alone_(true) {}

void MarkdownText::write_part(const ReportPart& part) {
  part_ = &part;
  levels_.emplace(part.level);
  write(part.tree->root());
}

void MarkdownText::write_note(const ReportNote& note) {
  part_ = note.part;
  levels_.reset();
  write_named(note.node, std::to_string(note.number));
}

void MarkdownText::write_named(cmark_node* note, const std::string& name) {
  prefix_ = "    ";
  marker_ = "[^" + name + "]: ";
  write(note);
  if (!marker_.empty()) line("");
  prefix_.clear();
}

std::string MarkdownText::image(const ShownPicture& picture) const {
  const std::string caption = picture.figure == 0 ? "" : figure_name(labels_, picture) + picture.caption;
  return image_of(picture.alternative, picture_path(part_->section->id, picture.name), caption);
}

std::string MarkdownText::caption_mark(cmark_node* paragraph) const {
  const Numbered* numbered = report_ == nullptr ? nullptr : report_->numbered(paragraph);
  return numbered == nullptr ? "" : "**" + markdown_line(numbered_words(labels_, *numbered)) + ".** ";
}

void MarkdownText::write_block(cmark_node* block) {
  if (kind_of(block) != NodeKind::note) return write(block);
  std::size_t index = 0;  // the notes are the last children of the root, in the order of their names
  for (auto* node = cmark_node_next(block); node != nullptr; node = cmark_node_next(node)) ++index;
  write_named(block, note_names_.at(note_names_.size() - 1 - index));
}

void MarkdownText::write(cmark_node* root) {
  root_ = root;
  blank_line_ = false;
  walk(root, [&](NodeKind kind, cmark_node* node, bool entering) { return visit(kind, node, entering); });
}

bool MarkdownText::visit(NodeKind kind, cmark_node* node, bool entering) {
  switch (kind) {
    case NodeKind::document:
      return true;
    case NodeKind::note:
      return node == root_;
    case NodeKind::quote:
      if (entering) {
        begin_block();
        if (!marker_.empty()) marker_ += "> ";
        prefix_ += "> ";
      } else {
        prefix_.resize(prefix_.size() - 2);
        blank_line_ = true;
      }
      return true;
    case NodeKind::list:
      list(node, entering);
      return true;
    case NodeKind::item:
      item(node, entering);
      return true;
    case NodeKind::paragraph:
      begin_block();
      lines(caption_mark(node) + inside(node, false));
      return false;
    case NodeKind::heading:
      heading(node);
      return false;
    case NodeKind::rule:
      begin_block();
      line("***");
      return true;
    case NodeKind::code_block:
      code_block(node);
      return true;
    case NodeKind::table:
      table(node);
      return false;
    default:
      return true;
  }
}

// A text that stands alone may not have tags.
std::string MarkdownText::inside(cmark_node* block, bool one_line) {
  std::string text = inline_.write(block, one_line);
  return alone_ ? without_tags(text) : text;
}

void MarkdownText::begin_block() {
  const bool closely = !lists_.empty() && lists_.back().tight;
  if (blank_line_ && !closely) out_ += trimmed_end(prefix_) + "\n";
  blank_line_ = false;
}

void MarkdownText::line(std::string_view text) {
  std::string whole = marker_.empty() ? prefix_ : std::exchange(marker_, "");
  whole += text;
  out_ += (text.empty() ? trimmed_end(whole) : whole) + "\n";
  blank_line_ = true;
}

void MarkdownText::lines(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find('\n');
    line(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// Two lists that follow each other are told apart by their marks.
void MarkdownText::list(cmark_node* node, bool entering) {
  if (!entering) {
    lists_.pop_back();
    blank_line_ = true;
    return;
  }
  begin_block();
  List list;
  list.tight = is_tight(node);
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.number = list.ordered ? cmark_node_get_list_start(node) : 1;
  cmark_node* before = cmark_node_previous(node);
  const bool behind_list = before != nullptr && kind_of(before) == NodeKind::list;
  const bool second = behind_list ? cmark_node_get_user_data(before) == nullptr : begins_with_nothing(node);
  cmark_node_set_user_data(node, second ? &kPlusSign : nullptr);
  list.mark = list.ordered ? (second ? ')' : '.') : (second ? '+' : '-');
  lists_.push_back(list);
}

void MarkdownText::item(cmark_node* node, bool entering) {
  List& list = lists_.back();
  if (!entering) {
    if (!marker_.empty()) line("");
    prefix_.resize(prefix_.size() - list.indent);
    return;
  }
  if (cmark_node_previous(node) != nullptr) begin_block();
  std::string mark;
  if (list.ordered) mark = std::to_string(list.number);
  list.number = std::min(list.number + 1, kHighestListNumber);
  mark += list.mark;
  mark += ' ';
  marker_ = (marker_.empty() ? prefix_ : marker_) + mark;
  list.indent = mark.size();
  prefix_.append(mark.size(), ' ');
}

void MarkdownText::heading(cmark_node* node) {
  begin_block();
  if (!alone_ && !levels_) return line(inline_.write(node, true, true));
  const std::string text = inside(node, true);
  if (alone_) return line(std::string(static_cast<std::size_t>(cmark_node_get_heading_level(node)), '#') + " " + text);
  line(std::string(static_cast<std::size_t>(levels_->next(cmark_node_get_heading_level(node))), '#') + " " + text);
}

void MarkdownText::code_block(cmark_node* node) {
  begin_block();
  std::string_view code = cmark_node_get_literal(node);
  if (code.ends_with('\n')) code.remove_suffix(1);
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : code) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  line(fence + (alone_ ? cmark_node_get_fence_info(node) : ""));
  lines(code);
  line(fence);
}

void MarkdownText::table(cmark_node* node) {
  begin_block();
  for (auto* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
    std::string text = "|";
    for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
      text += " " + inside(cell, true) + " |";
    }
    line(text);
    if (kind_of(row) != NodeKind::header_row) continue;
    std::string rule = "|";
    for (std::uint16_t i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i) {
      const auto alignment = cmark_gfm_extensions_get_table_alignments(node)[i];
      rule += alignment == 'r' ? " --: |" : alignment == 'c' ? " :-: |" : alignment == 'l' ? " :-- |" : " --- |";
    }
    line(rule);
  }
}

}  // namespace documents
