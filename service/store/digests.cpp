#include "store/digests.hpp"

namespace store {
namespace {

std::vector<std::string> ids_of(Query& query) {
  std::vector<std::string> ids;
  while (query.next()) ids.push_back(query.text(0));
  return ids;
}

}  // namespace

std::optional<DigestMark> find_digest(ReadTx& tx, const std::string& user) {
  Query query(tx.connection, "SELECT day, event FROM digests WHERE user = ?", user);
  if (!query.next()) return std::nullopt;
  return DigestMark{query.text(0), query.integer(1)};
}

void save_digest(WriteTx& tx, const std::string& user, const DigestMark& mark) {
  Query(tx.connection,
        "INSERT INTO digests (user, day, event) VALUES (?, ?, ?) "
        "ON CONFLICT (user) DO UPDATE SET day = excluded.day, event = excluded.event",
        user, mark.day, mark.event)
      .run();
}

std::vector<std::string> users_to_tell_daily(ReadTx& tx, const std::string& day, int limit) {
  Query query(tx.connection,
              "SELECT u.id FROM users u LEFT JOIN mail_settings s ON s.user = u.id LEFT JOIN digests d "
              "ON d.user = u.id WHERE u.active = 1 AND u.email IS NOT NULL AND coalesce(s.rhythm, 'daily') = 'daily' "
              "AND (d.day IS NULL OR d.day < ?) ORDER BY u.id LIMIT ?",
              day, limit);
  return ids_of(query);
}

std::vector<std::string> users_to_tell_now(ReadTx& tx, int limit) {
  Query query(tx.connection,
              "SELECT u.id FROM users u JOIN mail_settings s ON s.user = u.id AND s.rhythm = 'each' "
              "LEFT JOIN digests d ON d.user = u.id WHERE u.active = 1 AND u.email IS NOT NULL "
              "AND coalesce(d.event, 0) < (SELECT max(id) FROM events) ORDER BY u.id LIMIT ?",
              limit);
  return ids_of(query);
}

std::vector<domain::User> writers_with_address(ReadTx& tx, const std::string& agency, const std::string& day) {
  Query query(tx.connection,
              "SELECT DISTINCT u.id, u.name, u.email FROM posts p JOIN users u ON u.id = p.user WHERE p.agency = ?1 "
              "AND p.role IN ('contributor', 'head') AND (p.from_day IS NULL OR p.from_day <= ?2) "
              "AND (p.until_day IS NULL OR ?2 <= p.until_day) AND u.active = 1 AND u.email IS NOT NULL ORDER BY u.id",
              agency, day);
  std::vector<domain::User> users;
  while (query.next()) {
    domain::User& user = users.emplace_back();
    user.id = query.text(0);
    user.name = query.text(1);
    user.email = query.text(2);
  }
  return users;
}

}  // namespace store
