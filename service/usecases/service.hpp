// What every business operation works with: the database, the formats in use, the changes, the clock.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "domain/actor.hpp"
#include "domain/format.hpp"
#include "store/database.hpp"
#include "usecases/changes.hpp"
#include "usecases/converters.hpp"
#include "usecases/export_board.hpp"
#include "usecases/identities.hpp"
#include "usecases/known_reports.hpp"
#include "usecases/term_check.hpp"

namespace usecases {

class Service;

// A consistent view of the database for one caller.
struct Read {
  Service& service;
  const domain::Actor& actor;
  store::ReadTx& tx;
};

// One change by one caller: kept whole, with its events, or not at all.
struct Write {
  Service& service;
  const domain::Actor& actor;
  store::WriteTx& tx;

  Read as_read() const { return {service, actor, tx}; }
};

struct ServiceOptions {
  std::string database;           // path of the SQLite file
  std::string time_zone = "UTC";  // IANA; for the dates of posts, and for reports that name none
  store::Clock clock;
  ConverterOptions converters = {};
};

class Service {
 public:
  explicit Service(ServiceOptions options);
  ~Service();

  template <class Function>
  auto read(const domain::Actor& actor, Function&& function) {
    return database_.read([&](store::ReadTx& tx) {
      Read context{*this, actor, tx};
      return function(context);
    });
  }

  // The function's result must be default-constructible: it may be computed again when a shared commit is retried.
  template <class Function>
  auto write(const domain::Actor& actor, Function&& function) {
    decltype(function(std::declval<Write&>())) result{};
    database_.write([&](store::WriteTx& tx) {
      Write context{*this, actor, tx};
      result = function(context);
    });
    return result;
  }

  // The format that a report was made from; parsed once.
  std::shared_ptr<const domain::Format> format(store::ReadTx& tx, const std::string& id, std::int64_t version);

  store::Database& database() { return database_; }
  Changes& changes() { return changes_; }
  Identities& identities() { return identities_; }
  KnownReports& known_reports() { return known_reports_; }
  Converters& converters() { return converters_; }
  ExportBoard& export_board() { return export_board_; }
  TermChecks& term_checks() { return term_checks_; }
  domain::Millis now() const { return database_.now(); }
  const std::string& time_zone() const { return options_.time_zone; }

 private:
  ServiceOptions options_;
  store::Database database_;
  Changes changes_;
  Identities identities_;
  KnownReports known_reports_;
  Converters converters_;
  ExportBoard export_board_;
  TermChecks term_checks_;
  std::mutex formats_mutex_;
  std::map<std::pair<std::string, std::int64_t>, std::shared_ptr<const domain::Format>> formats_;
};

}  // namespace usecases
