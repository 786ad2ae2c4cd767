#include "domain/preparation/mail.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace domain;

namespace {

constexpr Millis kMinuteOfMail = 60'000;
constexpr Millis kStart = 1'768'467'600'000;

Mail queued_mail() {
  Mail mail;
  mail.created_at = mail.queued_at = kStart;
  mail.next_attempt_at = kStart;
  return mail;
}

}  // namespace

TEST_CASE("a mail that is not taken is tried after 1, 5, 15 minutes, an hour, then every four") {
  std::vector<Millis> pauses;
  for (int attempts = 1; attempts <= 7; ++attempts) pauses.push_back(pause_after(attempts) / kMinuteOfMail);
  CHECK(pauses == std::vector<Millis>{1, 5, 15, 60, 240, 240, 240});
  CHECK(pause_after(0) == kMinuteOfMail);
}

TEST_CASE("what cannot be handed over in three days has failed, and the last try is at their end") {
  for (const Handing how : {Handing::later, Handing::not_reached}) {
    Mail mail = queued_mail();
    Millis now = kStart;
    int attempts = 0;
    while (mail.next_attempt_at) {
      now = *mail.next_attempt_at;
      note_attempt(mail, how, "451 Later", now);
      REQUIRE(++attempts < 100);
    }
    CHECK(mail.state == MailState::failed);
    CHECK(now == kStart + kMailTriedFor);
    CHECK(mail.finished_at == now);
    CHECK(mail.attempts == attempts);
    CHECK(attempts > 15);
  }
}

TEST_CASE("a refusal ends a mail at once, and so does an acceptance") {
  Mail refused = queued_mail();
  note_attempt(refused, Handing::refused, "550 No", kStart);
  CHECK(refused.state == MailState::failed);
  CHECK_FALSE(refused.next_attempt_at);
  CHECK(refused.last_outcome == "550 No");
  Mail sent = queued_mail();
  note_attempt(sent, Handing::accepted, "250 Ok", kStart + 1);
  CHECK(sent.state == MailState::sent);
  CHECK(sent.finished_at == kStart + 1);
}

TEST_CASE("a mail lost behind its body is sent once more, and lost again stays uncertain") {
  Mail mail = queued_mail();
  note_attempt(mail, Handing::lost, "no answer", kStart);
  CHECK(mail.state == MailState::uncertain);
  CHECK(mail.next_attempt_at == kStart + kMinuteOfMail);
  CHECK_FALSE(mail.finished_at);
  note_attempt(mail, Handing::lost, "no answer", kStart + kMinuteOfMail);
  CHECK(mail.state == MailState::uncertain);
  CHECK_FALSE(mail.next_attempt_at);
  CHECK(mail.finished_at);
}

TEST_CASE("what may have arrived is not called failed whatever follows, but sent where it is taken") {
  for (const Handing how : {Handing::refused, Handing::later, Handing::not_reached}) {
    Mail mail = queued_mail();
    note_attempt(mail, Handing::lost, "no answer", kStart);
    note_attempt(mail, how, "550 No", kStart + kMailTriedFor);
    CHECK(mail.state == MailState::uncertain);
    CHECK_FALSE(mail.next_attempt_at);
  }
  Mail mail = queued_mail();
  note_attempt(mail, Handing::lost, "no answer", kStart);
  note_attempt(mail, Handing::later, "451 Later", kStart + kMinuteOfMail);
  CHECK(mail.state == MailState::uncertain);
  CHECK(mail.next_attempt_at);  // the one repetition did not take place yet
  note_attempt(mail, Handing::accepted, "250 Ok", kStart + 9 * kMinuteOfMail);
  CHECK(mail.state == MailState::sent);
}

TEST_CASE("names of kinds, states and rhythms are read as they are written") {
  for (const auto kind : kMailKinds) CHECK(parse_mail_kind(to_string(kind)) == kind);
  for (const auto state : kMailStates) CHECK(parse_mail_state(to_string(state)) == state);
  for (const auto rhythm : kMailRhythms) CHECK(parse_mail_rhythm(to_string(rhythm)) == rhythm);
  CHECK_FALSE(parse_mail_state("Waiting"));
  CHECK_FALSE(parse_mail_kind(""));
  CHECK(may_be_left_out(MailKind::digest));
  CHECK_FALSE(may_be_left_out(MailKind::reminder));
}
