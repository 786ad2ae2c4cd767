// Formats: loaded by the coordinator or admin, versioned, never changed.
#pragma once

#include <string>
#include <vector>

#include "domain/error.hpp"
#include "store/formats.hpp"
#include "usecases/access.hpp"

namespace usecases {

struct StoredFormat {
  store::FormatVersion version;  // version 0: a dry run
  int sections = 0;              // text nodes
  bool is_new = false;           // false: the newest version has these very bytes
  std::vector<domain::Finding> warnings;
};

// Checks a format file (YAML or JSON) and stores it as the next version.
// Errors: invalid with every wrong place; storing it unless dry_run.
StoredFormat store_format(const Write& context, const std::string& source, bool dry_run);

struct FormatView {
  store::FormatVersion version;
  std::shared_ptr<const domain::Format> format;
  std::string source;
};

// version 0: the newest. Errors: not_found.
FormatView get_format(const Read& context, const std::string& id, std::int64_t version);
std::vector<store::FormatVersion> list_formats(const Read& context);

// Stores the formats that the program ships, where they are not stored yet.
void store_shipped_formats(Service& service);

}  // namespace usecases
