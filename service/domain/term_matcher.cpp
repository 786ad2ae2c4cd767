#include "domain/term_matcher.hpp"

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

void TermMatcher::add(Phrase phrase, std::size_t number) {
  const PhraseWord& first = phrase.front();
  if (first.stem) stem_lengths_.insert(first.text.size());
  auto& known = (first.stem ? stems_ : whole_)[first.text];
  known.push_back({std::move(phrase), number});
}

void TermMatcher::match(const Index& index, std::string_view key, const std::vector<std::string_view>& words,
                        std::size_t place, std::vector<Hit>& hits) {
  const auto found = index.find(key);
  if (found == index.end()) return;
  for (const Known& known : found->second) {
    if (stands_at(known.phrase, words, place)) hits.push_back({known.number, place, known.phrase.size()});
  }
}

std::vector<TermMatcher::Hit> TermMatcher::find(const std::vector<std::string_view>& words) const {
  std::vector<Hit> hits;
  for (std::size_t place = 0; place < words.size(); ++place) {
    const std::string_view word = words[place];
    if (word.empty()) continue;
    match(whole_, word, words, place, hits);
    for (const std::size_t length : stem_lengths_) {
      if (length > word.size()) break;
      match(stems_, word.substr(0, length), words, place, hits);
    }
  }
  return hits;
}

}  // namespace domain
