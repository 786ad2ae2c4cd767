#include "documents/form/rich_markdown.hpp"

#include <algorithm>
#include <string_view>

#include "documents/form/rich_nodes.hpp"
#include "documents/markdown/markdown_inline.hpp"
#include "documents/text/emphasis_tags.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/node_text.hpp"
#include "documents/text/picture_words.hpp"

namespace documents {
namespace {

using Kind = RichBlock::Kind;
using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
  Lines lines;
  for (;;) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

Lines indented(Lines lines, const std::string& first, const std::string& others) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string whole = (i == 0 ? first : others) + lines[i];
    whole.erase(whole.find_last_not_of(' ') + 1);
    lines[i] = std::move(whole);
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

// Whether the section has it is not known here, and does not matter.
ShownPicture picture_at(cmark_node* node) {
  static const DocumentPicture any;
  return {&any, cmark_node_get_url(node), alternative_of(node), cmark_node_get_title(node), 0};
}

std::string image(const ShownPicture& picture) {
  std::string caption = markdown_line(picture.caption);
  for (auto at = caption.find('"'); at != std::string::npos; at = caption.find('"', at))
    caption.replace(at, 1, "&quot;");
  return spell({picture.name, markdown_line(picture.alternative), caption});
}

bool can_stand_closely(const std::vector<RichBlock>& item) {
  if (item.empty() || item.front().kind != Kind::paragraph || item.size() > 2) return item.empty();
  if (item.size() == 1) return true;
  const RichBlock& inner = item.back();
  return inner.kind == Kind::list && (inner.level == kBullets || inner.level == 1);
}

}  // namespace

std::string RichMarkdown::write(const RichBlock& block, const BlockHint& hint) { return joined(lines_of(block, hint)); }

std::string RichMarkdown::write_note(const std::string& label, const RichRun& note) {
  return joined(indented(lines_of(note.note, false), "[^" + label + "]: ", "    "));
}

Lines RichMarkdown::lines_of(const std::vector<RichBlock>& blocks, bool closely) {
  Lines all;
  for (const auto& block : blocks) {
    if (!all.empty() && !closely) all.emplace_back();
    for (auto& one : lines_of(block, {})) all.push_back(std::move(one));
  }
  return all;
}

Lines RichMarkdown::lines_of(const RichBlock& block, const BlockHint& hint) {
  switch (block.kind) {
    case Kind::paragraph:
      return split(line(block.line, false));
    case Kind::heading:
      return {std::string(static_cast<std::size_t>(block.level), '#') + " " + line(block.line, true)};
    case Kind::list:
      return list(block, hint);
    case Kind::quote:
      return indented(lines_of(block.parts.front(), false), "> ", "> ");
    case Kind::code:
      return code(block, hint);
    case Kind::rule:
      return {"***"};
    case Kind::table:
      return table(block, hint);
  }
  return {};
}

Lines RichMarkdown::list(const RichBlock& block, const BlockHint& hint) {
  const bool closely = !hint.loose && std::ranges::all_of(block.parts, can_stand_closely);
  Lines all;
  int number = block.level;
  for (const auto& item : block.parts) {
    std::string mark = "- ";
    if (block.level != kBullets) mark = std::to_string(number++) + ". ";
    if (!all.empty() && !closely) all.emplace_back();
    for (auto& one : indented(lines_of(item, closely), mark, std::string(mark.size(), ' ')))
      all.push_back(std::move(one));
  }
  return all;
}

Lines RichMarkdown::code(const RichBlock& block, const BlockHint& hint) const {
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : block.code) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  Lines lines = split(block.code);
  lines.insert(lines.begin(), fence + hint.info);
  lines.push_back(fence);
  return lines;
}

Lines RichMarkdown::table(const RichBlock& block, const BlockHint& hint) {
  Lines lines;
  for (const auto& row : block.rows) {
    std::string text = "|";
    for (const auto& one : row) text += " " + cell(one) + " |";
    lines.push_back(std::move(text));
  }
  std::string rule = "|";
  const bool known = hint.sides.size() == block.rows.front().size();
  for (std::size_t i = 0; i < block.rows.front().size(); ++i) {
    const char side = known ? hint.sides[i] : '\0';
    rule += side == 'r' ? " --: |" : side == 'c' ? " :-: |" : side == 'l' ? " :-- |" : " --- |";
  }
  lines.insert(lines.begin() + 1, rule);
  return lines;
}

// Lines within a cell are parted by a tag, the only one that a text may have.
std::string RichMarkdown::cell(const RichLine& whole) {
  std::string text;
  for (auto begin = whole.begin(); begin != whole.end();) {
    const auto end = std::find_if(begin, whole.end(), [](const RichRun& run) { return run.line_break; });
    if (!text.empty()) text += "<br>";
    text += line({begin, end}, true);
    begin = end == whole.end() ? end : end + 1;
  }
  // In a cell a bar is written as an entity; one that is left stands in code.
  for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
  return text;
}

std::string RichMarkdown::line(std::span<const RichRun> runs, bool one_line) {
  const RichNodes nodes(runs);
  InlineContext context;
  context.resolve = [](const std::string& target) { return target; };
  context.note_label = [&](std::size_t index) { return label_(*nodes.notes().at(index)); };
  context.picture = picture_at;
  context.image = image;
  return without_tags(MarkdownInline(context).write(nodes.paragraph(), one_line));
}

}  // namespace documents
