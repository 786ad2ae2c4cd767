// Access tokens. Only the hash of a secret is stored.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/token.hpp"
#include "store/database/database.hpp"

namespace store {

// Gives the id of the new row. hash: SHA-256 of the secret.
std::int64_t insert_token(WriteTx& tx, const domain::Token& token, const std::string& hash);
void revoke_token(WriteTx& tx, std::int64_t id);
// Remembers when tokens were used last; keeps the later of two times.
void note_token_uses(WriteTx& tx, const std::map<std::int64_t, domain::Millis>& uses);
std::optional<domain::Token> find_token(ReadTx& tx, const std::string& user, std::int64_t id);
std::optional<domain::Token> find_token_by_hash(ReadTx& tx, const std::string& hash);
std::vector<domain::Token> list_tokens(ReadTx& tx, const std::string& user, std::int64_t after, int limit);
bool any_token(ReadTx& tx);
// Those of a person that open something at a time: neither revoked nor expired; by number.
std::vector<domain::Token> list_live_tokens(ReadTx& tx, const std::string& user, domain::Millis now);
int count_live_tokens(ReadTx& tx, const std::string& user, domain::Millis now);
// Who has live tokens although their last post ended before that day, and who is to stand in for nobody. Whoever never
// had a post waits for one and is none of them.
std::vector<std::string> list_token_holders_without_post(ReadTx& tx, const std::string& day, domain::Millis now);

}  // namespace store
