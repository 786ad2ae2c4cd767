// Translated units put back into the shape of the source text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/translation/translation_units.hpp"
#include "domain/basis/error.hpp"

namespace documents {

// The parts of an existing translation for each unit of the source text, in the numbers of the source's codes. Nothing
// for a unit whose codes differ. Empty: the two texts are not built alike.
std::vector<std::optional<UnitParts>> align_translation(const TextUnits& source, const TextUnits& translation);

class Unwritable : public domain::Error {
 public:
  Unwritable()
      : Error(domain::ErrorCode::invalid, "cannot_be_written",
              domain::say("The translation cannot be written as Markdown that shows exactly this.")) {}
};

// The Markdown of a translation: one list of parts for each unit of the source text. Blocks that are in the present
// translation as they are here keep every byte, where both texts are built alike; code blocks are the source's. Where
// nothing differs it is given back as it is.
// Error: Unwritable where no Markdown would be read as these parts.
std::string compose_translation(const std::string& source, const std::optional<std::string>& present,
                                const std::vector<UnitParts>& targets);

// Then: which units it is, by their places; not more than so many. None: only together they cannot be written.
std::vector<std::size_t> unwritable_units(const std::string& source, const std::vector<UnitParts>& targets,
                                          std::size_t most);
// And why, in words.
domain::Message why_unwritable(const UnitParts& parts);

}  // namespace documents
