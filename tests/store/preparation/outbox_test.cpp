#include "store/preparation/outbox.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "support/temporary_folder.hpp"

namespace {

constexpr domain::Millis kOutboxNow = 1'768'467'600'000;

struct Outbox {
  support::TemporaryFolder folder;
  store::Database database{folder.file("test.sqlite"), [] { return kOutboxNow; }};
  std::int64_t event = 0;

  Outbox() {
    database.write([&](store::WriteTx& tx) {
      store::insert_user(tx, {"head", "Sample Head", std::string("head@labour.example")});
      event = store::append_event(tx, "user.created", {}, {}, {{"user", "head"}});
    });
  }

  domain::Mail mail(const std::string& name, domain::MailKind kind = domain::MailKind::reminder) const {
    domain::Mail wanted;
    wanted.key = name + std::string(52 - name.size(), 'a');
    wanted.user = "head";
    wanted.address = "head@labour.example";
    wanted.kind = kind;
    wanted.language = "en";
    wanted.event = event;
    wanted.message_id = wanted.key + "@reports.example";
    wanted.subject = wanted.text = wanted.html = name;
    wanted.created_at = wanted.queued_at = kOutboxNow;
    wanted.next_attempt_at = kOutboxNow;
    return wanted;
  }

  std::optional<std::int64_t> put(const domain::Mail& wanted) {
    std::optional<std::int64_t> id;
    database.write([&](store::WriteTx& tx) { id = store::enqueue_mail(tx, wanted); });
    return id;
  }

  template <class Function>
  auto read(Function function) {
    return database.read([&](store::ReadTx& tx) { return function(tx); });
  }

  domain::Mail find(std::int64_t id) {
    return read([&](store::ReadTx& tx) { return store::find_mail(tx, id).value(); });
  }

  std::string plan(const std::string& sql) {
    return read([&](store::ReadTx& tx) {
      SQLite::Statement query(tx.connection.raw(), "EXPLAIN QUERY PLAN " + sql);
      std::string steps;
      while (query.executeStep()) steps += query.getColumn(3).getString() + "; ";
      return steps;
    });
  }
};

}  // namespace

TEST_CASE("the same thing is queued once, whoever says it again") {
  Outbox outbox;
  const auto first = outbox.put(outbox.mail("once"));
  REQUIRE(first);
  CHECK_FALSE(outbox.put(outbox.mail("once")));
  CHECK(outbox.put(outbox.mail("other")).value() > *first);
  CHECK(outbox.read([](store::ReadTx& tx) { return store::count_mails(tx).waiting; }) == 2);
}

TEST_CASE("mail that is queued in a change that is undone is not there") {
  Outbox outbox;
  CHECK_THROWS(outbox.database.write([&](store::WriteTx& tx) {
    store::enqueue_mail(tx, outbox.mail("undone"));
    throw std::runtime_error("undone");
  }));
  CHECK(outbox.read([](store::ReadTx& tx) { return store::count_mails(tx).waiting; }) == 0);
}

TEST_CASE("the mail that waits longest is next, and only with its bodies where it is sent") {
  Outbox outbox;
  domain::Mail late = outbox.mail("late");
  late.next_attempt_at = kOutboxNow + 1;
  outbox.put(late);
  const auto first = outbox.put(outbox.mail("first")).value();
  outbox.put(outbox.mail("second"));
  const auto next = outbox.read([](store::ReadTx& tx) { return store::next_mail(tx, kOutboxNow).value(); });
  CHECK(next.id == first);
  CHECK(next.text == "first");
  CHECK(next.user_name == "Sample Head");
  CHECK(outbox.find(first).text == "");
  CHECK_FALSE(outbox.read([](store::ReadTx& tx) { return store::any_mail_due(tx, kOutboxNow - 1); }));
}

TEST_CASE("taking the next mail, and seeing whether there is room, looks into an index") {
  Outbox outbox;
  const std::string due = outbox.plan(
      "SELECT id FROM mails WHERE next_attempt_at IS NOT NULL AND next_attempt_at <= 1 ORDER BY next_attempt_at, id "
      "LIMIT 1");
  CHECK(due.find("INDEX mails_due") != std::string::npos);
  CHECK(due.find("TEMP B-TREE") == std::string::npos);
  CHECK(outbox.plan("SELECT 1 FROM mails WHERE state = 'waiting' LIMIT 1 OFFSET 9").find("mails_waiting") !=
        std::string::npos);
  CHECK(outbox.plan("SELECT id FROM mails WHERE state = 'waiting' AND kind = 'digest' ORDER BY id LIMIT 1")
            .find("mails_waiting (kind=?)") != std::string::npos);
  CHECK(outbox.plan("SELECT 1 FROM mails WHERE finished_at IS NOT NULL AND finished_at < 1 LIMIT 1")
            .find("mails_by_end") != std::string::npos);
}

TEST_CASE("where ten thousand wait the oldest digest gives way, and where none does the new one") {
  Outbox outbox;
  const auto digest = outbox.put(outbox.mail("digest", domain::MailKind::digest)).value();
  outbox.database.write([&](store::WriteTx& tx) {
    for (int i = 1; i < store::kMostWaitingMails; ++i) {
      REQUIRE(store::enqueue_mail(tx, outbox.mail("r" + std::to_string(i))));
    }
  });
  CHECK(outbox.find(digest).state == domain::MailState::waiting);
  const auto reminder = outbox.put(outbox.mail("one-more")).value();
  CHECK(outbox.find(digest).state == domain::MailState::dropped);
  CHECK(outbox.find(digest).last_outcome == "dropped, as 10000 mails were waiting");
  CHECK(outbox.find(reminder).state == domain::MailState::waiting);
  const auto too_many = outbox.put(outbox.mail("too-many")).value();
  CHECK(outbox.find(too_many).state == domain::MailState::dropped);
  CHECK(outbox.read([](store::ReadTx& tx) { return store::count_mails(tx).waiting; }) == store::kMostWaitingMails);
}

TEST_CASE("what was being sent is found again, what has been tried too long is given up, what is over is forgotten") {
  Outbox outbox;
  const auto sending = outbox.put(outbox.mail("sending")).value();
  const auto old = outbox.put(outbox.mail("old")).value();
  outbox.database.write([&](store::WriteTx& tx) {
    store::mark_sending(tx, sending);
    CHECK(store::give_up_mails(tx, kOutboxNow - 1, "no relay") == 0);
    CHECK(store::give_up_mails(tx, kOutboxNow, "no relay") == 1);
  });
  CHECK(outbox.find(old).state == domain::MailState::failed);
  CHECK(outbox.find(old).last_outcome == "no relay");
  const auto interrupted = outbox.read([](store::ReadTx& tx) { return store::list_interrupted_mails(tx); });
  REQUIRE(interrupted.size() == 1);
  CHECK(interrupted.front().id == sending);
  outbox.database.write([&](store::WriteTx& tx) {
    CHECK_FALSE(store::any_mail_before(tx, kOutboxNow));
    CHECK(store::any_mail_before(tx, kOutboxNow + 1));
    store::forget_mails(tx, kOutboxNow + 1);
  });
  CHECK_FALSE(outbox.read([&](store::ReadTx& tx) { return store::find_mail(tx, old); }));
  CHECK(outbox.find(sending).state == domain::MailState::sending);
}
