#include "domain/text/translation.hpp"

namespace domain {

std::string_view to_string(TranslationState state) {
  switch (state) {
    case TranslationState::source:
      return "source";
    case TranslationState::missing:
      return "missing";
    case TranslationState::current:
      return "current";
    case TranslationState::stale:
      return "stale";
    case TranslationState::unconfirmed:
      return "unconfirmed";
  }
  return "missing";
}

TranslationState judge_translation(bool section_approved, std::int64_t revision, std::int64_t source_revision,
                                   std::int64_t source, std::int64_t confirmed) {
  if (revision == 0) return TranslationState::missing;
  if (source_revision < source) return TranslationState::stale;
  if (section_approved && revision > confirmed) return TranslationState::unconfirmed;
  return TranslationState::current;
}

}  // namespace domain
