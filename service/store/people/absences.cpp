#include "store/people/absences.hpp"

#include <nlohmann/json.hpp>

#include "store/database/json_columns.hpp"

namespace store {
namespace {

// id, user, name, from, until, deputy, name, posts, ended_at, version
domain::Absence read_absence(const Query& row) {
  domain::Absence absence;
  absence.id = row.integer(0);
  absence.user = row.text(1);
  absence.user_name = row.text(2);
  absence.from = row.text(3);
  absence.until = row.text(4);
  absence.deputy = row.text(5);
  absence.deputy_name = row.text(6);
  absence.posts = nlohmann::json::parse(row.text(7)).get<std::vector<std::int64_t>>();
  absence.ended_at = row.optional_integer(8);
  absence.version = row.integer(9);
  return absence;
}

std::vector<domain::Absence> read_absences(Query& query) {
  std::vector<domain::Absence> absences;
  while (query.next()) absences.push_back(read_absence(query));
  return absences;
}

std::string posts_column(const domain::Absence& absence) { return nlohmann::json(absence.posts).dump(); }

}  // namespace

std::int64_t insert_absence(WriteTx& tx, const domain::Absence& absence) {
  Query(tx.connection, "INSERT INTO absences (user, from_day, until_day, deputy, posts) VALUES (?, ?, ?, ?, ?)",
        absence.user, absence.from, absence.until, absence.deputy, posts_column(absence))
      .run();
  return tx.connection.raw().getLastInsertRowid();
}

void update_absence(WriteTx& tx, const domain::Absence& absence) {
  Query(tx.connection,
        "UPDATE absences SET from_day = ?, until_day = ?, deputy = ?, posts = ?, version = version + 1 WHERE id = ?",
        absence.from, absence.until, absence.deputy, posts_column(absence), absence.id)
      .run();
}

void end_absence(WriteTx& tx, std::int64_t id) {
  Query(tx.connection, "UPDATE absences SET ended_at = ?, version = version + 1 WHERE id = ?", tx.now, id).run();
}

std::optional<domain::Absence> find_absence(ReadTx& tx, const std::string& user, std::int64_t id) {
  Query query(tx.connection,
              "SELECT a.id, a.user, u.name, a.from_day, a.until_day, a.deputy, d.name, a.posts, a.ended_at, a.version "
              "FROM absences a JOIN users u ON u.id = a.user JOIN users d ON d.id = a.deputy "
              "WHERE a.user = ? AND a.id = ?",
              user, id);
  if (!query.next()) return std::nullopt;
  return read_absence(query);
}

std::vector<domain::Absence> list_absences(ReadTx& tx, const std::string& user, std::int64_t after, int limit) {
  Query query(tx.connection,
              "SELECT a.id, a.user, u.name, a.from_day, a.until_day, a.deputy, d.name, a.posts, a.ended_at, a.version "
              "FROM absences a JOIN users u ON u.id = a.user JOIN users d ON d.id = a.deputy "
              "WHERE a.user = ? AND a.id > ? ORDER BY a.id LIMIT ?",
              user, after, limit);
  return read_absences(query);
}

std::vector<domain::Absence> open_absences_of(ReadTx& tx, const std::string& user, const std::string& day) {
  Query query(tx.connection,
              "SELECT a.id, a.user, u.name, a.from_day, a.until_day, a.deputy, d.name, a.posts, a.ended_at, a.version "
              "FROM absences a JOIN users u ON u.id = a.user JOIN users d ON d.id = a.deputy "
              "WHERE a.user = ? AND a.ended_at IS NULL AND a.until_day >= ? ORDER BY a.id",
              user, day);
  return read_absences(query);
}

std::vector<domain::Absence> open_absences_with(ReadTx& tx, const std::string& deputy, const std::string& day) {
  Query query(tx.connection,
              "SELECT a.id, a.user, u.name, a.from_day, a.until_day, a.deputy, d.name, a.posts, a.ended_at, a.version "
              "FROM absences a JOIN users u ON u.id = a.user JOIN users d ON d.id = a.deputy "
              "WHERE a.deputy = ? AND a.ended_at IS NULL AND a.until_day >= ? ORDER BY a.id",
              deputy, day);
  return read_absences(query);
}

std::vector<domain::Post> deputy_posts_on(ReadTx& tx, const std::string& deputy, const std::string& day) {
  Query query(tx.connection,
              "SELECT DISTINCT p.id, p.role, p.agency, p.step, p.languages, u.id, u.name FROM absences a "
              "JOIN users u ON u.id = a.user AND u.active = 1 JOIN posts p ON p.user = a.user "
              "WHERE a.deputy = ?1 AND a.ended_at IS NULL AND a.from_day <= ?2 AND a.until_day >= ?2 "
              "AND p.role <> 'admin' AND (p.from_day IS NULL OR p.from_day <= ?2) "
              "AND (p.until_day IS NULL OR p.until_day >= ?2) "
              "AND (a.posts = '[]' OR p.id IN (SELECT value FROM json_each(a.posts))) ORDER BY u.id, p.id",
              deputy, day);
  std::vector<domain::Post> posts;
  while (query.next()) {
    posts.push_back({domain::parse_role(query.text(1)).value_or(domain::Role::observer), query.text(2), query.text(3),
                     list_from(query.text(4)), query.text(5), query.text(6)});
  }
  return posts;
}

}  // namespace store
