// The one way to send a mail: it is written down in the transaction of the event that causes it, and goes out behind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "documents/mail/letter.hpp"
#include "domain/people/person.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

struct QueuedLetter {
  domain::MailKind kind = domain::MailKind::test;
  domain::User to;
  std::string report;      // empty: about none
  std::int64_t event = 0;  // that causes it
  std::string key;         // what it tells of: a day, an event; the same is not told twice to the same person
  std::string reply_to;    // address; empty: none
  std::optional<std::int64_t> told_after = {};  // of a digest: news up to this event were told before
  bool news_only = false;
  documents::Letter letter = {};
};

// Gives the number of the mail; nothing where there is none: mail is off, the person has no address or does not want
// this kind, or was told the same already. An address that no mail can go to makes a mail that failed.
// Of a list that is too long for a mail the first items are told, and how many are left out. Errors: std::length_error
// where it is too long without its list.
std::optional<std::int64_t> queue_mail(Service& service, store::WriteTx& tx, const QueuedLetter& queued);

// Its words: subject and bodies, cut as above.
void write_letter(domain::Mail& mail, const documents::Letter& letter);

// The mail as it goes to the relay. Its bytes are the same at each try, as long as the service has one address.
std::string compose_mail(const MailOptions& options, const domain::Mail& mail, const std::string& unsubscribe_url);

// The language in which a person is written to: the chosen one, else this, where there are words in it, else English.
std::string mail_language(store::ReadTx& tx, const std::string& user, const std::string& otherwise);

}  // namespace usecases
