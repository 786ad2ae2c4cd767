// What is remembered of each report, so that an unchanged one is answered without asking the database.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "domain/policy.hpp"
#include "store/reports.hpp"

namespace usecases {

class Service;
struct Read;
struct OpenReport;

// A report as it was at one event.
struct KnownReport {
  std::int64_t sequence = 0;
  domain::Report row;
  std::shared_ptr<const domain::Format> format;           // the steps of the assignments lie in it
  std::map<std::string, domain::Assignment> assignments;  // by section

  std::set<std::string> readable_by(const domain::Actor& actor) const;
  // "all", or a digest of the sections that the actor may read: equal ones read the same texts.
  std::string readers(const domain::Actor& actor) const;
};

// The report as this transaction sees it.
KnownReport know_report(const Read& context, const OpenReport& report);

class KnownReports {
 public:
  // The report as of its present sequence, or of one that is being committed. Errors: forbidden, not_found.
  std::shared_ptr<const KnownReport> find(Service& service, const domain::Actor& actor, const std::string& report);

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const KnownReport>> known_;  // by id
};

}  // namespace usecases
