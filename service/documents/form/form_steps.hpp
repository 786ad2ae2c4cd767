// Where the blocks of an edited form come from.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "documents/form/rich_text.hpp"
#include "documents/markdown/markdown_pieces.hpp"

namespace documents {

// One block of the text to be: a piece of the base as it is, where it was or elsewhere, or a block in the place of a
// piece.
struct FormStep {
  std::optional<std::size_t> piece;  // kept
  std::optional<std::size_t> moved;  // a piece that stood elsewhere
  const RichBlock* block = nullptr;  // written anew
  const MarkdownPiece* instead_of = nullptr;
};

// In the order of the text to be. Pieces and blocks are those that are passed, which have to live as long.
std::vector<FormStep> align_form(const MarkdownPieces& base, const std::vector<std::vector<RichBlock>>& read_base,
                                 const std::vector<RichBlock>& edited);

}  // namespace documents
