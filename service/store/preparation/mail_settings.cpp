#include "store/preparation/mail_settings.hpp"

#include <stdexcept>

namespace store {

std::optional<domain::MailSettings> find_mail_settings(ReadTx& tx, const std::string& user) {
  Query query(tx.connection, "SELECT rhythm, language, version FROM mail_settings WHERE user = ?", user);
  if (!query.next()) return std::nullopt;
  return domain::MailSettings{user, domain::parse_mail_rhythm(query.text(0)).value(), query.text(1), query.integer(2)};
}

void save_mail_settings(WriteTx& tx, const domain::MailSettings& settings) {
  Query(tx.connection,
        "INSERT INTO mail_settings (user, rhythm, language, version) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (user) DO "
        "UPDATE SET rhythm = ?2, language = ?3, version = ?4",
        settings.user, domain::to_string(settings.rhythm), or_null(settings.language), settings.version)
      .run();
}

std::string mail_key(ReadTx& tx) {
  Query query(tx.connection, "SELECT secret FROM mail_key");
  if (!query.next()) throw std::runtime_error("the key of the links in mail is missing from the database");
  return query.text(0);
}

void keep_unsubscribe_link(WriteTx& tx, const std::string& hash, const std::string& user) {
  Query(tx.connection, "INSERT INTO unsubscribe_links (hash, user) VALUES (?, ?) ON CONFLICT (user) DO NOTHING", hash,
        user)
      .run();
}

std::optional<std::string> find_unsubscribe_link(ReadTx& tx, const std::string& hash) {
  Query query(tx.connection, "SELECT user FROM unsubscribe_links WHERE hash = ?", hash);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

}  // namespace store
