// Texts to be translated as XLIFF 2.0 (OASIS, 2014), the format that translators' tools exchange.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/translation/translation_units.hpp"

namespace documents {

struct XliffNote {
  std::string category;
  std::string text;
};

// A term of the glossary that stands in a unit.
struct XliffTerm {
  std::string term;
  std::string translation;
  std::string definition;  // empty: none
};

struct XliffUnit {
  const TextUnit* unit = nullptr;
  std::optional<UnitParts> target;  // in the numbers of the unit's codes
  std::string state;                // initial, translated, final
  std::string sub_state;            // empty: none
  std::vector<XliffNote> notes;
  std::vector<XliffTerm> terms;
};

struct XliffFile {
  std::string id;  // an XML name token
  std::string original;
  std::vector<XliffNote> notes;
  std::vector<XliffUnit> units;  // at least one
};

// At least one file. Unit n of a file has the id "u<n>", from 1; code n of a unit the id "<n>".
std::string write_xliff(const std::string& source_language, const std::string& target_language,
                        const std::vector<XliffFile>& files);

}  // namespace documents
