#include "render/form_merge.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "domain/error.hpp"
#include "domain/sequence_diff.hpp"
#include "render/form_notes.hpp"
#include "render/node_text.hpp"
#include "render/read_markdown.hpp"
#include "render/rich_markdown.hpp"

namespace render {
namespace {

using Kind = RichBlock::Kind;

// One block of the text to be: a piece of the base as it is, or a block in the place of a piece.
struct Step {
  std::optional<std::size_t> piece;  // kept
  const RichBlock* block = nullptr;  // written anew
  const MarkdownPiece* instead_of = nullptr;
};

NodeKind node_kind(Kind kind) {
  switch (kind) {
    case Kind::heading:
      return NodeKind::heading;
    case Kind::list:
      return NodeKind::list;
    case Kind::quote:
      return NodeKind::quote;
    case Kind::code:
      return NodeKind::code_block;
    case Kind::rule:
      return NodeKind::rule;
    case Kind::table:
      return NodeKind::table;
    case Kind::paragraph:
      break;
  }
  return NodeKind::paragraph;
}

BlockHint hint_of(const MarkdownPiece* piece) {
  BlockHint hint;
  if (piece == nullptr) return hint;
  cmark_node* node = piece->nodes.front();
  const NodeKind kind = kind_of(node);
  if (kind == NodeKind::list) hint.loose = cmark_node_get_list_tight(node) == 0;
  if (kind == NodeKind::code_block) hint.info = cmark_node_get_fence_info(node);
  if (kind != NodeKind::table) return hint;
  const auto* sides = cmark_gfm_extensions_get_table_alignments(node);
  for (int i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i)
    hint.sides.push_back(static_cast<char>(sides[i]));
  return hint;
}

class Merge {
 public:
  Merge(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base,
        const std::vector<RichBlock>& edited)
      : base_(base), edited_(edited), notes_(base, read_base) {
    for (std::size_t i = 0; i < base.pieces().size(); ++i) {
      if (base.pieces()[i].note) continue;
      for (const auto& block : read_base.at(i)) old_keys_.emplace_back(i, key_of(block));
      if (read_base.at(i).empty()) silent_.push_back(i);
    }
    for (const auto& block : edited) new_keys_.push_back(key_of(block));
  }

  // all_anew: nothing of the base is kept.
  std::string write(bool all_anew) {
    all_anew_ = all_anew;
    if (all_anew) {
      for (const auto& block : edited_) steps_.push_back({std::nullopt, &block, nullptr});
      notes_.forget();
    } else {
      align();
    }
    for (const Step& step : steps_) {
      if (step.piece) notes_.keep(base_.pieces()[*step.piece]);
    }
    for (const Step& step : steps_) {
      if (step.block != nullptr) notes_.place(*step.block, step.instead_of);
    }
    return assemble();
  }

  // The pieces and blocks of which the text was made.
  const std::vector<Step>& steps() const { return steps_; }

 private:
  // Each piece of the base and where its blocks went.
  void align() {
    std::vector<std::string_view> before;
    for (const auto& [piece, key] : old_keys_) before.push_back(key);
    const std::vector<std::string_view> after(new_keys_.begin(), new_keys_.end());
    const auto edits = domain::diff_sequences(before, after);
    const auto kept = kept_pieces(edits);
    std::size_t i = 0;
    std::size_t j = 0;
    std::vector<std::size_t> gone;
    for (const auto edit : edits) {
      const bool whole = edit == domain::Edit::keep && kept[old_keys_[i].first];
      if (edit != domain::Edit::insert && !whole) gone.push_back(old_keys_[i].first);
      if (whole) {
        if (i == 0 || old_keys_[i - 1].first != old_keys_[i].first) keep_piece(old_keys_[i].first);
      } else if (edit != domain::Edit::remove) {
        steps_.push_back({std::nullopt, &edited_[j], nullptr});
      }
      if (edit != domain::Edit::insert) ++i;
      if (edit != domain::Edit::remove) ++j;
    }
    for (const std::size_t piece : silent_) put_in_order(piece);
    pair(gone);
  }

  // A piece is kept where all its blocks are, and nothing came between them.
  std::vector<bool> kept_pieces(const std::vector<domain::Edit>& edits) const {
    std::vector<bool> kept(base_.pieces().size(), true);
    std::size_t i = 0;
    for (const auto edit : edits) {
      if (edit == domain::Edit::remove) kept[old_keys_[i].first] = false;
      const bool inside = i > 0 && i < old_keys_.size() && old_keys_[i - 1].first == old_keys_[i].first;
      if (edit == domain::Edit::insert && inside) kept[old_keys_[i].first] = false;
      if (edit != domain::Edit::insert) ++i;
    }
    return kept;
  }

  void keep_piece(std::size_t piece) { steps_.push_back({piece, nullptr, nullptr}); }

  // A piece that reads as nothing stays behind the kept piece before it.
  void put_in_order(std::size_t piece) {
    const auto place =
        std::ranges::find_if(steps_, [&](const Step& step) { return step.piece && *step.piece > piece; });
    steps_.insert(place, {piece, nullptr, nullptr});
  }

  // The blocks that are written anew, each with the next piece of its kind that is gone.
  void pair(const std::vector<std::size_t>& gone) {
    auto next = gone.begin();
    for (Step& step : steps_) {
      if (step.block == nullptr) {
        next = std::find_if(next, gone.end(), [&](std::size_t piece) { return piece > *step.piece; });
        continue;
      }
      const auto limit = next_kept(step);
      const auto found = std::find_if(next, gone.end(), [&](std::size_t piece) {
        return piece < limit && kind_of(base_.pieces()[piece].nodes.front()) == node_kind(step.block->kind);
      });
      if (found == gone.end()) continue;
      step.instead_of = &base_.pieces()[*found];
      next = found + 1;
    }
  }

  std::size_t next_kept(const Step& step) const {
    const Step* const end = steps_.data() + steps_.size();
    const auto* found = std::find_if(&step, end, [](const Step& later) { return later.piece.has_value(); });
    return found == end ? base_.pieces().size() : *found->piece;
  }

  std::string assemble() {
    if (!all_anew_) text_ = base_.head();
    std::size_t next = 0;  // the piece behind the last one that is written or given up
    for (const Step& step : steps_) {
      if (step.piece) {
        while (next < *step.piece) pass_over(base_.pieces()[next++]);
        write_piece(base_.pieces()[next++]);
      } else {
        begin_block();
        text_ += writer_.write(*step.block, hint_of(step.instead_of));
        touching_ = false;
      }
    }
    while (!all_anew_ && next < base_.pieces().size()) pass_over(base_.pieces()[next++]);
    for (const auto& [label, note] : notes_.written()) {
      if (!rewritten_.contains(label)) write_note(label, *note);
    }
    while (!touching_ && text_.ends_with("\n\n")) text_.pop_back();
    return std::move(text_);
  }

  // A piece that is not kept leaves what stands behind it, unless that is empty; a note stays while it is needed.
  void pass_over(const MarkdownPiece& piece) {
    if (piece.note && notes_.is_kept(piece.label)) return write_piece(piece);
    if (piece.note && notes_.written().contains(piece.label)) {
      write_note(piece.label, *notes_.written().at(piece.label));
      rewritten_.insert(piece.label);
      text_ += piece.behind;
      return;
    }
    if (!is_blank(piece.behind)) {
      begin_block();
      text_ += piece.behind.substr(piece.behind.find_first_not_of('\n'));
    }
    touching_ = false;
  }

  void write_piece(const MarkdownPiece& piece) {
    if (!touching_) begin_block();
    text_ += piece.source + piece.behind;
    touching_ = true;
  }

  void write_note(const std::string& label, const RichRun& note) {
    begin_block();
    text_ += writer_.write_note(label, note);
    touching_ = false;
  }

  // An empty line before a block that did not stand here before.
  void begin_block() {
    if (!text_.empty() && !text_.ends_with('\n')) text_ += '\n';
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }

  const MarkdownPieces& base_;
  const std::vector<RichBlock>& edited_;
  FormNotes notes_;
  std::vector<std::pair<std::size_t, std::string>> old_keys_;  // piece, key of a block
  std::vector<std::string> new_keys_;
  std::vector<std::size_t> silent_;  // pieces that read as nothing
  std::vector<Step> steps_;
  std::string text_;
  bool all_anew_ = false;
  RichMarkdown writer_{[this](const RichRun& note) { return notes_.label(note); }};
  bool touching_ = true;  // what comes next stood behind what was written last in the base, too
  std::set<std::string> rewritten_;
};

// What the text must read as: what was kept as it was, and what is new.
std::string expected_key(const MarkdownPieces& base, const std::vector<Step>& steps) {
  const auto read = read_markdown(base);
  std::vector<RichBlock> blocks;
  for (const Step& step : steps) {
    if (step.block != nullptr) add_block(blocks, *step.block);
    if (!step.piece) continue;
    for (const auto& block : read[*step.piece]) add_block(blocks, block);
  }
  return key_of(blocks);
}

// Pieces that are one when nothing stands between them are joined first, as they are in what came back.
bool reads_as(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base,
              const std::vector<RichBlock>& edited) {
  std::vector<RichBlock> blocks;
  for (std::size_t i = 0; i < read_base.size(); ++i) {
    if (base.pieces()[i].note) continue;
    for (const auto& block : read_base[i]) add_block(blocks, block);
  }
  return key_of(blocks) == key_of(edited);
}

std::string letters_only(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

}  // namespace

MergedText merge_form(const std::string& base, const std::vector<std::vector<RichBlock>>& read_base,
                      const std::vector<RichBlock>& edited) {
  const MarkdownPieces pieces(base);
  if (reads_as(pieces, read_base, edited)) return {base, true, false};
  Merge merge(pieces, read_base, edited);
  std::string text = merge.write(false);
  if (key_of(read_markdown(text)) == expected_key(pieces, merge.steps())) {
    const bool same = text == base;
    return {std::move(text), same, false};
  }
  Merge anew(pieces, read_base, edited);
  text = anew.write(true);
  const auto read = read_markdown(text);
  if (letters_only(letters_of(read)) == letters_only(letters_of(edited))) {
    return {std::move(text), false, key_of(read) != key_of(edited)};
  }
  throw domain::Error(domain::ErrorCode::invalid, "unreadable_text",
                      "This text holds something that cannot be kept as it is. Send this section as Markdown, or "
                      "simplify what was changed.");
}

}  // namespace render
