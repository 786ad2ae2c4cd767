// What every business operation works with: the database, the formats in use, the changes, the clock.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
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
  store::Database::Opening opening = store::Database::Opening::up_to_date;
};

class Service {
 public:
  explicit Service(ServiceOptions options);
  ~Service();

  // Rights are judged at the moment of answering: the function gets the caller as of now, however long ago the request
  // was let in, and where the caller's rights changed while it ran it runs again. Errors: unauthenticated, where the
  // token ended meanwhile; what the function throws.
  template <class Function>
  auto read(const domain::Actor& actor, Function&& function) {
    const auto run = [&](const domain::Actor& caller) {
      return database_.read([&](store::ReadTx& tx) {
        Read context{*this, caller, tx};
        return function(context);
      });
    };
    for (;;) {
      const Caller caller = judge(actor);
      if constexpr (std::is_void_v<decltype(run(actor))>) {
        run(caller.actor());
        if (holds(caller)) return;
      } else {
        auto result = run(caller.actor());
        if (holds(caller)) return result;
      }
    }
  }

  // The same for a change. The function's result must be default-constructible: it may be computed again when a shared
  // commit is retried.
  template <class Function>
  auto write(const domain::Actor& actor, Function&& function) {
    decltype(function(std::declval<Write&>())) result{};
    database_.write([&](store::WriteTx& tx) {
      const Caller caller = judge(actor, tx);
      Write context{*this, caller.actor(), tx};
      result = function(context);
    });
    return result;
  }

  // A caller as of a moment.
  class Caller {
   public:
    explicit Caller(const domain::Actor& service) : service_(&service) {}
    explicit Caller(std::shared_ptr<const Identity> identity) : identity_(std::move(identity)) {}
    const domain::Actor& actor() const { return identity_ ? identity_->actor : *service_; }

   private:
    std::shared_ptr<const Identity> identity_;
    const domain::Actor* service_ = nullptr;
  };
  // As of now. Who acts without a token is the service itself. Errors: unauthenticated.
  Caller judge(const domain::Actor& actor);
  // Whether the caller may still do as much, and no more. Errors: unauthenticated.
  bool holds(const Caller& caller);

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
  Caller judge(const domain::Actor& actor, store::WriteTx& tx);

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
