// What the footnotes of an edited text are called: those that say what they said keep their names, one that was edited
// keeps the name of the one in whose place it stands, and others get new numbers.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/markdown/markdown_pieces.hpp"

namespace documents {

// The footnotes of blocks, in the order in which they are referred to; not those inside of footnotes.
std::vector<const RichRun*> notes_of(const std::vector<RichBlock>& blocks);

class FormNotes {
 public:
  FormNotes(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base);

  // Every note gets a new name.
  void forget() { by_key_.clear(); }
  // A piece that stays: what it refers to stays, and what that refers to.
  void keep(const MarkdownPiece& piece);
  // A block that is written anew, in the place of a piece; null: of none. After every keep.
  void place(const RichBlock& block, const MarkdownPiece* instead_of);

  const std::string& label(const RichRun& note) const { return labels_.at(&note); }
  bool is_kept(const std::string& label) const { return kept_.contains(label); }
  // Notes to be written, by label.
  const std::map<std::string, const RichRun*>& written() const { return written_; }

 private:
  void keep_labels(std::vector<std::string> labels);
  std::string free_label();

  const MarkdownPieces& base_;
  std::map<std::string, std::string> by_key_;          // what a note says -> what it is called
  std::map<std::string, const MarkdownPiece*> known_;  // every note of the base, by label
  std::set<std::string> kept_;
  std::map<std::string, const RichRun*> written_;
  std::map<const RichRun*, std::string> labels_;
  std::size_t next_ = 1;  // no smaller number is free
};

}  // namespace documents
