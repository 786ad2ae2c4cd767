#include "usecases/reminders/mailing.hpp"

#include <exception>
#include <string_view>
#include <vector>

#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "store/preparation/digests.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/inbox/inbox_board.hpp"
#include "usecases/mail/queue_mail.hpp"
#include "usecases/reminders/mail_letters.hpp"

namespace usecases {
namespace {

constexpr int kPeopleAtATime = 20;

// That of the one report under way. Of several, each has its own: English.
std::string language_of_reports(const Read& context) {
  const auto reports = current_reports(context);
  return reports.size() == 1 ? context.service.known_reports().see(context, reports.front().id)->row.source_language
                             : "en";
}

// One person; nothing where they hold no post.
void tell(Service& service, const std::string& id, const std::string& today, bool at_once) {
  const auto mark = service.database().read([&](store::ReadTx& tx) { return store::find_digest(tx, id); });
  const std::int64_t told_until = mark ? mark->event : 0;
  Digest digest;
  const auto actor = service.database().read([&](store::ReadTx& tx) {
    digest.event = store::last_event(tx).id;  // who holds no post is told nothing of it, and is not asked again
    return load_actor(tx, id, today);
  });
  std::string language;
  if (!actor.posts.empty()) {
    const DigestScope scope{today, told_until, store::kNow, at_once};
    digest = service.read(actor, [&](const Read& context) {
      language = mail_language(context.tx, id, language_of_reports(context));
      return digest_of(context, scope, language);
    });
  }
  service.database().write([&](store::WriteTx& tx) {
    const auto user = store::find_user(tx, id);
    if (user && !digest.entries.empty()) {
      QueuedLetter queued;
      queued.kind = domain::MailKind::digest;
      queued.to = *user;
      queued.event = digest.event;
      queued.key = at_once ? "event " + std::to_string(digest.event) : today;
      queued.told_after = told_until;
      queued.news_only = at_once;
      queued.letter = digest_letter(service, digest, language);
      queue_mail(service, tx, queued);
    }
    store::save_digest(tx, id, {today, digest.event});
  });
}

}  // namespace

void mail_reminder(const Write& context, const OpenReport& report, const domain::Reminder& reminder) {
  if (!context.service.mail().on()) return;
  // Whoever may open it: posts begin and end by the service's days, not by the report's.
  const std::string today = day_in(context.service.time_zone(), context.service.now());
  for (const auto& user : store::writers_with_address(context.tx, reminder.agency, today)) {
    QueuedLetter queued;
    queued.kind = domain::MailKind::reminder;
    queued.to = user;
    queued.report = report.row.id;
    queued.event = reminder.event;
    queued.key = std::to_string(reminder.event);
    queued.letter = reminder_letter(context.as_read(), report, reminder,
                                    mail_language(context.tx, user.id, report.row.source_language));
    queue_mail(context.service, context.tx, queued);
  }
}

void mail_digests(Service& service) {
  if (!service.mail().on()) return;
  const std::string today = day_in(service.time_zone(), service.now());
  constexpr std::size_t kHour = std::string_view("2026-01-15T").size();
  const bool is_day = time_in(service.time_zone(), service.now()).substr(kHour, 2) >= "07";
  std::vector<std::string> daily;
  const auto now = service.database().read([&](store::ReadTx& tx) {
    if (is_day) daily = store::users_to_tell_daily(tx, today, kPeopleAtATime);
    return store::users_to_tell_now(tx, kPeopleAtATime);
  });
  std::exception_ptr fault;
  const auto tell_all = [&](const std::vector<std::string>& users, bool at_once) {
    for (const auto& user : users) {
      try {
        tell(service, user, today, at_once);
      } catch (const std::exception&) {
        fault = std::current_exception();  // those behind are told all the same
      }
    }
  };
  tell_all(daily, false);
  tell_all(now, true);
  if (fault) std::rethrow_exception(fault);
}

}  // namespace usecases
