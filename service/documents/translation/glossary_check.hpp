// A glossary held against a text: which forbidden forms stand in it, and which wanted ones.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "documents/text/term_words.hpp"
#include "domain/basis/error.hpp"
#include "domain/text/glossary.hpp"
#include "domain/text/term_matcher.hpp"

namespace documents {

struct ForbiddenTerm {
  const domain::GlossaryEntry* entry = nullptr;
  std::string written;    // as it stands in the text
  std::string preferred;  // empty: the glossary names none
  int line = 0;           // of the Markdown; 0: not known
};

// An entry of which a preferred or other good form is there.
struct WantedTerm {
  const domain::GlossaryEntry* entry = nullptr;
  std::string written;  // the first of them, as it stands in the text
};

struct TextTerms {
  std::vector<ForbiddenTerm> forbidden;  // in the order of the text; of forms that overlap the first and longest
  std::vector<WantedTerm> wanted;
};

class GlossaryCheck {
 public:
  explicit GlossaryCheck(domain::Glossary glossary);
  GlossaryCheck(const GlossaryCheck&) = delete;
  GlossaryCheck& operator=(const GlossaryCheck&) = delete;

  bool knows(const std::string& language) const { return languages_.contains(language); }
  // Whether a text in the language can hold a forbidden form.
  bool forbids(const std::string& language) const { return forbids_.contains(language); }
  // Whether a translation of a text can lack a form: some entry wants one in both languages.
  bool asks_for(const std::string& source, const std::string& translation) const {
    return asks_for_.contains({source, translation});
  }

  // A forbidden form that lies within a longer wanted one is none. In a text with a great many forms the last ones are
  // not looked for.
  TextTerms look_at(const std::string& language, const TermWords& text) const;

 private:
  struct Use {
    std::size_t entry = 0;
    bool forbidden = false;
  };
  struct Language {
    domain::TermMatcher matcher;
    std::vector<Use> uses;  // by the number of a phrase
  };

  void note_pairs(const domain::GlossaryEntry& entry);
  void add(Language& language, std::size_t entry, const std::string& form, bool forbidden);

  domain::Glossary glossary_;
  std::map<std::string, Language> languages_;
  std::set<std::string> forbids_;
  std::set<std::pair<std::string, std::string>> asks_for_;  // source, translation
};

// What the source text has a wanted form of and the translation none, though the glossary names one. As the source has
// it.
std::vector<WantedTerm> untranslated_terms(const TextTerms& source, const TextTerms& translation,
                                           const std::string& language);

// What is wrong with a glossary: entries of the same id, forms without a word, stems of fewer than three letters, a
// form that stands there twice in a language, a form that an entry wants and forbids. Pointers begin with the prefix:
// "/entries" gives "/entries/0/id".
std::vector<domain::Finding> glossary_faults(const domain::Glossary& glossary, const std::string& prefix);

}  // namespace documents
