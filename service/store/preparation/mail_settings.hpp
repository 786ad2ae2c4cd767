// How people want mail, and the links by which they switch it off.
#pragma once

#include <optional>
#include <string>

#include "domain/preparation/mail.hpp"
#include "store/database/database.hpp"

namespace store {

// Nothing: nothing was chosen yet.
std::optional<domain::MailSettings> find_mail_settings(ReadTx& tx, const std::string& user);
void save_mail_settings(WriteTx& tx, const domain::MailSettings& settings);

// With which the links are made.
std::string mail_key(ReadTx& tx);
// hash: of the link's secret; again and again the same one of a person.
void keep_unsubscribe_link(WriteTx& tx, const std::string& hash, const std::string& user);
// Whose link it is.
std::optional<std::string> find_unsubscribe_link(ReadTx& tx, const std::string& hash);

}  // namespace store
