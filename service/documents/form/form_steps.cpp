#include "documents/form/form_steps.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "documents/text/node_text.hpp"
#include "domain/text/sequence_diff.hpp"

namespace documents {
namespace {

using Kind = RichBlock::Kind;

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

class Alignment {
 public:
  Alignment(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base,
            const std::vector<RichBlock>& edited)
      : base_(base), edited_(edited) {
    for (std::size_t i = 0; i < base.pieces().size(); ++i) {
      if (base.pieces()[i].note) continue;
      for (const auto& block : read_base.at(i)) old_keys_.emplace_back(i, key_of(block));
      if (read_base.at(i).empty()) silent_.push_back(i);
    }
    for (const auto& block : edited) new_keys_.push_back(key_of(block));
  }

  // Each piece of the base and where its blocks went.
  std::vector<FormStep> align() {
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
        steps_.push_back({std::nullopt, std::nullopt, &edited_[j], nullptr});
      }
      if (edit != domain::Edit::insert) ++i;
      if (edit != domain::Edit::remove) ++j;
    }
    for (const std::size_t piece : silent_) put_in_order(piece);
    find_moved(gone);
    pair(gone);
    return std::move(steps_);
  }

 private:
  // What stands elsewhere now and reads as it did keeps its bytes, too.
  void find_moved(std::vector<std::size_t>& gone) {
    std::vector<int> blocks(base_.pieces().size());
    for (const auto& [piece, key] : old_keys_) ++blocks[piece];
    std::multimap<std::string_view, std::size_t> by_key;
    for (const auto& [piece, key] : old_keys_) {
      if (blocks[piece] == 1 && std::ranges::binary_search(gone, piece)) by_key.emplace(key, piece);
    }
    std::set<std::size_t> moved;
    for (FormStep& step : steps_) {
      const auto found = step.block == nullptr ? by_key.end() : by_key.find(new_keys_[step.block - edited_.data()]);
      if (found == by_key.end()) continue;
      step.moved = found->second;
      step.block = nullptr;
      moved.insert(found->second);
      by_key.erase(found);
    }
    std::erase_if(gone, [&](std::size_t piece) { return moved.contains(piece); });
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

  void keep_piece(std::size_t piece) { steps_.push_back({piece, std::nullopt, nullptr, nullptr}); }

  // A piece that reads as nothing stays behind the kept piece before it.
  void put_in_order(std::size_t piece) {
    const auto place =
        std::ranges::find_if(steps_, [&](const FormStep& step) { return step.piece && *step.piece > piece; });
    steps_.insert(place, {piece, std::nullopt, nullptr, nullptr});
  }

  // The blocks that are written anew, each with the next piece of its kind that is gone.
  void pair(const std::vector<std::size_t>& gone) {
    auto next = gone.begin();
    for (FormStep& step : steps_) {
      if (step.moved) continue;
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

  std::size_t next_kept(const FormStep& step) const {
    const FormStep* const end = steps_.data() + steps_.size();
    const auto* found = std::find_if(&step, end, [](const FormStep& later) { return later.piece.has_value(); });
    return found == end ? base_.pieces().size() : *found->piece;
  }

  const MarkdownPieces& base_;
  const std::vector<RichBlock>& edited_;
  std::vector<std::pair<std::size_t, std::string>> old_keys_;  // piece, key of a block
  std::vector<std::string> new_keys_;
  std::vector<std::size_t> silent_;  // pieces that read as nothing
  std::vector<FormStep> steps_;
};

}  // namespace

std::vector<FormStep> align_form(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base,
                                 const std::vector<RichBlock>& edited) {
  return Alignment(base, read_base, edited).align();
}

}  // namespace documents
