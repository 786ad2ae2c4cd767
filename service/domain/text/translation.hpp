// A translation has no state of its own: it is judged by the source revision that it was made from.
#pragma once

#include <cstdint>
#include <string_view>

namespace domain {

enum class TranslationState {
  source,  // the text in the report's source language itself
  missing,
  current,      // made from the newest source revision
  stale,        // the source was saved again since
  unconfirmed,  // saved after the section was approved, and confirmed by nobody yet
};

std::string_view to_string(TranslationState state);

// revision, source_revision: of the translation (0: there is none); source: newest revision in the source language;
// confirmed: newest revision that an approval or a confirmation covered.
TranslationState judge_translation(bool section_approved, std::int64_t revision, std::int64_t source_revision,
                                   std::int64_t source, std::int64_t confirmed);

}  // namespace domain
