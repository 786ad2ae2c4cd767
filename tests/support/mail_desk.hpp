// A service that sends mail through a relay of the test.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/people/people.hpp"
#include "store/preparation/outbox.hpp"
#include "support/api_app.hpp"
#include "support/api_relay.hpp"
#include "usecases/mail/mail_settings.hpp"
#include "usecases/mail/queue_mail.hpp"

namespace support {

constexpr domain::Millis kMinuteLong = 60'000;

inline Config quick_mail(Config config) {
  config.smtp_seconds = 1;
  return config;
}

struct MailDesk {
  Relay relay;
  TestApp app;

  explicit MailDesk(std::vector<std::string> of_relay = {}) : relay(std::move(of_relay)), app(with_mail(relay)) {
    give_address("admin", "admin@ministry.example");
  }
  MailDesk(std::vector<std::string> of_relay, Config (*change)(Config))
      : relay(std::move(of_relay)), app(change(with_mail(relay))) {
    give_address("admin", "admin@ministry.example");
  }

  void give_address(const std::string& user, const std::string& address) const {
    REQUIRE(app.admin().patch("/v1/users/" + user, {{"email", address}}).status == 200);
  }

  // A person with an address of their own: ID@labour.example.
  Caller reader(const std::string& id) const {
    const Caller caller = app.person(id, {{{"role", "observer"}}});
    give_address(id, id + "@labour.example");
    return caller;
  }

  // Many at once; each gets a mail.
  void queue_many(int count, domain::MailKind kind = domain::MailKind::digest) {
    app.app().service().database().write([&](store::WriteTx& tx) {
      for (int i = 0; i < count; ++i) {
        const std::string id = "reader-" + std::to_string(i);
        store::insert_user(tx, {id, "Reader " + std::to_string(i), id + "@labour.example"});
        put(tx, id, "day", kind);
      }
    });
  }

  // Gives the address of the mail, or "" where none was queued.
  std::string queue(const std::string& user, const std::string& key = "day",
                    domain::MailKind kind = domain::MailKind::digest) {
    std::optional<std::int64_t> id;
    app.app().service().database().write([&](store::WriteTx& tx) { id = put(tx, user, key, kind); });
    return id ? "/v1/mails/" + std::to_string(*id) : "";
  }

  std::string send_test() const {
    const auto made = app.admin().send("POST", "/v1/mails/test", "", {});
    REQUIRE_MESSAGE(made.status == 201, made.body);
    return made.header("Location");
  }

  Json mail(const std::string& address) const { return app.admin().get(address).json(); }
  bool comes_to(const std::string& address, const std::string& state) const {
    return comes_true([&] { return mail(address).at("state") == state; });
  }
  // Tried so often.
  bool is_tried(const std::string& address, int attempts) const {
    return comes_true([&] { return mail(address).at("attempts") == attempts; });
  }
  std::size_t count(const std::string& state) const {
    std::size_t found = 0;
    std::string next = "/v1/mails?limit=200&state=" + state;
    while (!next.empty()) {
      const Json page = app.admin().get(next).json();
      found += page.at("items").size();
      const Json& cursor = page.at("next_cursor");
      next = cursor.is_null() ? "" : "/v1/mails?limit=200&state=" + state + "&cursor=" + cursor.get<std::string>();
    }
    return found;
  }

 private:
  std::optional<std::int64_t> put(store::WriteTx& tx, const std::string& user, const std::string& key,
                                  domain::MailKind kind) {
    usecases::QueuedLetter queued;
    queued.kind = kind;
    queued.to = store::find_user(tx, user).value();
    queued.event = tx.head.id;
    queued.key = key;
    queued.letter = {"ru", "Новое в докладе", {{"Раздел", "https://reports.example/v1/reports/r", true}}, {}};
    return usecases::queue_mail(app.app().service(), tx, queued);
  }
};

}  // namespace support
