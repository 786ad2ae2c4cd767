// A text cut into the blocks that were written: the bytes of them, one behind the other, are the text. What word
// processors make one of (two lists of a kind that follow each other, say) is one piece.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "documents/text/syntax_tree.hpp"

namespace documents {

struct MarkdownPiece {
  std::vector<cmark_node*> nodes;
  bool note = false;               // what a footnote says; it is shown elsewhere
  std::string label;               // of that note, as it is written
  std::string source;              // the block, with the line break at its end
  std::string behind;              // what stands between it and the next one: empty lines, and what is not shown
  std::vector<std::size_t> notes;  // that it refers to, in order, as indices
};

class MarkdownPieces {
 public:
  explicit MarkdownPieces(const std::string& markdown);

  const SyntaxTree& tree() const { return tree_; }
  const std::string& head() const { return head_; }  // before the first piece
  const std::vector<MarkdownPiece>& pieces() const { return pieces_; }
  // What a note is called where it is referred to.
  const std::string& label(std::size_t note) const { return labels_.at(note); }

 private:
  void cut(const std::string& markdown);
  void add(cmark_node* node, std::string source, std::string behind);
  void join_from(std::size_t first);

  SyntaxTree tree_;
  std::string head_;
  std::vector<MarkdownPiece> pieces_;
  std::vector<std::string> labels_;
};

}  // namespace documents
