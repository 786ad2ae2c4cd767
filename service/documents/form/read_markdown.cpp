#include "documents/form/read_markdown.hpp"

#include <utility>

#include "documents/form/form_text.hpp"
#include "documents/form/word_reader.hpp"

namespace documents {
namespace {

std::vector<RichBlock> read_tree(const pandoc::Json& blocks) {
  const pandoc::Json tree{{"blocks", blocks}};
  std::vector<RichBlock> read;
  for (auto& one : read_word(tree.dump(-1, ' ', false, pandoc::Json::error_handler_t::replace)))
    add_block(read, std::move(one.block));
  return read;
}

}  // namespace

std::vector<RichBlock> read_markdown(const std::string& markdown) {
  const SyntaxTree tree(markdown);
  return read_tree(FormText(tree).blocks_inside(tree.root()));
}

std::vector<std::vector<RichBlock>> read_markdown(const MarkdownPieces& pieces) {
  FormText text(pieces.tree());
  std::vector<std::vector<RichBlock>> read;
  for (const auto& piece : pieces.pieces()) {
    pandoc::Json tree = pandoc::Json::array();
    for (auto* node : piece.nodes) text.add_block(tree, node);
    read.push_back(read_tree(tree));
  }
  return read;
}

}  // namespace documents
