#include "usecases/coordination/mailing.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "store/digests.hpp"
#include "store/events.hpp"
#include "store/people.hpp"
#include "usecases/coordination/inbox.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/mail/queue_mail.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::say;

constexpr int kPeopleAtATime = 20;
constexpr int kMostItemsTold = 40;
constexpr int kDaysAheadTold = 7;  // duties that are due later are not told yet

std::string title_in(const domain::LocalizedText& title, const std::string& language, const std::string& source) {
  for (const auto& wanted : {language, source}) {
    if (const auto found = title.find(wanted); found != title.end()) return found->second;
  }
  return title.empty() ? "" : title.begin()->second;
}

documents::Letter reminder_letter(const Write& context, const OpenReport& report, const domain::Reminder& reminder,
                                  const std::string& language) {
  const auto in_words = [&](const domain::Message& message) { return told(message, language); };
  const std::string& source = report.row.source_language;
  documents::Letter letter;
  letter.language = language;
  letter.title = in_words(say("Reminder: {0}", title_in(report.row.title, language, source)));
  letter.parts.push_back({in_words(say("These sections are to be written by the agency '{0}':", reminder.agency))});
  const auto numbers = number_outline(*report.format);
  for (const auto& one : reminder.sections) {
    const auto section = open_section(context.as_read(), report.row.id, one.section);
    const std::string title = title_in(title_of(report, section), language, source);
    letter.parts.push_back(
        {in_words(say("{0} {1}, due on {2}", numbers.at(one.section), title, one.due_on)), "", true});
  }
  if (reminder.note) letter.parts.push_back({*reminder.note});
  letter.parts.push_back(
      {in_words(say("The letter to print")),
       context.service.mail().public_url + "/v1/reports/" + report.row.id + "/letters/" + reminder.agency + ".html"});
  letter.footer.push_back({in_words(say("You get this mail because you write for this agency."))});
  return letter;
}

// What a person is told, and up to which event.
struct Digest {
  std::vector<InboxEntry> entries;
  std::size_t left_out = 0;
  std::int64_t event = 0;  // the newest that they tell of, or that there was to tell
};

bool is_told(const InboxEntry& entry, const std::string& last_day, std::int64_t told_until) {
  const auto& item = entry.item;
  if (item.kind->key == "reminder") return false;  // has a mail of its own
  if (item.kind->inbox_class == domain::InboxClass::news) return item.event > told_until;
  return !item.due_on.empty() && item.due_on <= last_day;
}

Digest digest_of(const Read& context, const std::string& language, const std::string& today, std::int64_t told_until,
                 bool news_only) {
  const std::string last_day = domain::format_day(domain::parse_day(today).value() + kDaysAheadTold);
  InboxFilter unread;
  unread.read = false;
  if (news_only) unread.inbox_class = "news";
  Digest digest;
  digest.event = store::last_event(context.tx).id;
  for (auto& entry : get_inbox(context, unread, language, "", 1000).entries) {
    if (!is_told(entry, last_day, told_until)) continue;
    if (digest.entries.size() == kMostItemsTold) {
      ++digest.left_out;
    } else {
      digest.entries.push_back(std::move(entry));
    }
  }
  return digest;
}

documents::Letter digest_letter(const Digest& digest, const std::string& language, const std::string& url) {
  const auto in_words = [&](const domain::Message& message) { return told(message, language); };
  documents::Letter letter;
  letter.language = language;
  letter.title = digest.entries.size() == 1 ? in_words(digest.entries.front().sentence)
                                            : in_words(say("National report: what waits for you, and what is new"));
  for (const auto& entry : digest.entries) {
    const std::string sentence = in_words(entry.sentence);
    const bool late = entry.item.overdue;
    letter.parts.push_back({late ? in_words(say("Overdue: {0}", sentence)) : sentence, "", digest.entries.size() > 1});
  }
  if (digest.left_out > 0) letter.parts.push_back({in_words(say("More items in your inbox: {0}.", digest.left_out))});
  letter.parts.push_back({in_words(say("Your inbox")), url + "/v1/inbox"});
  letter.footer.push_back({in_words(
      say("You get this mail as you take part in the report. You choose how often: once a day, at once, or never."))});
  return letter;
}

// One person; nothing where they hold no post.
void tell(Service& service, const std::string& id, const std::string& today, bool at_once) {
  const auto mark = service.database().read([&](store::ReadTx& tx) { return store::find_digest(tx, id); });
  const std::int64_t told_until = mark ? mark->event : 0;
  Digest digest;
  digest.event = told_until;
  const auto actor = service.database().read([&](store::ReadTx& tx) { return load_actor(tx, id, today); });
  const std::string language = service.database().read([&](store::ReadTx& tx) { return mail_language(tx, id, "en"); });
  if (!actor.posts.empty()) {
    digest = service.read(
        actor, [&](const Read& context) { return digest_of(context, language, today, told_until, at_once); });
  }
  service.database().write([&](store::WriteTx& tx) {
    const auto user = store::find_user(tx, id);
    if (user && !digest.entries.empty()) {
      QueuedLetter queued;
      queued.kind = domain::MailKind::digest;
      queued.to = *user;
      queued.event = digest.event;
      queued.key = at_once ? "event " + std::to_string(digest.event) : today;
      queued.letter = digest_letter(digest, language, service.mail().public_url);
      queue_mail(service, tx, queued);
    }
    store::save_digest(tx, id, {today, digest.event});
  });
}

}  // namespace

void mail_reminder(const Write& context, const OpenReport& report, const domain::Reminder& reminder) {
  if (!context.service.mail().on()) return;
  for (const auto& user : store::writers_with_address(context.tx, reminder.agency, report.today)) {
    QueuedLetter queued;
    queued.kind = domain::MailKind::reminder;
    queued.to = user;
    queued.report = report.row.id;
    queued.event = reminder.event;
    queued.key = std::to_string(reminder.event);
    queued.letter =
        reminder_letter(context, report, reminder, mail_language(context.tx, user.id, report.row.source_language));
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
