#include "domain/preparation/mail.hpp"

#include <algorithm>
#include <utility>

namespace domain {
namespace {

constexpr Millis kMinute = 60'000;
constexpr std::array<Millis, 5> kMailPauses{kMinute, 5 * kMinute, 15 * kMinute, 60 * kMinute, 240 * kMinute};
constexpr int kMostLosses = 2;

template <class List>
auto find_named(const List& all, std::string_view text) -> std::optional<typename List::value_type> {
  const auto found = std::ranges::find(all, text, [](auto one) { return to_string(one); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

void end_mail(Mail& mail, MailState state, Millis now) {
  mail.state = state;
  mail.finished_at = now;
}

void try_again(Mail& mail, Millis now) {
  mail.state = mail.losses > 0 ? MailState::uncertain : MailState::waiting;
  const Millis last = mail.queued_at + kMailTriedFor;
  if (now >= last) return end_mail(mail, mail.losses > 0 ? MailState::uncertain : MailState::failed, now);
  mail.next_attempt_at = std::min(now + pause_after(mail.attempts), last);
}

}  // namespace

std::string_view to_string(MailKind kind) {
  switch (kind) {
    case MailKind::test:
      return "test";
    case MailKind::digest:
      return "digest";
    case MailKind::reminder:
      return "reminder";
  }
  return "";
}

std::optional<MailKind> parse_mail_kind(std::string_view text) { return find_named(kMailKinds, text); }

bool may_be_left_out(MailKind kind) { return kind == MailKind::digest; }

std::string_view to_string(MailState state) {
  switch (state) {
    case MailState::waiting:
      return "waiting";
    case MailState::sending:
      return "sending";
    case MailState::sent:
      return "sent";
    case MailState::failed:
      return "failed";
    case MailState::uncertain:
      return "uncertain";
    case MailState::dropped:
      return "dropped";
  }
  return "";
}

std::optional<MailState> parse_mail_state(std::string_view text) { return find_named(kMailStates, text); }

std::string_view to_string(MailRhythm rhythm) {
  switch (rhythm) {
    case MailRhythm::each:
      return "each";
    case MailRhythm::daily:
      return "daily";
    case MailRhythm::off:
      return "off";
  }
  return "";
}

std::optional<MailRhythm> parse_mail_rhythm(std::string_view text) { return find_named(kMailRhythms, text); }

Millis pause_after(int attempts) {
  const auto last = static_cast<int>(kMailPauses.size()) - 1;
  return kMailPauses[static_cast<std::size_t>(std::clamp(attempts - 1, 0, last))];
}

void note_attempt(Mail& mail, Handing how, std::string said, Millis now) {
  ++mail.attempts;
  mail.last_outcome = std::move(said);
  mail.next_attempt_at.reset();
  mail.finished_at.reset();
  switch (how) {
    case Handing::accepted:
      return end_mail(mail, MailState::sent, now);
    case Handing::refused:
      return end_mail(mail, mail.losses > 0 ? MailState::uncertain : MailState::failed, now);
    case Handing::lost:
      if (++mail.losses >= kMostLosses) return end_mail(mail, MailState::uncertain, now);
      return try_again(mail, now);
    case Handing::later:
    case Handing::not_reached:
      return try_again(mail, now);
  }
}

}  // namespace domain
