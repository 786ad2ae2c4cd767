// The words that a report wants and does not want, by language.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace domain {

// The forms of one thing in one language. A word of `also` and `forbidden` may end in '*': then whatever begins like
// that fits ("миграци*"), which stands for the endings of an inflected language.
struct TermForms {
  std::string preferred;               // as it is shown; empty: the language has only forbidden forms
  std::vector<std::string> also;       // other forms that will do
  std::vector<std::string> forbidden;  // forms that texts shall not use
  bool operator==(const TermForms&) const = default;
};

struct GlossaryEntry {
  std::string id;                          // unique in the glossary: "compact"
  std::map<std::string, TermForms> terms;  // by language
  std::string note;                        // why; empty: nothing is said
  std::vector<std::string> unconfirmed;    // languages whose preferred form no published text confirms
  bool operator==(const GlossaryEntry&) const = default;
};

using Glossary = std::vector<GlossaryEntry>;

}  // namespace domain
