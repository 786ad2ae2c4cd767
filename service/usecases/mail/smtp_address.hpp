// Where a relay is found.
#pragma once

#include <string>

namespace usecases {

// "smtp", "relay.example", 587 of "smtp://relay.example:587".
struct SmtpAddress {
  std::string scheme;
  std::string host;
  int port = 0;  // 587, or 465 of smtps, where the URL names none
  bool is_this_machine() const;
};
// Errors: std::invalid_argument with what is wrong.
SmtpAddress parse_smtp_url(const std::string& url);

}  // namespace usecases
