#include "usecases/translation/translation_offers.hpp"

#include <utility>

#include "documents/translation/translation_compose.hpp"
#include "domain/text/sequence_diff.hpp"

namespace usecases {
namespace {

using documents::TextUnits;

std::vector<std::string> keys_of(const TextUnits& text) {
  std::vector<std::string> keys;
  for (const auto& unit : text.units()) keys.push_back(documents::content_key(unit));
  return keys;
}

}  // namespace

Offers offers_for(const TextUnits& source, const TextUnits& translation) {
  Offers offers(source.units().size());
  const auto aligned = documents::align_translation(source, translation);
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (aligned.empty()) {
      offers[i].remark =
          "There is a translation of this text, but its paragraphs, lists or tables differ from the source.";
    } else if (!aligned[i]) {
      offers[i].remark = "The translation has other links, footnotes or emphases here: " +
                         documents::text_of(translation.units()[i].parts);
    }
    if (!aligned.empty()) offers[i].parts = aligned[i];
  }
  return offers;
}

Offers offers_for(const TextUnits& now, const TextUnits& then, const TextUnits& translation) {
  const Offers offers = offers_for(then, translation);
  Offers carried(now.units().size());
  const bool alike = then.skeleton() == now.skeleton();
  const auto old_keys = keys_of(then);
  const auto new_keys = keys_of(now);
  std::size_t from = 0;
  std::size_t to = 0;
  for (const auto edit :
       domain::diff_sequences({old_keys.begin(), old_keys.end()}, {new_keys.begin(), new_keys.end()})) {
    if (edit == domain::Edit::keep) carried[to] = offers[from];
    if (edit == domain::Edit::insert) carried[to].remark = "New or changed since the translation was made.";
    if (edit != domain::Edit::insert) ++from;
    if (edit != domain::Edit::remove) ++to;
  }
  for (std::size_t i = 0; alike && i < carried.size(); ++i) {
    if (carried[i].parts || !offers[i].parts) continue;
    auto parts = documents::renumber(then.units()[i], *offers[i].parts, now.units()[i]);
    if (parts) carried[i] = {std::move(parts), true, documents::text_of(then.units()[i].parts), ""};
  }
  return carried;
}

}  // namespace usecases
