// Runs of Word's own XML: letters that look alike.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "documents/form/word_styles.hpp"
#include "documents/form/word_symbols.hpp"

namespace documents {

class WordRuns {
 public:
  WordRuns(const WordStyles& styles, const WordSymbols& symbols) : styles_(styles), symbols_(symbols) {}

  // By its own looks, or those of its or the paragraph's style.
  bool is_hidden(const pugi::xml_node& run, const pugi::xml_node& paragraph) const;
  // Signs, line breaks and struck out text as pandoc knows them. Gives the fonts of the signs that were left out.
  std::vector<std::string> make_plain(pugi::xml_node run) const;

 private:
  void plain_sign(pugi::xml_node run, pugi::xml_node sign, std::vector<std::string>& lost) const;
  void plain_letters(pugi::xml_node text, const std::string& font, std::vector<std::string>& lost) const;

  const WordStyles& styles_;
  const WordSymbols& symbols_;
};

}  // namespace documents
