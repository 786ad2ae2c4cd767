#include "usecases/mail/queue_mail.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "documents/mail/mail_address.hpp"
#include "documents/mail/mail_message.hpp"
#include "store/database/hash.hpp"
#include "store/preparation/mail_settings.hpp"
#include "store/preparation/outbox.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/mail/unsubscription.hpp"

namespace usecases {
namespace {

// In small letters and digits (RFC 4648), five bits each; a name that no program reads as two.
std::string in_base32(const std::string& hex) {
  constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
  std::string out;
  unsigned bits = 0;
  unsigned held = 0;
  for (const char digit : hex) {
    bits = bits << 4U | static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    held += 4;
    if (held < 5) continue;
    held -= 5;
    out += kDigits[bits >> held & 31U];
    bits &= (1U << held) - 1;
  }
  if (held > 0) out += kDigits[bits << (5 - held) & 31U];
  return out;
}

std::string key_of(const QueuedLetter& queued) {
  return in_base32(store::sha256_hex(std::string(domain::to_string(queued.kind)) + "\n" + queued.to.id + "\n" +
                                     queued.report + "\n" + queued.key));
}

// Both bodies before they are packed, which makes 41,000 bytes of them: the rest of a mail's size is its header.
constexpr std::size_t kMostOfBodies = 30'000;

std::size_t size_of(const documents::Letter& letter) {
  return documents::letter_text(letter).size() + documents::letter_html(letter).size();
}

using Parts = std::vector<documents::LetterPart>;

// The items of a letter that stand together and behind which there are no others.
struct LastItems {
  explicit LastItems(const Parts& parts) {
    const auto is_item = [](const documents::LetterPart& part) { return part.item; };
    const auto last = std::find_if(parts.rbegin(), parts.rend(), is_item);
    end = parts.rend() - last;
    count = std::find_if_not(last, parts.rend(), is_item) - last;
  }
  Parts::difference_type end = 0;    // where they end
  Parts::difference_type count = 0;  // 0: the letter has none
};

documents::Letter without_last(documents::Letter letter, const LastItems& items, Parts::difference_type left_out) {
  const auto end = letter.parts.begin() + items.end;
  letter.parts.erase(end - left_out, end);
  return letter;
}

// People write the titles that a letter lists, and may write long ones: what it has no room for is counted instead.
// Each try composes the whole letter, so that the number is found by halving.
documents::Letter fitted(documents::Letter letter) {
  if (size_of(letter) <= kMostOfBodies) return letter;
  const LastItems items(letter.parts);
  Parts::difference_type left_out = 0;
  for (auto enough = items.count; left_out < enough;) {
    const auto middle = left_out + (enough - left_out) / 2;
    if (size_of(without_last(letter, items, middle)) <= kMostOfBodies) {
      enough = middle;
    } else {
      left_out = middle + 1;
    }
  }
  if (left_out == 0) return letter;
  letter = without_last(std::move(letter), items, left_out);
  const auto note = domain::say("Items that this mail has no room for: {0}.", left_out);
  letter.parts.insert(letter.parts.begin() + (items.end - left_out), {told(note, letter.language)});
  return letter;
}

domain::Mail mail_of(const MailOptions& options, const QueuedLetter& queued, domain::Millis now) {
  domain::Mail mail;
  mail.user = queued.to.id;
  mail.user_name = queued.to.name;
  mail.address = *queued.to.email;
  mail.kind = queued.kind;
  mail.report = queued.report;
  mail.event = queued.event;
  mail.key = key_of(queued);
  mail.message_id = mail.key + "@" + documents::host_of_url(options.public_url);
  mail.reply_to = queued.reply_to;
  mail.told_after = queued.told_after;
  mail.news_only = queued.news_only;
  write_letter(mail, queued.letter);
  mail.created_at = mail.queued_at = now;
  mail.next_attempt_at = now;
  return mail;
}

}  // namespace

std::optional<std::int64_t> queue_mail(Service& service, store::WriteTx& tx, const QueuedLetter& queued) {
  if (!service.mail().on() || !queued.to.email || !queued.to.active) return std::nullopt;
  const bool left_out = domain::may_be_left_out(queued.kind);
  if (left_out) {
    const auto settings = store::find_mail_settings(tx, queued.to.id);
    if (settings && settings->rhythm == domain::MailRhythm::off) return std::nullopt;
  }
  domain::Mail mail = mail_of(service.mail(), queued, tx.now);
  const std::string link = left_out ? unsubscribe_url(service.mail(), tx, mail.user) : "";
  if (documents::is_mail_address(mail.address)) {
    compose_mail(service.mail(), mail, link);  // not later: by then nobody could be told
    if (left_out) keep_unsubscribe_link(tx, mail.user);
  } else {
    domain::note_attempt(mail, domain::Handing::refused, "the address is none that mail can be sent to", tx.now);
  }
  return store::enqueue_mail(tx, mail);
}

void write_letter(domain::Mail& mail, const documents::Letter& letter) {
  const auto cut = fitted(letter);
  mail.language = cut.language;
  mail.subject = cut.title;
  mail.text = documents::letter_text(cut);
  mail.html = documents::letter_html(cut);
}

std::string compose_mail(const MailOptions& options, const domain::Mail& mail, const std::string& unsubscribe_url) {
  documents::MailMessage message;
  message.from_name = "national-report";
  message.from = options.from;
  message.to_name = mail.user_name;
  message.to = mail.address;
  message.reply_to = mail.reply_to;
  message.subject = mail.subject;
  message.text = mail.text;
  message.html = mail.html;
  message.language = mail.language;
  message.date = mail.created_at;
  message.message_id = mail.message_id;
  message.unsubscribe_url = unsubscribe_url;
  return documents::write_mail(message);
}

std::string mail_language(store::ReadTx& tx, const std::string& user, const std::string& otherwise) {
  const auto settings = store::find_mail_settings(tx, user);
  return message_language(settings && !settings->language.empty() ? settings->language : otherwise);
}

}  // namespace usecases
