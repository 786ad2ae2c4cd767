// Formats: loaded by the coordinator or admin, versioned, never changed.
#pragma once

#include <string>
#include <vector>

#include "domain/basis/error.hpp"
#include "store/report/formats.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// A format file (YAML or JSON) without faults.
struct CheckedFormat {
  std::string key;
  domain::LocalizedText title;
  std::string source;
  std::string sha256;  // of the source
  int sections = 0;    // text nodes
  std::vector<domain::Finding> warnings;
};
// Errors: forbidden.
void require_may_store_formats(const Read& context);
// In no transaction: takes its time. Errors: invalid with every wrong place.
CheckedFormat check_format(std::string source);

struct StoredFormat {
  domain::FormatVersion version;  // version 0: a dry run
  int sections = 0;               // text nodes
  bool is_new = false;            // false: the newest version has these very bytes
  std::vector<domain::Finding> warnings;
};

// Stores it as the next version. Errors: forbidden.
StoredFormat store_format(const Write& context, const CheckedFormat& format);
// What a dry run tells of it.
StoredFormat not_stored(const CheckedFormat& format);

struct FormatView {
  domain::FormatVersion version;
  std::shared_ptr<const domain::Format> format;
  std::string source;
};

// version 0: the newest. Errors: not_found.
FormatView get_format(const Read& context, const std::string& id, std::int64_t version);
std::vector<domain::FormatVersion> list_formats(const Read& context);

// Stores the formats that the program ships, where they are not stored yet.
void store_shipped_formats(Service& service);

}  // namespace usecases
