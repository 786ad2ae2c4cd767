// Translations taken back from XLIFF 2.0.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/texts.hpp"

namespace usecases {

struct UnitRemark {
  std::string unit;  // its id in the file
  std::string message;
};

// What became of one section. Results:
//   saved         as a new revision (a dry run: it would be)
//   unchanged     the newest translation says just this
//   incomplete    some units have no translation yet
//   invalid       units, or their markup, are not those of the source text
//   stale_source  the source text has a newer revision than the one translated
//   conflict      somebody saved the translation since the file was given out
//   refused       the caller may not save this translation now
struct ImportedSection {
  std::string section;  // as far as the file names one
  std::string result;
  std::string message;  // empty: nothing to say
  std::optional<std::int64_t> revision;
  std::optional<std::int64_t> source_revision;
  std::vector<UnitRemark> units;
  std::optional<TextPair> source_change;  // stale_source
  std::vector<TermWarning> terms;
};

struct ImportReport {
  std::string language;
  bool dry_run = false;
  std::vector<ImportedSection> sections;  // in the order of the file
};

// Each section is saved or not by itself. Errors: not_found; invalid where the file is no XLIFF 2.0 or of other
// languages or another report.
ImportReport import_translations(const Write& context, const std::string& report, const std::string& xliff,
                                 bool dry_run);

}  // namespace usecases
