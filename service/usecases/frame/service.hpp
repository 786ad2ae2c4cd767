// What every business operation works with: the database, the formats in use, the changes, the clock.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>

#include "domain/basis/actor.hpp"
#include "domain/report/format.hpp"
#include "store/database/database.hpp"
#include "usecases/frame/answer_cache.hpp"
#include "usecases/frame/changes.hpp"
#include "usecases/frame/converters.hpp"
#include "usecases/frame/export_board.hpp"
#include "usecases/frame/groundwork.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/inbox_boards.hpp"
#include "usecases/frame/known_reports.hpp"
#include "usecases/frame/mail_board.hpp"
#include "usecases/frame/place_check.hpp"
#include "usecases/frame/term_check.hpp"

namespace usecases {

class Service;

// A consistent view of the database for one caller.
struct Read {
  Service& service;
  const domain::Actor& actor;
  store::ReadTx& tx;
  Groundwork& groundwork;
};

// One change by one caller: kept whole, with its events, or not at all.
struct Write {
  Service& service;
  const domain::Actor& actor;
  store::WriteTx& tx;
  Groundwork& groundwork;  // to be done before

  Read as_read() const { return {service, actor, tx, groundwork}; }
};

struct ServiceOptions {
  std::string database;           // path of the SQLite file
  std::string time_zone = "UTC";  // IANA; for the dates of posts, and for reports that name none
  store::Clock clock;
  ConverterOptions converters = {};
  store::Database::Opening opening = store::Database::Opening::up_to_date;
  std::size_t answer_bytes = 32U << 20U;  // memory for answers that are kept until their report changes
  MailOptions mail = {};
};

class Service {
 public:
  explicit Service(ServiceOptions options);
  ~Service();

  // Rights are judged at the moment of answering: the function gets the caller as of now, however long ago the request
  // was let in, and where the caller's rights changed while it ran it runs again. Errors: unauthenticated, where the
  // token ended meanwhile; what the function throws.
  // groundwork: what the function works out is kept there, for the change that follows.
  template <class Function>
  auto read(const domain::Actor& actor, Groundwork& groundwork, Function&& function) {
    const auto run = [&](const domain::Actor& caller) {
      return database_.read([&](store::ReadTx& tx) {
        Read context{*this, caller, tx, groundwork};
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
  template <class Function>
  auto read(const domain::Actor& actor, Function&& function) {
    Groundwork own;
    return read(actor, own, std::forward<Function>(function));
  }

  // The same for a change. The function's result must be default-constructible: it may be computed again when a shared
  // commit is retried, and where groundwork was lacking: that is done outside of the transaction, which begins again.
  template <class Function>
  auto write(const domain::Actor& actor, Groundwork& groundwork, Function&& function) {
    decltype(function(std::declval<Write&>())) result{};
    for (;;) {
      try {
        database_.write([&](store::WriteTx& tx) {
          const Caller caller = judge(actor, tx);
          Write context{*this, caller.actor(), tx, groundwork};
          result = function(context);
        });
        return result;
      } catch (const Groundwork::Lacking& lacking) {
        lacking.work();
      }
    }
  }
  template <class Function>
  auto write(const domain::Actor& actor, Function&& function) {
    Groundwork own;
    return write(actor, own, std::forward<Function>(function));
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

  // The format that a report was made from; parsed once. Errors: Groundwork::Lacking, in a transaction that writes.
  std::shared_ptr<const domain::Format> format(store::ReadTx& tx, const std::string& id, std::int64_t version);

  store::Database& database() { return database_; }
  Changes& changes() { return changes_; }
  Identities& identities() { return identities_; }
  KnownReports& known_reports() { return known_reports_; }
  InboxBoards& inbox_boards() { return inbox_boards_; }
  AnswerCache& answers() { return answers_; }
  Converters& converters() { return converters_; }
  ExportBoard& export_board() { return export_board_; }
  const MailOptions& mail() const { return options_.mail; }
  MailBoard& mail_board() { return mail_board_; }
  TermChecks& term_checks() { return term_checks_; }
  PlaceChecks& place_checks() { return place_checks_; }
  domain::Millis now() const { return database_.now(); }
  const std::string& time_zone() const { return options_.time_zone; }

 private:
  Caller judge(const domain::Actor& actor, store::WriteTx& tx);
  void remember(const std::string& id, std::int64_t version, std::shared_ptr<const domain::Format> format);
  // Null: not parsed yet.
  std::shared_ptr<const domain::Format> find_parsed(const std::string& hash);

  ServiceOptions options_;
  store::Database database_;
  Changes changes_;
  Identities identities_;
  KnownReports known_reports_;
  InboxBoards inbox_boards_;
  AnswerCache answers_;
  Converters converters_;
  ExportBoard export_board_;
  MailBoard mail_board_;
  TermChecks term_checks_;
  PlaceChecks place_checks_;
  std::mutex formats_mutex_;
  std::map<std::pair<std::string, std::int64_t>, std::shared_ptr<const domain::Format>> formats_;
  std::map<std::string, std::shared_ptr<const domain::Format>> parsed_;  // by the hash of their source
};

}  // namespace usecases
