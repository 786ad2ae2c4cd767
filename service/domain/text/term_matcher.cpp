#include "domain/text/term_matcher.hpp"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

bool fits(const PhraseWord& expected, std::string_view word) {
  return expected.stem ? word.starts_with(expected.text) : word == expected.text;
}

bool stands_at(const Phrase& phrase, const std::vector<std::string_view>& words, std::size_t place) {
  if (phrase.size() > words.size() - place) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (!fits(phrase[i], words[place + i])) return false;
  }
  return true;
}

}  // namespace

bool covers(const Phrase& phrase, const Phrase& other) {
  return std::ranges::equal(phrase, other, [](const PhraseWord& word, const PhraseWord& covered) {
    return fits(word, covered.text) && (word.stem || !covered.stem);
  });
}

void TermMatcher::add(Phrase phrase, std::size_t number) {
  const PhraseWord& first = phrase.front();
  if (first.stem) stem_lengths_.insert(first.text.size());
  auto& known = (first.stem ? stems_ : whole_)[first.text];
  known.push_back({std::move(phrase), number});
}

void TermMatcher::match(const Index& index, std::string_view key, const std::vector<std::string_view>& words,
                        std::size_t place, std::size_t most, std::vector<Hit>& hits) {
  const auto found = index.find(key);
  if (found == index.end()) return;
  for (const Known& known : found->second) {
    if (hits.size() == most) return;
    if (stands_at(known.phrase, words, place)) hits.push_back({known.number, place, known.phrase.size()});
  }
}

std::vector<TermMatcher::Hit> TermMatcher::find(const std::vector<std::string_view>& words, std::size_t most) const {
  std::vector<Hit> hits;
  for (std::size_t place = 0; place < words.size() && hits.size() < most; ++place) {
    const std::string_view word = words[place];
    if (word.empty()) continue;
    match(whole_, word, words, place, most, hits);
    for (const std::size_t length : stem_lengths_) {
      if (length > word.size()) break;
      match(stems_, word.substr(0, length), words, place, most, hits);
    }
  }
  return hits;
}

}  // namespace domain
