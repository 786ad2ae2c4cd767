// Translations taken back from XLIFF 2.0.
#pragma once

#include <string>
#include <vector>

#include "usecases/translation/xliff_section.hpp"

namespace usecases {

struct ImportReport {
  std::string report;
  std::string language;
  bool dry_run = false;
  std::vector<ImportedSection> sections;  // in the order of the file
};

// A file that was read and put into the shape of the source texts, not saved yet.
struct ReadImport {
  std::string report;
  std::string language;
  std::vector<TakenSection> sections;
};

// Outside of any write. Errors: not_found; invalid where the file is no XLIFF 2.0 or of other languages or another
// report, or has two parts for a section.
ReadImport read_import(Service& service, const domain::Actor& actor, const std::string& report,
                       const std::string& xliff);

// Judges every section as saving it now would. Nothing is saved. Does all that takes time for long texts.
ImportReport check_import(const Read& context, const ReadImport& file);
// Saves every section that can be saved, all in this transaction. Needs the groundwork of check_import.
ImportReport save_import(const Write& context, const ReadImport& file);

}  // namespace usecases
