// Editions: the compiled report frozen in every format and language, with a manifest of what is in it. The same bytes
// for ever. How they come to be: edition_jobs.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/report/editions.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// An edition holds all texts, so only who may read them all may see one. Errors: not_found, forbidden.
domain::Edition get_edition(const Read& context, const std::string& report, std::int64_t number);
std::vector<domain::Edition> list_editions(const Read& context, const std::string& report, std::int64_t below,
                                           int limit);

// For who has judged the rights. Errors: not_found.
domain::Edition open_edition(const Read& context, const std::string& report, std::int64_t number);

struct EditionFile {
  std::string name;  // "tkm-2026.ru.pdf"
  std::string media_type;
  std::string bytes;
  std::string sha256;
};
// file: as the manifest names it ("tkm-2026.ru.pdf", "pictures/obj-07.map.png"); "manifest.json", "SHA256SUMS", or
// "edition.zip" with all of them. Errors: not_found, forbidden.
EditionFile get_edition_file(const Read& context, const std::string& report, std::int64_t number,
                             const std::string& file);

// Its document for programs in one of its languages, for who has judged the rights. Errors: not_found.
std::string edition_document(const Read& context, const domain::Edition& edition, const std::string& language);

// It stays readable. Errors: conflict (withdrawn already).
domain::Edition withdraw_edition(const Write& context, const std::string& report, std::int64_t number,
                                 const std::string& reason);

}  // namespace usecases
