// The lines of a form that say where a section begins and ends: "[[tkm-2026 labour obj-06 en 3]]" ... "[[/obj-06 en]]".
// They are found by their letters, not by how they look, so that no word processor can lose them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace documents {

struct FormMarker {
  bool end = false;
  std::string report;  // begin only, as agency, revision and source_revision
  std::string agency;
  std::string section;
  std::string language;
  std::int64_t revision = 0;         // that stands in the form; 0: there was no text yet
  std::int64_t source_revision = 0;  // of a translation: the source text's newest then; 0: it is the source text
};

// A translation says more: "[[tkm-2026 labour obj-06 ru 2 of 3]]".
std::string spell_begin(const FormMarker& marker);
std::string spell_end(const FormMarker& marker);

struct FoundMarker {
  FormMarker marker;
  std::size_t begin = 0;  // of its letters, in bytes
  std::size_t end = 0;
};
// The first marker in a line.
std::optional<FoundMarker> find_marker(std::string_view text);

}  // namespace documents
