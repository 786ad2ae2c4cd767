#include "usecases/text_reading.hpp"

#include "render/placed_pictures.hpp"
#include "render/text_check.hpp"
#include "render/words.hpp"
#include "store/hash.hpp"
#include "usecases/service.hpp"

namespace usecases {
namespace {

std::vector<store::PlacedPicture> placed_in(const std::string& markdown) {
  std::vector<store::PlacedPicture> placed;
  for (const auto& picture : render::placed_pictures(markdown)) {
    placed.push_back({picture.name, !picture.alternative.empty()});
  }
  return placed;
}

TextReading read_text(const std::string& markdown) {
  const render::SyntaxTree tree(markdown);
  return {tree.objection(), render::says_nothing(tree), render::count_words(tree), placed_in(markdown),
          render::list_not_shown(markdown)};
}

}  // namespace

CheckedText check_markdown(const std::string& sent) {
  std::string markdown = render::check_text(sent, render::Breaks::markdown);
  std::string sha256 = store::sha256_hex(markdown);
  return {std::move(markdown), std::move(sha256)};
}

CheckedText checked_before(const store::Revision& revision) { return {revision.markdown, revision.sha256}; }

std::shared_ptr<const TextReading> reading_of(const Read& context, const CheckedText& text) {
  return context.groundwork.get<TextReading>(
      context.tx, "text " + text.sha256, [&] { return text.markdown; }, read_text);
}

bool shows_nothing(const Read& context, const store::Revision& text) {
  constexpr std::size_t kShort = 200;  // only such a one can have words and show none of them
  if (text.words > 0 && text.markdown.size() > kShort) return false;
  return reading_of(context, checked_before(text))->says_nothing;
}

}  // namespace usecases
