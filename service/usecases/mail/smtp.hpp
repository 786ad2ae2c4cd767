// Handing mail to a relay (RFC 5321), by libcurl. The one place that knows that library.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "domain/preparation/mail.hpp"

namespace usecases {

struct SmtpOptions {
  std::string url;       // "smtp://relay.example:587", "smtps://relay.example:465"
  std::string greeting;  // how we call ourselves
  std::string sender;    // address that bounces go to
  std::string login;     // empty: none
  std::string password;
  std::string ca_file;       // PEM; empty: those of the system
  bool tls_required = true;  // else nothing is encrypted, but by smtps
  std::chrono::milliseconds connect_time{10'000};
  std::chrono::milliseconds time{60'000};  // for one mail
};

// "libcurl 7.88.1"
std::string smtp_library();

struct Handed {
  domain::Handing how = domain::Handing::not_reached;
  std::string said;      // one line of ASCII: the relay's last reply, or what went wrong
  bool stopped = false;  // before its body went out, as the service stops: it was no attempt
};

// One connection for as many mails as follow one another. Used by one thread.
class SmtpRelay {
 public:
  // is_stopping: asked at least once a second. A mail whose body is out already has three more seconds then.
  SmtpRelay(const SmtpOptions& options, std::function<bool()> is_stopping);
  ~SmtpRelay();
  SmtpRelay(const SmtpRelay&) = delete;
  SmtpRelay& operator=(const SmtpRelay&) = delete;

  // message: whole, lines ended by CR LF. before_body: called once the relay wants the body, before any of it goes
  // out; where it throws, nothing goes out. Errors: what before_body throws.
  Handed hand_over(const std::string& address, const std::string& message, const std::function<void()>& before_body);

  // Ends the connection; where the relay took the last mail, with a goodbye. No mail follows.
  void end();
  // From any thread: ends whatever is waited for, a goodbye too.
  void hang_up();

 private:
  class Transfer;
  struct Curl;
  const SmtpOptions options_;
  const std::function<bool()> is_stopping_;
  bool polite_ = false;
  std::unique_ptr<Curl> curl_;
};

}  // namespace usecases
