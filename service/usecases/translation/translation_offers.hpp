// What an existing translation has for the units of a source text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/translation/translation_units.hpp"

namespace usecases {

struct Offer {
  std::optional<documents::UnitParts> parts;  // in the numbers of the unit's codes
  bool old = false;                           // of an earlier source text
  std::string source_then;                    // of that one
  std::string remark;                         // why there is none
};
using Offers = std::vector<Offer>;  // one for each unit of the source text

// Of a translation that was made from this very text.
Offers offers_for(const documents::TextUnits& source, const documents::TextUnits& translation);
// Of one that was made from an earlier text: units that did not change keep theirs; a unit that did gets the old one to
// look at where both texts are built alike.
Offers offers_for(const documents::TextUnits& source, const documents::TextUnits& then,
                  const documents::TextUnits& translation);

}  // namespace usecases
