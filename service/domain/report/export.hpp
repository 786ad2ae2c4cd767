// A job that makes the report in several formats and languages, for an archive or an edition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/calendar.hpp"

namespace domain {

struct Export {
  std::int64_t number = 0;  // of all reports; never given twice
  std::string report;
  std::vector<std::string> formats;  // "docx", ...
  std::vector<std::string> languages;
  std::string selection;  // "approved" or "latest"
  std::int64_t content_event = 0;
  Millis content_at = 0;              // of that event; inserting takes it from there
  std::vector<std::string> readable;  // the sections whose texts the files show; sorted
  std::string user;
  std::string user_name;  // filled in by reading
  Millis requested_at = 0;
  std::optional<Millis> finished_at;  // none: it waits or runs; else it failed, was cancelled, or has a hash
  std::optional<std::string> failure;
  std::string cancelled_by;               // empty: it was not cancelled
  std::string cancelled_by_name;          // filled in by reading
  std::optional<std::int64_t> bytes;      // of the archive, or of the edition's files
  std::string sha256;                     // of the archive, or of the edition's manifest; empty: there is none
  std::string part;                       // "section/obj-06", "agency/labour"; empty: the whole report
  std::string edition;                    // JSON: what edition is to be frozen; empty: none, an archive is made
  std::optional<std::int64_t> frozen_as;  // the number of the edition that came of it
};

}  // namespace domain
