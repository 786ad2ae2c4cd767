// What is there to translate: each section with a source text, once per target language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "usecases/texts/texts.hpp"

namespace usecases {

struct TranslationFilter {
  std::optional<std::string> language;  // not the source language
  std::optional<std::string> state;     // "missing", "current", ...
  std::optional<std::string> section;
};

struct TranslationView {
  std::string section;
  std::string number;
  domain::LocalizedText title;
  std::string language;  // translated into
  domain::TranslationState state = domain::TranslationState::missing;
  domain::Revision source;                 // the newest; without markdown
  std::optional<domain::Revision> newest;  // of the translation, without markdown; nothing: missing
  std::optional<TextPair> source_change;   // stale, and the caller may read it: what it was made from, and source
  std::int64_t place = 0;                  // in the list; grows
};

struct TranslationList {
  std::vector<TranslationView> views;
  std::int64_t next = 0;  // the place where the next page begins; 0: this is the last
};

// In outline order, from a place on; fewer than the limit where the texts to compare are long.
// Errors: not_found (report, section, language), invalid (the source language).
TranslationList list_translations(const Read& context, const std::string& report, const TranslationFilter& filter,
                                  std::int64_t from, int limit);

}  // namespace usecases
