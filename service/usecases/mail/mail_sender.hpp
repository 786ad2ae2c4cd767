// The one thread that hands mail to the relay, that which waits longest first. What it has to do stands in the
// database: after a stop or a crash it goes on where it was.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "usecases/frame/service.hpp"
#include "usecases/mail/smtp.hpp"

namespace usecases {

// What was being sent when the service stopped: it is uncertain now, and sent once more. At the start, before others
// send.
void settle_interrupted_mails(Service& service);

class MailSender {
 public:
  // Changes what a mail tells that waited, and gives why it is not sent any more; empty: it is.
  using Revise = std::function<std::string(domain::Mail& mail)>;

  // revise: asked about mails that waited for a minute and that nobody can have got.
  // on_fault: what it cannot tell anybody else, e.g. that the database does not answer; for the log.
  MailSender(Service& service, SmtpOptions options, Revise revise,
             std::function<void(const std::string& what, const std::string& said)> on_fault);
  // Ends within a second; with a mail whose body is out, within five.
  ~MailSender();
  MailSender(const MailSender&) = delete;
  MailSender& operator=(const MailSender&) = delete;

 private:
  class Shown;

  void loop();
  bool is_stopping();
  void pause(std::chrono::milliseconds time);
  void work();
  bool send_next(SmtpRelay& relay);
  std::optional<domain::Mail> take_next();
  std::string revised(domain::Mail& mail);
  std::string composed(const domain::Mail& mail);
  void settle(domain::Mail mail, const Handed& handed);
  void save();
  void note_relay(domain::Handing how, const std::string& said);

  Service& service_;
  const SmtpOptions options_;
  const Revise revise_;
  const std::function<void(const std::string&, const std::string&)> on_fault_;
  std::optional<domain::Mail> unsaved_;  // how its last attempt ended, where the database did not take it
  int troubles_ = 0;                     // one after the other: the relay did not take the mail
  int not_taken_ = 0;                    // mails one after the other, each for reasons of its own
  domain::Millis not_before_ = 0;        // the relay is left alone until then

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  bool ended_ = false;
  SmtpRelay* relay_ = nullptr;  // while there is one
  std::thread thread_;
};

}  // namespace usecases
