// A mail relay as a program of its own (tests/mail/relay.py), which keeps, refuses, hangs and dies as a test wants it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "config.hpp"
#include "support/temporary_folder.hpp"

namespace support {

// Asks until it holds, some ten seconds long; gives whether it does.
bool comes_true(const std::function<bool()>& holds, std::chrono::milliseconds patience = std::chrono::seconds(10));

class Relay {
 public:
  // more: arguments of relay.py behind the folder.
  explicit Relay(std::vector<std::string> more = {});
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  int port() const { return port_; }
  void mode(const std::string& words) const;
  void die();
  // With the same port, and what it kept before.
  void rise();

  std::size_t mails() const;
  std::size_t connections() const { return lines("connections"); }
  std::size_t goodbyes() const { return lines("quits"); }
  // By number, from 1.
  std::string bytes(std::size_t number) const;
  nlohmann::json envelope(std::size_t number) const;
  // As a program for mail reads it, see read_mail.py.
  nlohmann::json read(std::size_t number) const;

 private:
  std::size_t lines(const std::string& file) const;
  std::string kept(std::size_t number, const std::string& ending) const;

  TemporaryFolder folder_;
  std::vector<std::string> more_;
  pid_t process_ = 0;
  int port_ = 0;
};

// A service that sends its mail there.
Config with_mail(const Relay& relay);
Config with_mail(int port);

}  // namespace support
