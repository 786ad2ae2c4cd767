#include "store/report/forms.hpp"

#include <stdexcept>

namespace store {

std::string form_key(ReadTx& tx) {
  Query query(tx.connection, "SELECT secret FROM form_key");
  if (!query.next()) throw std::runtime_error("the key of the forms is missing from the database");
  return query.text(0);
}

std::optional<std::int64_t> form_base(ReadTx& tx, std::int64_t event) {
  Query query(tx.connection, "SELECT json_extract(data, '$.form_base') FROM events WHERE id = ?", event);
  if (!query.next()) return std::nullopt;
  return query.optional_integer(0);
}

nlohmann::json last_comments(ReadTx& tx, const domain::Subject& section) {
  Query query(
      tx.connection,
      "SELECT data FROM (SELECT id, type, section, data FROM events WHERE report = ? ORDER BY id DESC LIMIT 500) "
      "WHERE type = 'text.commented' AND section = ? ORDER BY id DESC LIMIT 1",
      section.report, section.section);
  return query.next() ? nlohmann::json::parse(query.text(0)) : nlohmann::json();
}

}  // namespace store
