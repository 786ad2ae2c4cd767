#include "store/people/people.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::User read_user(const Query& row) {
  return {row.text(0),    row.text(1),    row.optional_text(2), row.boolean(3),
          row.integer(4), row.integer(5), row.integer(6)};
}

domain::HeldPost read_post(const Query& row) {
  domain::HeldPost post;
  post.id = row.integer(0);
  post.user = row.text(1);
  post.post.role = domain::parse_role(row.text(2)).value_or(domain::Role::observer);
  post.post.agency = row.text(3);
  post.post.step = row.text(4);
  post.post.languages = list_from(row.text(5));
  post.from = row.optional_text(6);
  post.until = row.optional_text(7);
  post.version = row.integer(8);
  return post;
}

std::vector<domain::HeldPost> read_posts(Query& query) {
  std::vector<domain::HeldPost> posts;
  while (query.next()) posts.push_back(read_post(query));
  return posts;
}

}  // namespace

void insert_user(WriteTx& tx, const domain::User& user) {
  Query(tx.connection,
        "INSERT INTO users (id, name, email, active, version, created_at, updated_at) VALUES (?, ?, ?, ?, 1, ?, ?)",
        user.id, user.name, user.email, user.active, tx.now, tx.now)
      .run();
}

void update_user(WriteTx& tx, const domain::User& user) {
  Query(tx.connection,
        "UPDATE users SET name = ?, email = ?, active = ?, version = version + 1, updated_at = ? WHERE id = ?",
        user.name, user.email, user.active, tx.now, user.id)
      .run();
}

std::optional<domain::User> find_user(ReadTx& tx, const std::string& id) {
  Query query(tx.connection, "SELECT id, name, email, active, version, created_at, updated_at FROM users WHERE id = ?",
              id);
  if (!query.next()) return std::nullopt;
  return read_user(query);
}

std::vector<domain::User> list_users(ReadTx& tx, const std::string& after, int limit) {
  Query query(tx.connection,
              "SELECT id, name, email, active, version, created_at, updated_at FROM users "
              "WHERE id > ? ORDER BY id LIMIT ?",
              after, limit);
  std::vector<domain::User> users;
  while (query.next()) users.push_back(read_user(query));
  return users;
}

std::int64_t insert_post(WriteTx& tx, const domain::HeldPost& post) {
  Query(tx.connection,
        "INSERT INTO posts (user, role, agency, step, languages, from_day, until_day) VALUES (?, ?, ?, ?, ?, ?, ?)",
        post.user, domain::to_string(post.post.role), or_null(post.post.agency), or_null(post.post.step),
        to_column(post.post.languages), post.from, post.until)
      .run();
  return tx.connection.raw().getLastInsertRowid();
}

void update_post(WriteTx& tx, const domain::HeldPost& post) {
  Query(tx.connection, "UPDATE posts SET from_day = ?, until_day = ?, version = version + 1 WHERE id = ?", post.from,
        post.until, post.id)
      .run();
}

std::optional<domain::HeldPost> find_post(ReadTx& tx, const std::string& user, std::int64_t id) {
  Query query(tx.connection,
              "SELECT id, user, role, agency, step, languages, from_day, until_day, version FROM posts "
              "WHERE user = ? AND id = ?",
              user, id);
  if (!query.next()) return std::nullopt;
  return read_post(query);
}

std::vector<domain::HeldPost> list_posts(ReadTx& tx, const std::string& user, std::int64_t after, int limit) {
  Query query(tx.connection,
              "SELECT id, user, role, agency, step, languages, from_day, until_day, version FROM posts "
              "WHERE user = ? AND id > ? ORDER BY id LIMIT ?",
              user, after, limit);
  return read_posts(query);
}

std::vector<domain::HeldPost> list_posts_on(ReadTx& tx, const std::string& user, const std::string& day) {
  Query query(tx.connection,
              "SELECT id, user, role, agency, step, languages, from_day, until_day, version FROM posts WHERE user = ?1 "
              "AND (from_day IS NULL OR from_day <= ?2) AND (until_day IS NULL OR until_day >= ?2) ORDER BY id",
              user, day);
  return read_posts(query);
}

std::vector<domain::HeldPost> list_posts_from(ReadTx& tx, const std::string& user, const std::string& day) {
  Query query(tx.connection,
              "SELECT id, user, role, agency, step, languages, from_day, until_day, version FROM posts WHERE user = ? "
              "AND (until_day IS NULL OR until_day >= ?) ORDER BY id",
              user, day);
  return read_posts(query);
}

std::vector<domain::HeldPost> list_posts_of_others(ReadTx& tx, const std::string& user, const std::string& day) {
  Query query(tx.connection,
              "SELECT p.id, p.user, role, agency, step, languages, from_day, until_day, p.version FROM posts p "
              "JOIN users u ON u.id = p.user AND u.active = 1 WHERE p.user <> ?1 "
              "AND (from_day IS NULL OR from_day <= ?2) AND (until_day IS NULL OR until_day >= ?2) ORDER BY p.id",
              user, day);
  return read_posts(query);
}

std::vector<domain::Term> admin_terms(ReadTx& tx, const std::string& day, const std::string& but) {
  Query query(tx.connection,
              "SELECT from_day, until_day FROM posts p JOIN users u ON u.id = p.user AND u.active = 1 "
              "WHERE role = 'admin' AND (until_day IS NULL OR until_day >= ?) AND p.user <> ?",
              day, but);
  std::vector<domain::Term> terms;
  while (query.next()) terms.push_back({query.optional_text(0), query.optional_text(1)});
  return terms;
}

}  // namespace store
