#include "store/preparation/digests.hpp"

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
              "AND coalesce(d.event, 0) < (SELECT max(id) FROM events) ORDER BY coalesce(d.event, 0), u.id LIMIT ?",
              limit);
  return ids_of(query);
}

std::vector<domain::User> writers_with_address(ReadTx& tx, const std::string& agency, const std::string& day) {
  // Each post, and whoever has it on that day: the person, and the deputies of one who is absent.
  Query query(tx.connection,
              "WITH writers AS (SELECT id, user FROM posts WHERE agency = ?1 AND role IN ('contributor', 'head') "
              "AND (from_day IS NULL OR from_day <= ?2) AND (until_day IS NULL OR ?2 <= until_day)) "
              "SELECT u.id, u.name, u.email FROM users u WHERE u.active = 1 AND u.email IS NOT NULL AND u.id IN "
              "(SELECT user FROM writers UNION SELECT a.deputy FROM absences a JOIN writers w ON w.user = a.user "
              "JOIN users o ON o.id = a.user AND o.active = 1 WHERE a.ended_at IS NULL AND a.from_day <= ?2 "
              "AND ?2 <= a.until_day AND (a.posts = '[]' OR w.id IN (SELECT value FROM json_each(a.posts)))) "
              "ORDER BY u.id",
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
