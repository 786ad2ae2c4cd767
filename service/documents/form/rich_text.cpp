#include "documents/form/rich_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "documents/text/picture_words.hpp"

namespace documents {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

void append_run(RichLine& line, const RichRun& look, std::string_view text) {
  if (line.empty() || !line.back().is_text() || !line.back().looks_like(look)) {
    RichRun run = look;
    run.text.clear();
    line.push_back(std::move(run));
  }
  line.back().text += text;
}

RichRun common_look(const RichRun& one, const RichRun& other) {
  RichRun look;
  if (!one.is_text() || !other.is_text()) return look;
  look.bold = one.bold && other.bold;
  look.italic = one.italic && other.italic;
  look.struck = one.struck && other.struck;
  look.code = one.code && other.code;
  if (one.link == other.link) look.link = one.link;
  return look;
}

// Puts the words of a run behind a line. space: whether white space stands between; in and out.
void append_words(RichLine& line, const RichRun& run, bool& space) {
  std::string_view rest = run.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(kSpace), rest.size());
    if (end != 0) {
      const bool inside = !line.empty() && !line.back().line_break;
      if (space && inside) append_run(line, common_look(line.back(), run), " ");
      append_run(line, run, rest.substr(0, end));
      space = false;
    }
    rest.remove_prefix(end);
    if (rest.empty()) return;
    space = true;
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
  }
}

bool becomes_one(const RichBlock& before, const RichBlock& block) {
  if (before.kind != block.kind) return false;
  if (block.kind == RichBlock::Kind::list) return (before.level == kBullets) == (block.level == kBullets);
  return block.kind == RichBlock::Kind::quote || block.kind == RichBlock::Kind::code;
}

void join(RichBlock& before, RichBlock block) {
  if (block.kind == RichBlock::Kind::code) {
    before.code += "\n" + block.code;
  } else if (block.kind == RichBlock::Kind::quote) {
    for (auto& inner : block.parts.front()) add_block(before.parts.front(), std::move(inner));
  } else {
    for (auto& item : block.parts) before.parts.push_back(std::move(item));
  }
}

// What stands between the empty lines of a line.
std::vector<RichLine> paragraphs_of(RichLine line) {
  std::vector<RichLine> all(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool empty_line = line[i].line_break && i + 1 < line.size() && line[i + 1].line_break;
    if (!empty_line) {
      all.back().push_back(std::move(line[i]));
      continue;
    }
    while (i + 1 < line.size() && line[i + 1].line_break) ++i;
    all.emplace_back();
  }
  return all;
}

void append_key(std::string& key, const RichLine& line) {
  for (const RichRun& run : line) {
    const int marks = (run.bold ? 1 : 0) + (run.italic ? 2 : 0) + (run.struck ? 4 : 0) + (run.code ? 8 : 0);
    key += run.line_break ? "\x01" : "\x02" + std::to_string(marks) + "\x03" + run.link + "\x03" + run.text;
    if (!run.picture.empty()) key += "\x10" + run.picture + "\x03" + run.caption;
    if (!run.note.empty()) key += "\x04" + key_of(run.note) + "\x05";
  }
}

}  // namespace

bool RichRun::looks_like(const RichRun& other) const {
  return bold == other.bold && italic == other.italic && struck == other.struck && code == other.code &&
         link == other.link;
}

RichLine tidy_line(const RichLine& line) {
  RichLine tidy;
  bool space = false;
  for (const RichRun& run : line) {
    if (run.is_text()) {
      append_words(tidy, run, space);
      continue;
    }
    if (run.line_break && tidy.empty()) continue;
    if (space && !run.line_break && !tidy.empty() && !tidy.back().line_break) append_run(tidy, {}, " ");
    space = false;
    tidy.push_back(run);
  }
  while (!tidy.empty() && tidy.back().line_break) tidy.pop_back();
  return tidy;
}

void add_block(std::vector<RichBlock>& blocks, RichBlock block) {
  if (block.kind == RichBlock::Kind::paragraph) {
    for (auto& line : paragraphs_of(std::move(block.line))) {
      if (line.empty()) continue;
      blocks.emplace_back();
      blocks.back().line = std::move(line);
    }
    return;
  }
  if (!blocks.empty() && becomes_one(blocks.back(), block)) return join(blocks.back(), std::move(block));
  blocks.push_back(std::move(block));
}

std::string key_of(const RichBlock& block) {
  std::string key = std::to_string(static_cast<int>(block.kind)) + "/" + std::to_string(block.level) + "\x06";
  append_key(key, block.line);
  key += block.code;
  for (const auto& part : block.parts) key += "\x07" + key_of(part) + "\x0B";
  for (const auto& row : block.rows) {
    key += "\x0C";
    for (const auto& cell : row) {
      key += "\x0E";
      append_key(key, cell);
    }
  }
  return key;
}

std::string key_of(const std::vector<RichBlock>& blocks) {
  std::string key;
  for (const auto& block : blocks) key += key_of(block) + "\x0F";
  return key;
}

std::string letters_of(const RichLine& line) {
  std::string text;
  for (const RichRun& run : line) text += run.line_break ? " " : run.text;
  return text;
}

std::string letters_of(const std::vector<RichBlock>& blocks) {
  std::string text;
  for (const auto& block : blocks) {
    text += letters_of(block.line) + block.code;
    for (const auto& part : block.parts) text += letters_of(part);
    for (const auto& row : block.rows) {
      for (const auto& cell : row) text += letters_of(cell) + "\t";
    }
    text += "\n";
    for (const RichRun& run : block.line) text += letters_of(run.note);
  }
  return text;
}

std::string spelled_letters(const std::vector<RichBlock>& blocks) {
  std::string text;
  const auto add = [&](const RichLine& line) {
    for (const RichRun& run : line)
      text += run.picture.empty() ? run.text : spell({run.picture, run.text, run.caption});
    text += "\n";
  };
  for (const auto& block : blocks) {
    add(block.line);
    text += block.code;
    for (const auto& part : block.parts) text += spelled_letters(part);
    for (const auto& row : block.rows) {
      for (const auto& cell : row) add(cell);
    }
  }
  return text;
}

}  // namespace documents
