// Texts to be translated, given out as XLIFF 2.0.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/translation/translations.hpp"

namespace usecases {

struct ExportFilter {
  std::string language;               // to translate into
  std::vector<std::string> sections;  // empty: all
  std::vector<std::string> states;    // "missing", "stale" ...; empty: all
};

struct XliffDocument {
  std::string name;  // "tkm-2026.en-ru.xlf"
  std::string bytes;
  std::string tag;  // of the bytes
};

// The sections that the caller may read. A translation that is there goes with it, as far as its blocks correspond to
// those of the source text.
// Errors: not_found (report, section, language, nothing to translate), invalid (the source language).
XliffDocument export_translations(const Read& context, const std::string& report, const ExportFilter& filter);

// "obj-07.s3.t1": which revisions a part of such a file was made from; the translation's is 0 where there was none.
struct XliffFileId {
  std::string section;
  std::int64_t source = 0;
  std::int64_t translation = 0;

  std::string to_string() const;
  // Nothing: it is none, or not as to_string() writes it.
  static std::optional<XliffFileId> parse(const std::string& id);
};

}  // namespace usecases
