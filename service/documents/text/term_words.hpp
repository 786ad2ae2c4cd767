// The words of a text as a glossary looks for them: brought into one case, in any script, "ё" as "е". A word is a run
// of letters, digits and the marks on them; hyphens, commas and quotes part words, so that "decision-making" is
// "decision making". Any other mark, such as '/' or '.', is a word of its own: a form reaches over it only where it has
// it too.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "documents/text/syntax_tree.hpp"
#include "domain/text/term_matcher.hpp"

namespace documents {

class TermWords {
 public:
  // What is shown of a text, but for code and the addresses behind links.
  explicit TermWords(const SyntaxTree& tree);
  // A text that is shown as it stands.
  explicit TermWords(std::string_view shown);
  TermWords(const TermWords&) = delete;
  TermWords& operator=(const TermWords&) = delete;

  // An empty word stands where a block ends: no term reaches across.
  const std::vector<std::string_view>& words() const { return words_; }
  // As they were written, white space as single spaces.
  std::string written(std::size_t first, std::size_t count) const;
  // Of the Markdown, from 1; 0: not known.
  int line_of(std::size_t word) const { return places_.at(word).line; }

  enum class Sort { letter, space, joint, end };  // of a character

 private:
  struct Place {
    std::size_t begin = 0, length = 0;  // in written_
    std::size_t folded = 0;             // begin, in folded_
    int line = 0;
  };

  void add(std::string_view text, int line);
  void append_written(Sort sort, std::string_view characters);
  void add_apart(std::initializer_list<std::string> texts, int line);
  void separate();
  void list_words();

  std::string written_;
  std::string folded_;
  std::vector<Place> places_;
  std::vector<std::string_view> words_;  // into folded_
  bool in_word_ = false;
};

// The form of a term, taken apart like a text, but for marks around it: a '*' at the end of a word makes it a stem.
domain::Phrase phrase_of(std::string_view form);

}  // namespace documents
