// What is remembered of each report, so that an unchanged one is answered without asking the database, and a changed
// one asks for it once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "domain/report/format.hpp"
#include "domain/report/policy.hpp"
#include "domain/report/report.hpp"
#include "domain/report/section.hpp"

namespace usecases {

class Changes;
struct Read;

// A report as it was at one event, its texts left out: what its documents, the rights to them and their names are
// worked out from.
struct KnownReport {
  std::int64_t sequence = 0;  // the number of that event
  domain::Millis at = 0;      // its time
  domain::Report row;
  std::shared_ptr<const domain::Format> format;           // the steps of the assignments lie in it
  std::vector<domain::Section> sections;                  // in outline order
  std::map<std::string, domain::Assignment> assignments;  // by section

  std::set<std::string> readable_by(const domain::Actor& actor) const;
  bool all_readable_by(const domain::Actor& actor) const;
  // "all", or a digest of the sections that the actor may read: equal ones read the same texts.
  std::string readers(const domain::Actor& actor) const;
};

class KnownReports {
 public:
  // As of the report's present sequence, or of one that is being committed; null: it changed since it was seen last, or
  // nobody has seen it. Asks no database, and nobody for a right.
  std::shared_ptr<const KnownReport> current(const Changes& changes, const std::string& report) const;

  // The report as this transaction sees it; read in it where it is not known as of the same event.
  // Errors: forbidden, not_found.
  std::shared_ptr<const KnownReport> see(const Read& context, const std::string& report);

 private:
  std::shared_ptr<const KnownReport> remembered(const std::string& report) const;

  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const KnownReport>> known_;  // by id
};

}  // namespace usecases
