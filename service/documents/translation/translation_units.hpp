// A text as a translator's tool takes it: one unit for each heading, paragraph, list item, table cell, footnote
// and caption of a picture, with its markup as numbered codes.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "documents/markdown/markdown_pieces.hpp"
#include "documents/text/syntax_tree.hpp"

namespace documents {

enum class UnitKind { heading, paragraph, item, cell, note, caption };

// Markup that a translation has to keep: around some words (an emphasis, a link, a picture around its alternative
// text), or in a place of its own (a footnote mark, code, a line break).
struct InlineCode {
  NodeKind kind = NodeKind::text;
  bool pair = false;
  std::string key;    // equal for codes that mean the same
  std::string begin;  // as Markdown
  std::string end;    // of a pair
  cmark_node* node = nullptr;
};

enum class PartKind { text, open, close, single };

struct UnitPart {
  PartKind kind = PartKind::text;
  std::string text;
  std::size_t code = 0;  // in the codes of the source unit, but of texts
  friend bool operator==(const UnitPart&, const UnitPart&) = default;
};
using UnitParts = std::vector<UnitPart>;

struct TextUnit {
  UnitKind kind = UnitKind::paragraph;
  UnitParts parts;
  std::vector<InlineCode> codes;
  std::size_t block = 0;  // of the text
  cmark_node* node = nullptr;
};

class TextUnits {
 public:
  explicit TextUnits(const std::string& markdown);

  const std::vector<TextUnit>& units() const { return units_; }
  // The blocks at the top of the text; footnotes behind all others, as they are defined.
  const std::vector<cmark_node*>& blocks() const { return blocks_; }
  std::size_t block_of(cmark_node* node) const { return places_.at(node); }
  // What stands in code blocks, by block: it is in no unit, as nobody translates it.
  const std::vector<std::string>& codes() const { return codes_; }
  const MarkdownPieces& pieces() const { return pieces_; }
  // Equal for texts whose blocks correspond one to one.
  const std::string& skeleton() const { return skeleton_; }
  // The names of the footnotes ("1", "law"), in the order of SyntaxTree::notes().
  const std::vector<std::string>& note_names() const { return note_names_; }

  // Puts other words into a unit's block of the tree. Every code of the unit has to be there, once, pairs well nested.
  void replace(std::size_t unit, const UnitParts& parts);

 private:
  void add_block(cmark_node* block);
  bool visit(NodeKind kind, cmark_node* node, bool entering);
  void add_unit(NodeKind kind, cmark_node* node);
  void add_captions(std::size_t unit);
  void note_structure(NodeKind kind, cmark_node* node, bool entering);

  MarkdownPieces pieces_;
  std::vector<TextUnit> units_;
  std::vector<cmark_node*> blocks_;
  std::vector<std::string> codes_;             // as many as blocks
  std::map<cmark_node*, std::size_t> places_;  // in blocks_
  std::vector<std::string> note_names_;
  std::string skeleton_;
};

// The bare text of a unit's parts.
std::string text_of(const UnitParts& parts);

// Whether there is anything to translate: numbers alone, code, a picture without words say the same in any language.
bool has_words(const TextUnit& unit);

// What tells whether two units say the same.
std::string content_key(const TextUnit& unit);

// The parts of a unit with the numbers that its codes have in another unit. Nothing: their codes are not the same.
std::optional<UnitParts> renumber(const TextUnit& unit, const UnitParts& parts, const TextUnit& other);

}  // namespace documents
