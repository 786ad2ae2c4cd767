// Access tokens: scoped, expiring, revocable; the secret is shown once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/people/tokens.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct NewToken {
  std::string label;
  std::vector<std::string> scopes;        // empty: those of the calling token
  std::optional<std::string> expires_at;  // RFC 3339; none: when the calling token ends
};

struct TokenWithSecret {
  domain::Token token;
  std::string secret;  // "nr_" and 64 hexadecimal digits
};

// For oneself, or for anybody as the admin; with no more scopes than the calling token has, and no longer than that.
// Errors: forbidden, not_found; invalid; conflict (the person has as many that are in force as there may be).
TokenWithSecret create_token(const Write& context, const std::string& user, const NewToken& token);
// Errors: not_found. Revoking again changes nothing.
bool revoke_token(const Write& context, const std::string& user, std::int64_t token);
domain::Token get_token(const Read& context, const std::string& user, std::int64_t token);
std::vector<domain::Token> list_tokens(const Read& context, const std::string& user, std::int64_t after, int limit);

// A new secret with its row and its event, whoever asks: for the first start and the command line.
TokenWithSecret issue_token(store::WriteTx& tx, domain::Token token, const domain::Author& author);

// All that still open something; gives how many. Whoever asks.
int revoke_live_tokens(store::WriteTx& tx, const std::string& user, const domain::Author& by);

// Of people whose last post is over, and who are to stand in for nobody: access goes with the post.
void revoke_tokens_without_post(Service& service);

// Writes down when tokens were used last.
void save_token_uses(Service& service);

}  // namespace usecases
