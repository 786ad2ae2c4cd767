// A mail as it goes to a relay: header and two bodies, as plain text and as HTML (RFC 5322, 2045, 2046).
#pragma once

#include <string>

#include "domain/basis/calendar.hpp"

namespace documents {

// Of a whole mail: libcurl of some versions loses or holds up what has 64 kB. Who has more to say gives an address.
inline constexpr std::size_t kMostMailBytes = 48'000;

struct MailMessage {
  std::string from_name, from;  // addresses: see is_mail_address
  std::string to_name, to;
  std::string reply_to;  // empty: none
  std::string subject;
  std::string text, html;  // lines ended by LF
  std::string language;
  domain::Millis date = 0;
  std::string message_id;       // "...@reports.example"
  std::string unsubscribe_url;  // by which such mail is switched off; empty: it cannot be
};

// The same bytes for the same mail. ASCII, every line at most 998 bytes long and ended by CR LF; of the header nearly
// all are at most 76. Errors: std::invalid_argument where an address is none; std::length_error beyond kMostMailBytes.
std::string write_mail(const MailMessage& mail);

}  // namespace documents
