// Access tokens. Only the hash of a secret is stored.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/actor.hpp"
#include "store/database.hpp"

namespace store {

struct Token {
  std::int64_t id = 0;
  std::string user;
  std::string label;
  std::vector<domain::Scope> scopes;
  domain::Millis created_at = 0;
  std::optional<domain::Millis> expires_at;
  std::optional<domain::Millis> revoked_at;
  std::optional<domain::Millis> last_used_at;
};

// Gives the id of the new row. hash: SHA-256 of the secret.
std::int64_t insert_token(WriteTx& tx, const Token& token, const std::string& hash);
void revoke_token(WriteTx& tx, std::int64_t id);
// Remembers when tokens were used last; keeps the later of two times.
void note_token_uses(WriteTx& tx, const std::map<std::int64_t, domain::Millis>& uses);
std::optional<Token> find_token(ReadTx& tx, const std::string& user, std::int64_t id);
std::optional<Token> find_token_by_hash(ReadTx& tx, const std::string& hash);
std::vector<Token> list_tokens(ReadTx& tx, const std::string& user, std::int64_t after, int limit);
bool any_token(ReadTx& tx);

}  // namespace store
