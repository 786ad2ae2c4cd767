// Mail on its way out: rows that are written in the transaction of what causes them, and handed on by one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/preparation/mail.hpp"
#include "store/database/database.hpp"

namespace store {

// That wait at a time. Where one more comes, the oldest digest that waits is dropped; where none does, the new one.
inline constexpr int kMostWaitingMails = 10'000;

// Gives its number; nothing where a mail with this key is there already: the same thing is never told twice.
std::optional<std::int64_t> enqueue_mail(WriteTx& tx, const domain::Mail& mail);

bool any_mail_due(ReadTx& tx, domain::Millis now);
// The next one whose time has come, with its bodies: that which waits longest.
std::optional<domain::Mail> next_mail(ReadTx& tx, domain::Millis now);
// Its body goes out: from now on a crash leaves it uncertain.
void mark_sending(WriteTx& tx, std::int64_t id);
// Stores subject and bodies: from now on it has these at each try.
void save_mail_words(WriteTx& tx, const domain::Mail& mail);
// Stores how it stands.
void save_mail_state(WriteTx& tx, const domain::Mail& mail);
// Those that were being sent when the service stopped; without their bodies.
std::vector<domain::Mail> list_interrupted_mails(ReadTx& tx);
// Ends what has been tried since that time or longer; gives how many.
int give_up_mails(WriteTx& tx, domain::Millis queued_before, const std::string& outcome);

// Without bodies.
std::optional<domain::Mail> find_mail(ReadTx& tx, std::int64_t id);
// Newest first, below a number (0: from the newest), without bodies.
std::vector<domain::Mail> list_mails(ReadTx& tx, const domain::MailFilter& filter, std::int64_t below, int limit);
// Of a person and a kind, made since a time.
int count_mails(ReadTx& tx, const std::string& user, domain::MailKind kind, domain::Millis since);

struct MailCounts {
  std::int64_t waiting = 0;
  std::int64_t failed = 0;
  std::int64_t uncertain = 0;
  std::optional<domain::Millis> oldest;  // since when the one is tried that waits longest
};
MailCounts count_mails(ReadTx& tx);

bool any_mail_before(ReadTx& tx, domain::Millis before);
// Removes those that ended before a time.
void forget_mails(WriteTx& tx, domain::Millis before);

}  // namespace store
