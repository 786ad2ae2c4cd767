#include "documents/form/form_merge.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "documents/form/form_notes.hpp"
#include "documents/form/form_steps.hpp"
#include "documents/form/read_markdown.hpp"
#include "documents/form/rich_markdown.hpp"
#include "documents/text/node_text.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

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
      : base_(base), read_base_(read_base), edited_(edited), notes_(base, read_base) {}

  // all_anew: nothing of the base is kept.
  std::string write(bool all_anew) {
    all_anew_ = all_anew;
    if (all_anew) {
      for (const auto& block : edited_) steps_.push_back({std::nullopt, std::nullopt, &block, nullptr});
      notes_.forget();
    } else {
      steps_ = align_form(base_, read_base_, edited_);
    }
    for (const FormStep& step : steps_) {
      if (step.piece) notes_.keep(base_.pieces()[*step.piece]);
      if (step.moved) notes_.keep(base_.pieces()[*step.moved]);
    }
    for (const FormStep& step : steps_) {
      if (step.block != nullptr) notes_.place(*step.block, step.instead_of);
    }
    return assemble();
  }

  // The pieces and blocks of which the text was made.
  const std::vector<FormStep>& steps() const { return steps_; }

 private:
  std::string assemble() {
    if (!all_anew_) text_ = base_.head();
    std::size_t next = 0;  // the piece behind the last one that is written or given up
    for (const FormStep& step : steps_) {
      if (step.piece) {
        while (next < *step.piece) pass_over(base_.pieces()[next++]);
        write_piece(base_.pieces()[next++]);
      } else {
        begin_block();
        text_ += step.moved ? base_.pieces()[*step.moved].source : writer_.write(*step.block, hint_of(step.instead_of));
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
  const std::vector<std::vector<RichBlock>>& read_base_;
  const std::vector<RichBlock>& edited_;
  FormNotes notes_;
  std::vector<FormStep> steps_;
  std::string text_;
  bool all_anew_ = false;
  RichMarkdown writer_{[this](const RichRun& note) { return notes_.label(note); }};
  bool touching_ = true;  // what comes next stood behind what was written last in the base, too
  std::set<std::string> rewritten_;
};

// What the text must read as: what was kept as it was, and what is new.
std::string expected_key(const MarkdownPieces& base, const std::vector<FormStep>& steps) {
  const auto read = read_markdown(base);
  std::vector<RichBlock> blocks;
  for (const FormStep& step : steps) {
    if (step.block != nullptr) add_block(blocks, *step.block);
    const auto piece = step.piece ? step.piece : step.moved;
    if (!piece) continue;
    for (const auto& block : read[*piece]) add_block(blocks, block);
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
                      say("This text contains something that cannot be kept as it is. Send this section as Markdown, "
                          "or simplify what was changed."));
}

}  // namespace documents
