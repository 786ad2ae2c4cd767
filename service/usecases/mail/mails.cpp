#include "usecases/mail/mails.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "documents/mail/mail_address.hpp"
#include "domain/basis/error.hpp"
#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "store/preparation/outbox.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/mail/queue_mail.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::MailState;
using domain::Role;
using domain::say;

constexpr int kMostTestMails = 20;  // of a person in an hour
constexpr domain::Millis kHour = 3'600'000;

domain::Mail existing_mail(store::ReadTx& tx, std::int64_t id) {
  auto mail = store::find_mail(tx, id);
  if (!mail) throw_not_found(say("mail"), std::to_string(id));
  return std::move(*mail);
}

void require_mail(Service& service) {
  if (service.mail().on()) return;
  throw Error(ErrorCode::conflict, "mail_off",
              say("This service sends no mail. The administrator of the server can set up a relay for it."));
}

void require_over(const domain::Mail& mail) {
  const bool over = mail.finished_at && (mail.state == MailState::failed || mail.state == MailState::uncertain);
  if (over) return;
  throw Error(ErrorCode::conflict, "mail_not_over",
              say("Only a mail that failed or stayed uncertain is sent once more; this one is '{0}'.",
                  domain::to_string(mail.state)));
}

void require_room_for_test(const Write& context) {
  const auto since = context.tx.now - kHour;
  if (store::count_mails(context.tx, context.actor.user, domain::MailKind::test, since) < kMostTestMails) return;
  throw Error(ErrorCode::conflict, "too_many_test_mails",
              say("You sent {0} test mails within an hour; wait a while.", kMostTestMails));
}

documents::Letter test_letter(const std::string& language, const std::string& url) {
  const auto in_words = [&](const domain::Message& message) { return told(message, language); };
  documents::Letter letter;
  letter.language = language;
  letter.title = in_words(say("Test mail of the national report"));
  letter.parts = {{in_words(say("Mail of the national report reaches you: you asked for this one to see that."))},
                  {in_words(say("The service")), url}};
  letter.footer = {{in_words(say("This mail was written by a program; nobody reads answers to it."))}};
  return letter;
}

}  // namespace

domain::Mail get_mail(const Read& context, std::int64_t mail) {
  require_role(context.actor, {Role::admin, Role::coordinator});
  return existing_mail(context.tx, mail);
}

std::vector<domain::Mail> list_mails(const Read& context, const domain::MailFilter& filter, std::int64_t below,
                                     int limit) {
  require_role(context.actor, {Role::admin, Role::coordinator});
  if (!filter.user.empty() && !store::find_user(context.tx, filter.user)) throw_not_found(say("user"), filter.user);
  return store::list_mails(context.tx, filter, below, limit);
}

domain::Mail repeat_mail(const Write& context, std::int64_t id) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::admin, Role::coordinator}));
  domain::Mail mail = existing_mail(context.tx, id);
  require_mail(context.service);
  require_over(mail);
  const nlohmann::json data{{"mail", id},
                            {"user", mail.user},
                            {"kind", std::string(domain::to_string(mail.kind))},
                            {"message_id", mail.message_id},
                            {"state", std::string(domain::to_string(mail.state))}};
  store::append_event(context.tx, "mail.repeated", {}, by, data);
  mail.state = MailState::waiting;
  mail.attempts = mail.losses = 0;
  mail.queued_at = context.tx.now;
  mail.next_attempt_at = context.tx.now;
  mail.finished_at.reset();
  store::save_mail_state(context.tx, mail);
  return mail;
}

domain::Mail send_test_mail(const Write& context, const std::string& language) {
  const auto by = context.actor.as(&require_role(context.actor, {Role::admin}));
  require_mail(context.service);
  const auto user = store::find_user(context.tx, context.actor.user);
  if (!user || !user->email || !documents::is_mail_address(*user->email)) {
    throw Error(ErrorCode::conflict, "no_address",
                say("You have no address that mail can be sent to. Enter one such as name@example.org."));
  }
  require_room_for_test(context);
  const auto event = store::append_event(context.tx, "mail.tested", {}, by, {{"user", user->id}});
  QueuedLetter queued;
  queued.kind = domain::MailKind::test;
  queued.to = *user;
  queued.event = event;
  queued.key = std::to_string(event);
  queued.letter = test_letter(mail_language(context.tx, user->id, language), context.service.mail().public_url + "/");
  return existing_mail(context.tx, queue_mail(context.service, context.tx, queued).value());
}

MailStanding mail_standing(Service& service) {
  MailStanding standing;
  standing.on = service.mail().on();
  const auto counts = service.database().read([](store::ReadTx& tx) { return store::count_mails(tx); });
  standing.waiting = counts.waiting;
  standing.failed = counts.failed;
  standing.uncertain = counts.uncertain;
  if (counts.oldest) standing.oldest_seconds = std::max<std::int64_t>(0, (service.now() - *counts.oldest) / 1000);
  standing.figures = service.mail_board().figures();
  return standing;
}

}  // namespace usecases
