#include "usecases/mail/mail_sender.hpp"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

#include "store/people/people.hpp"
#include "store/preparation/mail_settings.hpp"
#include "store/preparation/outbox.hpp"
#include "usecases/mail/queue_mail.hpp"
#include "usecases/mail/unsubscription.hpp"

namespace usecases {
namespace {

using domain::Handing;
using std::chrono::milliseconds;

// How often it looks whether a mail's time has come: one look-up in an index.
constexpr milliseconds kBetweenLooks{500};
constexpr milliseconds kAfterFault{5000};
constexpr milliseconds kPatienceAtTheEnd{4000};
// Whoever refuses ten mails one after the other refuses us, and is not asked about all the others at once.
constexpr int kMostNotTaken = 10;
// What was written a minute ago or less goes out as it was written.
constexpr domain::Millis kFresh = 60'000;

// Why it is not sent any more; empty: it is.
std::string not_wanted(store::ReadTx& tx, const domain::Mail& mail) {
  const auto user = store::find_user(tx, mail.user);
  if (!user || !user->active) return "not sent, as the person has no access any more";
  if (user->email != mail.address) return "not sent, as the person has another address now";
  if (!domain::may_be_left_out(mail.kind)) return "";
  const auto settings = store::find_mail_settings(tx, mail.user);
  const bool off = settings && settings->rhythm == domain::MailRhythm::off;
  return off ? "not sent, as the person switched such mails off" : "";
}

void drop(domain::Mail& mail, std::string why, domain::Millis now) {
  mail.state = mail.losses > 0 ? domain::MailState::uncertain : domain::MailState::dropped;
  mail.next_attempt_at.reset();
  mail.finished_at = now;
  mail.last_outcome = std::move(why);
}

}  // namespace

void settle_interrupted_mails(Service& service) {
  if (service.database().read([](store::ReadTx& tx) { return store::list_interrupted_mails(tx).empty(); })) return;
  service.database().write([](store::WriteTx& tx) {
    for (auto& mail : store::list_interrupted_mails(tx)) {
      domain::note_attempt(mail, Handing::lost, "the service stopped while this mail was on its way", tx.now);
      store::save_mail_state(tx, mail);
    }
  });
}

MailSender::MailSender(Service& service, SmtpOptions options, Revise revise,
                       std::function<void(const std::string&, const std::string&)> on_fault)
    : service_(service),
      options_(std::move(options)),
      revise_(std::move(revise)),
      on_fault_(std::move(on_fault)),
      thread_([this] { loop(); }) {}

MailSender::~MailSender() {
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
    if (!changed_.wait_for(lock, kPatienceAtTheEnd, [this] { return ended_; }) && relay_ != nullptr) relay_->hang_up();
  }
  thread_.join();
}

bool MailSender::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void MailSender::pause(milliseconds time) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, time, [this] { return stopping_; });
}

// The relay stands where ~MailSender finds it until its goodbye is said.
class MailSender::Shown {
 public:
  Shown(MailSender& sender, SmtpRelay& relay) : sender_(sender), relay_(relay) { show(&relay); }
  ~Shown() {
    relay_.end();
    show(nullptr);
  }
  Shown(const Shown&) = delete;
  Shown& operator=(const Shown&) = delete;

 private:
  void show(SmtpRelay* relay) {
    const std::lock_guard lock(sender_.mutex_);
    sender_.relay_ = relay;
  }

  MailSender& sender_;
  SmtpRelay& relay_;
};

void MailSender::loop() {
  while (!is_stopping()) {
    try {
      work();
      pause(kBetweenLooks);
    } catch (const std::exception& fault) {
      on_fault_("mail could not be worked on", fault.what());
      pause(kAfterFault);
    }
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

// One connection for all whose time has come.
void MailSender::work() {
  if (unsaved_) save();
  if (service_.now() < not_before_) return;
  const bool any = service_.database().read([&](store::ReadTx& tx) { return store::any_mail_due(tx, service_.now()); });
  if (!any) return;
  SmtpRelay relay(options_, [this] { return is_stopping(); });
  const Shown shown(*this, relay);
  while (!is_stopping() && send_next(relay)) {
  }
}

// What is not wanted any more is settled here, in the transaction that sees it.
std::optional<domain::Mail> MailSender::take_next() {
  while (true) {
    std::string why_not;
    auto mail = service_.database().read([&](store::ReadTx& tx) {
      auto next = store::next_mail(tx, service_.now());
      if (next) why_not = not_wanted(tx, *next);
      return next;
    });
    if (mail && why_not.empty()) why_not = revised(*mail);
    if (!mail || why_not.empty()) return mail;
    service_.database().write([&](store::WriteTx& tx) {
      drop(*mail, why_not, tx.now);
      store::save_mail_state(tx, *mail);
    });
  }
}

// What is sent once more is the same, whoever has read it. A mail that cannot be revised goes out as it was written.
std::string MailSender::revised(domain::Mail& mail) {
  const bool repeated = mail.losses > 0 || mail.queued_at > mail.created_at;
  if (repeated || service_.now() - mail.created_at < kFresh) return "";
  try {
    domain::Mail now = mail;
    const std::string why_not = revise_(now);
    if (!why_not.empty() || (now.subject == mail.subject && now.text == mail.text)) return why_not;
    service_.database().write([&](store::WriteTx& tx) { store::save_mail_words(tx, now); });
    mail = std::move(now);
  } catch (const std::exception& fault) {
    on_fault_("a mail that waited could not be looked at again", fault.what());
  }
  return "";
}

// False: there is none, or the relay is to be left alone.
bool MailSender::send_next(SmtpRelay& relay) {
  auto mail = take_next();
  if (!mail) return false;
  std::string message;
  try {
    message = composed(*mail);
  } catch (const std::logic_error& fault) {
    // It would fail again, and those behind it would wait for ever.
    on_fault_("a mail could not be written", fault.what());
    settle(std::move(*mail), {Handing::refused, std::string("could not be written: ") + fault.what()});
    return true;
  }
  const Handed handed = relay.hand_over(mail->address, message, [&] {
    service_.database().write([&](store::WriteTx& tx) { store::mark_sending(tx, mail->id); });
  });
  if (handed.stopped) return false;
  settle(std::move(*mail), handed);
  note_relay(handed.how, handed.said);
  return service_.now() >= not_before_;
}

std::string MailSender::composed(const domain::Mail& mail) {
  const std::string link = service_.database().read([&](store::ReadTx& tx) {
    return domain::may_be_left_out(mail.kind) ? unsubscribe_url(service_.mail(), tx, mail.user) : std::string();
  });
  return compose_mail(service_.mail(), mail, link);
}

void MailSender::settle(domain::Mail mail, const Handed& handed) {
  domain::note_attempt(mail, handed.how, handed.said, service_.now());
  service_.mail_board().note(handed.how);
  unsaved_ = std::move(mail);
  save();
}

// Until it is saved nothing else is sent: else a crash would make a mail uncertain that came to an end long ago.
void MailSender::save() {
  service_.database().write([&](store::WriteTx& tx) { store::save_mail_state(tx, *unsaved_); });
  unsaved_.reset();
}

void MailSender::note_relay(Handing how, const std::string& said) {
  const auto now = service_.now();
  if (how == Handing::accepted) {
    troubles_ = not_taken_ = 0;
    return service_.mail_board().note_recovery();
  }
  const bool of_relay = how == Handing::not_reached || how == Handing::lost;
  if (!of_relay && ++not_taken_ < kMostNotTaken) return;
  not_taken_ = 0;
  not_before_ = now + domain::pause_after(++troubles_);
  service_.mail_board().note_trouble(now);
  if (how != Handing::not_reached) return;
  if (troubles_ == 1) on_fault_("the mail relay takes no mail", said);
  service_.database().write([&](store::WriteTx& tx) { store::give_up_mails(tx, now - domain::kMailTriedFor, said); });
}

}  // namespace usecases
