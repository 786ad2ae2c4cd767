// A text between Word and Markdown: what both can say, and nothing that differs from one word processor to the next.
// Two blocks that read the same have the same key, wherever they came from.
#pragma once

#include <string>
#include <vector>

namespace documents {

struct RichBlock;

// Letters that look alike; or a line break, a picture, or the mark of a footnote.
struct RichRun {
  std::string text;
  bool bold = false;
  bool italic = false;
  bool struck = false;
  bool code = false;
  std::string link;  // where it leads; empty: nowhere
  bool line_break = false;
  std::string picture;          // its name; the text is what it shows. Empty: it is none
  std::string caption;          // of the picture
  std::vector<RichBlock> note;  // what the footnote says; empty: it is none

  bool is_text() const { return !line_break && picture.empty() && note.empty(); }
  bool looks_like(const RichRun& other) const;
};
using RichLine = std::vector<RichRun>;

constexpr int kBullets = -1;

struct RichBlock {
  enum class Kind { paragraph, heading, list, quote, code, rule, table };
  Kind kind = Kind::paragraph;
  int level = 0;                              // of a heading, 1 to 6; of a list: its first number, or kBullets
  RichLine line;                              // paragraph, heading
  std::string code;                           // without a line break at its end
  std::vector<std::vector<RichBlock>> parts;  // the items of a list; what a quote holds, as one part
  std::vector<std::vector<RichLine>> rows;    // of a table, its header first
};

// One space between words, none at the ends of a line, and each space as its neighbours look both: word processors put
// the ends of bold words here or there.
RichLine tidy_line(const RichLine& line);

// Adds a block behind others. Lists of the same kind, quotes and lines of code that follow each other become one, as in
// a word processor; a paragraph with an empty line in it becomes two.
void add_block(std::vector<RichBlock>& blocks, RichBlock block);

std::string key_of(const RichBlock& block);
std::string key_of(const std::vector<RichBlock>& blocks);

// The letters alone, each block on a line.
std::string letters_of(const RichLine& line);
std::string letters_of(const std::vector<RichBlock>& blocks);
// As they stand in a form: pictures by the words that place them, and no footnotes.
std::string spelled_letters(const std::vector<RichBlock>& blocks);

}  // namespace documents
