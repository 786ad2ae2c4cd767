// How a person wants mail: each chooses for himself.
#pragma once

#include <optional>
#include <string>

#include "domain/preparation/mail.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct MailSettingsView {
  domain::MailSettings row;
  std::optional<std::string> address;  // the administrator enters it
  bool mail_is_on = false;             // whether the service sends any
};

struct MailSettingsChange {
  std::optional<std::string> rhythm;                   // "each", "daily", "off"
  std::optional<std::optional<std::string>> language;  // set to nothing: that of what the mail is about
};

// The caller's own.
MailSettingsView get_mail_settings(const Read& context);
// Errors: stale; invalid (a language in which there are no words for mail).
MailSettingsView update_mail_settings(const Write& context, const MailSettingsChange& change, const Expected& expected);

// By the link in a mail; nothing where it is off already.
void switch_mail_off(store::WriteTx& tx, const std::string& user);

}  // namespace usecases
