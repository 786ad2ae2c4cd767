#include "store/people/tokens.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

domain::Token read_token(const Query& row) {
  domain::Token token;
  token.id = row.integer(0);
  token.user = row.text(1);
  token.label = row.text(2);
  for (const std::string& name : list_from(row.text(3))) {
    if (const auto scope = domain::parse_scope(name)) token.scopes.push_back(*scope);
  }
  token.created_at = row.integer(4);
  token.expires_at = row.optional_integer(5);
  token.revoked_at = row.optional_integer(6);
  token.last_used_at = row.optional_integer(7);
  return token;
}

}  // namespace

std::int64_t insert_token(WriteTx& tx, const domain::Token& token, const std::string& hash) {
  std::vector<std::string> scopes;
  for (const domain::Scope scope : token.scopes) scopes.emplace_back(domain::to_string(scope));
  Query(tx.connection,
        "INSERT INTO tokens (user, hash, label, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)", token.user,
        hash, token.label, to_column(scopes), tx.now, token.expires_at)
      .run();
  return tx.connection.raw().getLastInsertRowid();
}

void revoke_token(WriteTx& tx, std::int64_t id) {
  Query(tx.connection, "UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", tx.now, id).run();
}

void note_token_uses(WriteTx& tx, const std::map<std::int64_t, domain::Millis>& uses) {
  for (const auto& [id, at] : uses) {
    Query(tx.connection, "UPDATE tokens SET last_used_at = max(coalesce(last_used_at, 0), ?) WHERE id = ?", at, id)
        .run();
  }
}

std::optional<domain::Token> find_token(ReadTx& tx, const std::string& user, std::int64_t id) {
  Query query(tx.connection,
              "SELECT id, user, label, scopes, created_at, expires_at, revoked_at, last_used_at FROM tokens "
              "WHERE user = ? AND id = ?",
              user, id);
  if (!query.next()) return std::nullopt;
  return read_token(query);
}

std::optional<domain::Token> find_token_by_hash(ReadTx& tx, const std::string& hash) {
  Query query(tx.connection,
              "SELECT id, user, label, scopes, created_at, expires_at, revoked_at, last_used_at FROM tokens "
              "WHERE hash = ?",
              hash);
  if (!query.next()) return std::nullopt;
  return read_token(query);
}

std::vector<domain::Token> list_tokens(ReadTx& tx, const std::string& user, std::int64_t after, int limit) {
  Query query(tx.connection,
              "SELECT id, user, label, scopes, created_at, expires_at, revoked_at, last_used_at FROM tokens "
              "WHERE user = ? AND id > ? ORDER BY id LIMIT ?",
              user, after, limit);
  std::vector<domain::Token> tokens;
  while (query.next()) tokens.push_back(read_token(query));
  return tokens;
}

std::vector<domain::Token> list_live_tokens(ReadTx& tx, const std::string& user, domain::Millis now) {
  Query query(tx.connection,
              "SELECT id, user, label, scopes, created_at, expires_at, revoked_at, last_used_at FROM tokens "
              "WHERE user = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) ORDER BY id",
              user, now);
  std::vector<domain::Token> tokens;
  while (query.next()) tokens.push_back(read_token(query));
  return tokens;
}

int count_live_tokens(ReadTx& tx, const std::string& user, domain::Millis now) {
  Query query(tx.connection,
              "SELECT count(*) FROM tokens WHERE user = ? AND revoked_at IS NULL "
              "AND (expires_at IS NULL OR expires_at > ?)",
              user, now);
  query.next();
  return static_cast<int>(query.integer(0));
}

std::vector<std::string> list_token_holders_without_post(ReadTx& tx, const std::string& day, domain::Millis now) {
  Query query(
      tx.connection,
      "SELECT DISTINCT t.user FROM tokens t WHERE t.revoked_at IS NULL "
      "AND (t.expires_at IS NULL OR t.expires_at > ?2) AND EXISTS (SELECT 1 FROM posts p WHERE p.user = t.user) "
      "AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.user = t.user "
      "AND (p.until_day IS NULL OR p.until_day >= ?1)) AND NOT EXISTS (SELECT 1 FROM absences a "
      "WHERE a.deputy = t.user AND a.ended_at IS NULL AND a.until_day >= ?1) ORDER BY t.user",
      day, now);
  std::vector<std::string> users;
  while (query.next()) users.push_back(query.text(0));
  return users;
}

bool any_token(ReadTx& tx) {
  Query query(tx.connection, "SELECT 1 FROM tokens LIMIT 1");
  return query.next();
}

}  // namespace store
