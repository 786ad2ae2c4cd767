// Mail on its way out: what it is, how it stands, and when it is tried again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/basis/calendar.hpp"

namespace domain {

enum class MailKind {
  test,      // of an administrator to himself
  digest,    // what is new; who wants none switches it off
  reminder,  // of what is due: a duty, which nobody switches off
};
inline constexpr std::array kMailKinds{MailKind::test, MailKind::digest, MailKind::reminder};
std::string_view to_string(MailKind kind);
std::optional<MailKind> parse_mail_kind(std::string_view text);
// What it says stands elsewhere, too: it may be switched off, and gives way where too much waits.
bool may_be_left_out(MailKind kind);

enum class MailState {
  waiting,    // to be handed to the relay
  sending,    // its body is on its way: whoever finds it so after a crash knows no more
  sent,       // the relay took it
  failed,     // the relay refused it, or was out of reach for three days
  uncertain,  // the connection was lost between the body and the answer to it: it may have arrived
  dropped,    // not wanted any more, or too many waited
};
inline constexpr std::array kMailStates{MailState::waiting, MailState::sending,   MailState::sent,
                                        MailState::failed,  MailState::uncertain, MailState::dropped};
std::string_view to_string(MailState state);
std::optional<MailState> parse_mail_state(std::string_view text);

struct Mail {
  std::int64_t id = 0;
  std::string user;       // for whom
  std::string user_name;  // filled when read
  std::string address;    // theirs, at the time when it was written
  MailKind kind = MailKind::test;
  std::string language;
  std::string report;      // empty: about none
  std::int64_t event = 0;  // that caused it
  std::string key;         // what it tells of and to whom, as a hash: no two mails have the same
  std::string message_id;  // without its brackets; the same at every try
  std::string reply_to;    // empty: to the sender
  std::string subject;
  std::string text, html;                       // bodies
  std::optional<std::int64_t> told_after = {};  // of a digest: news up to this event were told before
  bool news_only = false;                       // of a digest: it tells no duties
  Millis created_at = 0;                        // the Date that it bears
  Millis queued_at = 0;                         // since when it is tried: made, or wished for once more
  MailState state = MailState::waiting;
  int attempts = 0;                           // since then
  int losses = 0;                             // how many of these were lost behind the body
  std::optional<Millis> next_attempt_at = 0;  // nothing: none follows
  std::optional<Millis> finished_at;
  std::string last_outcome;  // what the relay said last, or why nothing came of it; for the administrator, in English
};

// How an attempt to hand a mail to the relay ended.
enum class Handing {
  accepted,     // 250 to the body
  refused,      // a reply of the five hundreds to this mail
  later,        // one of the four hundreds to it
  lost,         // the whole body went out, and no answer came
  not_reached,  // nothing to do with this mail: no connection, no TLS, no login, no such sender
};

// The time until the next attempt after so many that failed, from 1: 1, 5, 15 minutes, an hour, then every four.
Millis pause_after(int attempts);
// After so long nothing is tried any more.
inline constexpr Millis kMailTriedFor = 3LL * 24 * 3600 * 1000;

// Notes in the mail how an attempt ended, and whether another one follows. What was lost behind its body is sent once
// more, under the same Message-ID; lost again, it stays uncertain, and so it does whatever comes of later attempts but
// an acceptance: the first may have arrived.
void note_attempt(Mail& mail, Handing how, std::string said, Millis now);

struct MailFilter {
  std::string state;  // empty: any
  std::string user;   // empty: any
};

// How a person wants mail.
enum class MailRhythm { each, daily, off };
inline constexpr std::array kMailRhythms{MailRhythm::each, MailRhythm::daily, MailRhythm::off};
std::string_view to_string(MailRhythm rhythm);
std::optional<MailRhythm> parse_mail_rhythm(std::string_view text);

struct MailSettings {
  std::string user;
  MailRhythm rhythm = MailRhythm::daily;
  std::string language;      // empty: that of what the mail is about
  std::int64_t version = 1;  // 1: nothing was chosen yet
};

}  // namespace domain
