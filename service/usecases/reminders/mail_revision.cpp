#include "usecases/reminders/mail_revision.hpp"

#include <algorithm>

#include "domain/basis/error.hpp"
#include "store/preparation/reminders.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/mail/queue_mail.hpp"
#include "usecases/reminders/mail_letters.hpp"

namespace usecases {
namespace {

std::string revise_digest(const Read& context, domain::Mail& mail) {
  const std::string written_on = day_in(context.service.time_zone(), mail.created_at);
  const Digest digest = digest_of(context, {written_on, *mail.told_after, mail.event, mail.news_only}, mail.language);
  if (digest.entries.empty()) return "not sent, as everything in it has been read or done since";
  write_letter(mail, digest_letter(context.service, digest, mail.language));
  return "";
}

std::string revise_reminder(const Read& context, domain::Mail& mail) {
  auto found = store::list_reminders(context.tx, mail.report, "", mail.event - 1, 1);
  if (found.empty() || found.front().event != mail.event) return "";
  domain::Reminder& reminder = found.front();
  if (!context.actor.writes_for(reminder.agency)) return "not sent, as the person does not write for the agency now";
  const OpenReport report = open_report(context, mail.report);
  std::erase_if(reminder.sections, [&](const domain::RemindedSection& one) {
    const auto section = open_section(context, mail.report, one.section);
    return !report.waits_for_text(section) || !report.assignment(section).involves(reminder.agency) ||
           report.due_on(section, reminder.agency) != one.due_on;
  });
  if (reminder.sections.empty()) return "not sent, as everything in it has been delivered since, or has another date";
  write_letter(mail, reminder_letter(context, report, reminder, mail.language));
  return "";
}

}  // namespace

std::string revise_mail(Service& service, domain::Mail& mail) {
  const bool is_digest = mail.kind == domain::MailKind::digest && mail.told_after;
  if (!is_digest && mail.kind != domain::MailKind::reminder) return "";
  const std::string today = day_in(service.time_zone(), service.now());
  const auto actor = service.database().read([&](store::ReadTx& tx) { return load_actor(tx, mail.user, today); });
  if (actor.posts.empty()) return "not sent, as the person holds no post any more";
  return service.read(actor, [&](const Read& context) {
    return is_digest ? revise_digest(context, mail) : revise_reminder(context, mail);
  });
}

}  // namespace usecases
