#include "usecases/mail/unsubscription.hpp"

#include <initializer_list>

#include "documents/text/html_escape.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/preparation/mail_settings.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/mail/mail_settings.hpp"

namespace usecases {
namespace {

using domain::Message;
using domain::say;

std::string secret_of(store::ReadTx& tx, const std::string& user) {
  return store::keyed_hash_hex(store::mail_key(tx), "unsubscribe\n" + user);
}

std::string user_of(store::ReadTx& tx, const std::string& secret) {
  auto user = store::find_unsubscribe_link(tx, store::sha256_hex(secret));
  if (user) return std::move(*user);
  throw domain::Error(domain::ErrorCode::not_found, "not_found",
                      say("This link is not complete, or none of this service. Copy all of it from the mail."));
}

// A form that sends what a mail program sends (RFC 8058).
std::string button(const std::string& words) {
  return "<form method=\"post\"><button name=\"List-Unsubscribe\" value=\"One-Click\">" + words + "</button></form>\n";
}

// Nobody has told yet in which language: so in all of them, one below the other, and the button once.
std::string page(std::initializer_list<Message> sentences, const Message* on_button) {
  std::string body;
  std::string words;
  for (const std::string& language : message_languages()) {
    const std::string begin = "<p lang=\"" + language + "\">";
    for (const auto& sentence : sentences) body += begin + documents::escaped(told(sentence, language)) + "</p>\n";
    if (on_button == nullptr) continue;
    words += (words.empty() ? "<span lang=\"" : " · <span lang=\"") + language + "\">" +
             documents::escaped(told(*on_button, language)) + "</span>";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width\"><title>national-report</title></head>\n<body>\n" +
         body + (on_button == nullptr ? "" : button(words)) + "</body>\n</html>\n";
}

}  // namespace

std::string unsubscribe_url(const MailOptions& options, store::ReadTx& tx, const std::string& user) {
  return options.public_url + "/v1/unsubscribe/" + secret_of(tx, user);
}

void keep_unsubscribe_link(store::WriteTx& tx, const std::string& user) {
  store::keep_unsubscribe_link(tx, store::sha256_hex(secret_of(tx, user)), user);
}

std::string unsubscribe_page(Service& service, const std::string& secret) {
  service.database().read([&](store::ReadTx& tx) { return user_of(tx, secret); });
  const Message stop = say("Stop these mails");
  return page({say("You get mails about what is new in the national report. Reminders of what is due from you come "
                   "all the same.")},
              &stop);
}

std::string unsubscribe(Service& service, const std::string& secret) {
  // Looked up first: who guesses does not keep the writers waiting.
  const std::string user = service.database().read([&](store::ReadTx& tx) { return user_of(tx, secret); });
  service.database().write([&](store::WriteTx& tx) { switch_mail_off(tx, user); });
  return page({say("You get no more mails about what is new. Reminders of what is due from you still come. "
                   "You can have the others again in your settings.")},
              nullptr);
}

}  // namespace usecases
