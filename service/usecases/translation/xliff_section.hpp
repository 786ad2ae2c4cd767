// One part of a translator's file, held against the section that it was made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/translation/xliff_reader.hpp"
#include "domain/basis/message.hpp"
#include "usecases/texts/texts.hpp"

namespace usecases {

struct UnitRemark {
  std::string unit;  // its id in the file
  domain::Message message;
};

// What became of one section. Results:
//   saved         as a new revision (a dry run: it would be)
//   unchanged     the newest translation says just this
//   incomplete    some units have no translation yet
//   invalid       units, or their markup, are not those of the source text
//   conflict      somebody saved the translation since the file was given out
//   refused       the caller may not save this translation now
struct ImportedSection {
  std::string section;  // as far as the file names one
  std::string result;
  domain::Message message;  // empty: nothing to say
  std::optional<std::int64_t> revision;
  std::optional<std::int64_t> source_revision;
  std::string diff;                       // saved: from the translation that was there, for who may be shown texts
  std::vector<UnitRemark> units;          // what is wrong first, then what is missing; 50 at the most
  bool stale = false;                     // the source text was saved since the file was given out
  std::optional<TextPair> source_change;  // stale: how, for who may be shown texts
  std::vector<TermWarning> terms;
};

// A section on its way into the report.
struct TakenSection {
  ImportedSection result;
  std::optional<SaveText> save;  // nothing: the result is final
};

// language: of the report. Reads only, and takes its time over a long text.
TakenSection take_section(const Read& context, const OpenReport& report, const std::string& language,
                          const documents::XliffReadFile& file);

}  // namespace usecases
