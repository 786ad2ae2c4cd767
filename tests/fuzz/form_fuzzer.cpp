// Any bytes as what pandoc tells about a Word file: they are refused, or become texts that can be kept.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "documents/form/form_merge.hpp"
#include "documents/form/read_markdown.hpp"
#include "documents/form/word_reader.hpp"
#include "domain/basis/error.hpp"

namespace {

void require(bool holds, const char* what, const std::string& shown) {
  if (holds) return;
  std::cerr << "broken: " << what << "\n" << shown << "\n";  // never buffered
  std::abort();
}

std::string bare_letters(const std::vector<documents::RichBlock>& blocks) {
  std::string letters = documents::letters_of(blocks);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return letters;
}

// What was edited, brought back into a text: it reads as that, or not a letter of it is lost at the least. Nothing: the
// edit is refused.
std::optional<std::string> merge(const std::string& base, const std::vector<documents::RichBlock>& edited) {
  documents::MergedText merged;
  try {
    merged = documents::merge_form(base, documents::read_markdown(documents::MarkdownPieces(base)), edited);
  } catch (const domain::Error& error) {
    require(error.kind() == "unreadable_text" && !error.message().empty(), "a refusal says why", error.kind());
    return std::nullopt;
  }
  const auto read = documents::read_markdown(merged.markdown);
  require(bare_letters(read) == bare_letters(edited), "no letter is lost", base + "\n---\n" + merged.markdown);
  require(merged.plainer || documents::key_of(read) == documents::key_of(edited), "the text reads as the form did",
          base + "\n---\n" + merged.markdown);
  require(!merged.unchanged || merged.markdown == base, "what is unchanged keeps its bytes", merged.markdown);
  return merged.markdown;
}

void check(const std::vector<documents::WordBlock>& read) {
  std::vector<documents::RichBlock> edited;
  for (const auto& one : read) documents::add_block(edited, one.block);
  const auto text = merge("", edited);
  if (!text) return;
  auto blocks = documents::read_markdown(*text);
  require(merge(*text, blocks) == text, "a form that nobody edited changes nothing", *text);
  if (!blocks.empty()) blocks.erase(blocks.begin());
  merge(*text, blocks);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::vector<documents::WordBlock>> texts;
  try {
    texts = documents::read_words(std::string(reinterpret_cast<const char*>(data), size), "cut");
  } catch (const domain::Error& error) {
    require(error.code() == domain::ErrorCode::invalid && !error.message().empty(), "a refusal says why", "");
  }
  for (const auto& text : texts) check(text);
  return 0;
}
