// Finds many phrases in a text at once. Words are compared as they are: whoever calls has brought both into one case.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace domain {

struct PhraseWord {
  std::string text;
  bool stem = false;  // whatever begins with the text fits
  friend bool operator==(const PhraseWord&, const PhraseWord&) = default;
};
using Phrase = std::vector<PhraseWord>;

// Whether whatever the one fits, the other fits as well: "migr*" covers "migrant" and "migrant*".
bool covers(const Phrase& phrase, const Phrase& other);

class TermMatcher {
 public:
  // At least one word. number: tells the hits of this phrase.
  void add(Phrase phrase, std::size_t number);

  struct Hit {
    std::size_t number = 0;
    std::size_t first = 0;  // word
    std::size_t count = 0;  // of words
  };
  // By their first word, not more than so many. An empty word is a place that no phrase reaches across.
  std::vector<Hit> find(const std::vector<std::string_view>& words, std::size_t most) const;

 private:
  struct Known {
    Phrase phrase;
    std::size_t number;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, std::vector<Known>, Hash, std::equal_to<>>;  // by the first word

  static void match(const Index& index, std::string_view key, const std::vector<std::string_view>& words,
                    std::size_t place, std::size_t most, std::vector<Hit>& hits);

  Index whole_;
  Index stems_;
  std::set<std::size_t> stem_lengths_;
};

}  // namespace domain
