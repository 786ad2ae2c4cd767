// Editions: the compiled report frozen in every format and language, with a manifest of what is in it. The same bytes
// for ever.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "store/editions.hpp"
#include "usecases/access.hpp"
#include "usecases/compile.hpp"

namespace usecases {

struct NewEdition {
  std::string name;
  bool final_edition = false;
  std::vector<std::string> languages;          // empty: all of the report
  std::optional<Select> select;                // none: approved for a final edition, latest for a draft
  std::optional<std::string> override_reason;  // final: freeze it although something is missing
};

// An edition that is made and not stored yet.
struct PreparedEdition {
  store::Edition edition;                    // without number, event and manifest
  nlohmann::ordered_json manifest;           // without what only storing tells
  std::map<std::string, std::string> files;  // name -> bytes
};

// Compiles and converts, which takes seconds: outside of any transaction. Everything is as of one event.
// Errors: forbidden; invalid (languages); conflict not_ready with what keeps a final edition from being frozen;
// tool_missing, unavailable, tool_failed of the converters.
PreparedEdition prepare_edition(Service& service, const domain::Actor& actor, const std::string& report,
                                const NewEdition& wanted);
store::Edition store_edition(const Write& context, PreparedEdition prepared);

// An edition holds all texts, so only who may read them all may see one. Errors: not_found, forbidden.
store::Edition get_edition(const Read& context, const std::string& report, std::int64_t number);
std::vector<store::Edition> list_editions(const Read& context, const std::string& report, std::int64_t below,
                                          int limit);

struct EditionFile {
  std::string name;  // "tkm-2026.ru.pdf"
  std::string media_type;
  std::string bytes;
};
// file: as the manifest names it ("tkm-2026.ru.pdf", "pictures/obj-07.map.png"); "document.pdf" in a language, or in
// the first; "manifest.json", "SHA256SUMS", or "edition.zip" with all of them. Errors: not_found, forbidden.
EditionFile get_edition_file(const Read& context, const std::string& report, std::int64_t number,
                             const std::string& file, const std::optional<std::string>& language);

// It stays readable. Errors: conflict (withdrawn already).
store::Edition withdraw_edition(const Write& context, const std::string& report, std::int64_t number,
                                const std::string& reason);

}  // namespace usecases
