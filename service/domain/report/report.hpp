// A national report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"
#include "domain/basis/localized.hpp"
#include "domain/report/imprint.hpp"

namespace domain {

struct Report {
  std::string id;
  std::string format;
  std::int64_t format_version = 0;
  std::string country;  // ISO 3166-1 alpha-3
  LocalizedText title;
  std::string forum_date;  // ISO day
  std::vector<std::string> languages;
  std::string source_language;
  std::string visibility;  // "own" or "shared"
  std::string time_zone;   // IANA name
  std::int64_t version = 1;
  Millis created_at = 0;
  Millis updated_at = 0;
  Imprint imprint = {};
  std::optional<std::string> glossary = {};  // hash of the one saved last; nothing: it has that of its format

  bool shared() const { return visibility == "shared"; }
};

}  // namespace domain
