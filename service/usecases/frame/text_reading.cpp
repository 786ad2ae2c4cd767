#include "usecases/frame/text_reading.hpp"

#include <cstdint>
#include <string>

#include "documents/text/placed_pictures.hpp"
#include "documents/text/text_check.hpp"
#include "documents/text/words.hpp"
#include "store/database/hash.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {
namespace {

struct TextToRead {
  std::string markdown;
  TermsAsked asked;
};

std::vector<domain::PlacedPicture> placed_in(const documents::SyntaxTree& tree) {
  std::vector<domain::PlacedPicture> placed;
  for (const auto& picture : documents::placed_pictures(tree)) {
    placed.push_back({picture.name, !picture.alternative.empty()});
  }
  return placed;
}

std::string name_of(const CheckedText& text, const TermsAsked& asked) {
  const auto glossary = reinterpret_cast<std::uintptr_t>(asked.glossary.get());
  return "text " + text.sha256 + " " + std::to_string(glossary) + " " + asked.language;
}

// The text is parsed once for all of it: that is most of what a save costs.
TextReading read_text(const TextToRead& text) {
  auto [tree, not_shown] = documents::read_text(text.markdown);
  TextReading reading{tree.objection(), documents::says_nothing(tree), documents::count_words(tree), placed_in(tree),
                      std::move(not_shown)};
  if (text.asked.glossary != nullptr) {
    reading.glossary = text.asked.glossary;
    reading.terms = reading.glossary->look_at(text.asked.language, documents::TermWords(tree));
  }
  return reading;
}

}  // namespace

CheckedText check_markdown(const std::string& sent) {
  std::string markdown = documents::check_text(sent, documents::Breaks::markdown);
  std::string sha256 = store::sha256_hex(markdown);
  return {std::move(markdown), std::move(sha256)};
}

CheckedText checked_before(const domain::Revision& revision) { return {revision.markdown, revision.sha256}; }

std::shared_ptr<const TextReading> reading_of(const Read& context, const CheckedText& text, const TermsAsked& asked) {
  return context.groundwork.get<TextReading>(
      context.tx, name_of(text, asked),
      [&] {
        return TextToRead{text.markdown, asked};
      },
      read_text);
}

void read_ahead(Groundwork& groundwork, const CheckedText& text, const TermsAsked& asked) {
  groundwork.prepare<TextReading>(name_of(text, asked), [&] { return read_text({text.markdown, asked}); });
}

bool shows_nothing(const Read& context, const domain::Revision& text) {
  constexpr std::size_t kShort = 200;  // only such a one can have words and show none of them
  if (text.words > 0 && text.markdown.size() > kShort) return false;
  return reading_of(context, checked_before(text))->says_nothing;
}

}  // namespace usecases
