#include "usecases/people/tokens.hpp"

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::Role;
using domain::say;
using domain::Scope;

constexpr int kMostLiveTokens = 100;  // of a person, those for calendars among them

void require_owner(const domain::Actor& actor, const std::string& user) {
  if (actor.user != user) require_role(actor, {Role::admin});
}

// No more than the calling token has, for whomever: else a token for reading would make one for anything.
std::vector<domain::Scope> scopes_for(const Write& context, const NewToken& wanted) {
  if (wanted.scopes.empty()) return context.actor.scopes;
  std::vector<domain::Scope> scopes;
  Faults faults;
  for (std::size_t i = 0; i < wanted.scopes.size(); ++i) {
    const std::string pointer = "/scopes/" + std::to_string(i);
    const auto scope = domain::parse_scope(wanted.scopes[i]);
    if (!scope) {
      faults.add(pointer, Fault::does_not_exist, say("There is no scope '{0}'.", wanted.scopes[i]));
    } else if (*scope == Scope::calendar && wanted.scopes.size() > 1) {
      faults.add(pointer, Fault::does_not_fit,
                 say("A token for calendars stands in an address that others may see; it has no other scope."));
    } else if (!context.actor.has_scope(*scope == Scope::calendar ? Scope::read : *scope)) {
      faults.add(pointer, Fault::not_allowed,
                 say("Your own token lacks the scope '{0}', so it cannot pass it on.", wanted.scopes[i]));
    } else {
      scopes.push_back(*scope);
    }
  }
  faults.refuse();
  return scopes;
}

// When the calling token ends; nothing: never.
std::optional<domain::Millis> end_of_maker(const Write& context) {
  const auto maker = store::find_token(context.tx, context.actor.user, context.actor.token);
  return maker ? maker->expires_at : std::nullopt;
}

std::optional<domain::Millis> end_for(const Write& context, const NewToken& wanted) {
  const auto latest = end_of_maker(context);
  if (!wanted.expires_at) return latest;
  const auto end = domain::parse_time(*wanted.expires_at);
  if (!end) throw_invalid("/expires_at", Fault::wrong_form, say("This is not a time such as 2026-05-05T09:00:00Z."));
  if (*end <= context.tx.now)
    throw_invalid("/expires_at", Fault::out_of_range, say("A token cannot expire in the past."));
  if (latest && *end > *latest) {
    throw_invalid("/expires_at", Fault::not_allowed,
                  say("The token that you are using expires at {0}, and cannot make one that lasts longer.",
                      domain::format_time(*latest)));
  }
  return end;
}

void require_room_for_token(const Write& context, const std::string& user) {
  if (store::count_live_tokens(context.tx, user, context.tx.now) < kMostLiveTokens) return;
  throw Error(ErrorCode::conflict, "too_many_tokens",
              say("The person has {0} access tokens that are in force; revoke one that is not used any more.",
                  kMostLiveTokens));
}

void show_last_use(const Read& context, domain::Token& token) {
  const auto use = context.service.identities().last_use(token.id);
  if (use && use > token.last_used_at) token.last_used_at = use;
}

void record_revocation(store::WriteTx& tx, const domain::Token& token, const domain::Author& by) {
  store::revoke_token(tx, token.id);
  store::append_event(tx, "token.revoked", {}, by, {{"user", token.user}, {"token", token.id}, {"label", token.label}});
}

}  // namespace

TokenWithSecret issue_token(store::WriteTx& tx, domain::Token token, const domain::Author& author) {
  const std::string secret = "nr_" + store::random_hex();
  token.id = store::insert_token(tx, token, store::sha256_hex(secret));
  token.created_at = tx.now;
  nlohmann::json data{{"user", token.user}, {"token", token.id}, {"label", token.label}};
  data["scopes"] = nlohmann::json::array();
  for (const domain::Scope scope : token.scopes) data["scopes"].push_back(domain::to_string(scope));
  data["expires_at"] = token.expires_at ? nlohmann::json(*token.expires_at) : nlohmann::json();
  store::append_event(tx, "token.created", {}, author, data);
  return {token, secret};
}

TokenWithSecret create_token(const Write& context, const std::string& user, const NewToken& wanted) {
  require_owner(context.actor, user);
  if (!store::find_user(context.tx, user)) throw_not_found(domain::say("user"), user);
  domain::Token token;
  token.user = user;
  Faults faults;
  faults.gather([&] { token.label = check_name(wanted.label, "/label"); });
  faults.gather([&] { token.scopes = scopes_for(context, wanted); });
  faults.gather([&] { token.expires_at = end_for(context, wanted); });
  faults.refuse();
  require_room_for_token(context, user);
  return issue_token(context.tx, token, context.actor.as(context.actor.post_with(Role::admin)));
}

bool revoke_token(const Write& context, const std::string& user, std::int64_t id) {
  const auto token = get_token(context.as_read(), user, id);
  if (token.revoked_at) return false;
  record_revocation(context.tx, token, context.actor.as(context.actor.post_with(Role::admin)));
  return true;
}

domain::Token get_token(const Read& context, const std::string& user, std::int64_t id) {
  require_owner(context.actor, user);
  auto token = store::find_token(context.tx, user, id);
  if (!token) throw_not_found(domain::say("token"), std::to_string(id));
  show_last_use(context, *token);
  return std::move(*token);
}

std::vector<domain::Token> list_tokens(const Read& context, const std::string& user, std::int64_t after, int limit) {
  require_owner(context.actor, user);
  if (!store::find_user(context.tx, user)) throw_not_found(domain::say("user"), user);
  auto tokens = store::list_tokens(context.tx, user, after, limit);
  for (auto& token : tokens) show_last_use(context, token);
  return tokens;
}

int revoke_live_tokens(store::WriteTx& tx, const std::string& user, const domain::Author& by) {
  const auto tokens = store::list_live_tokens(tx, user, tx.now);
  for (const auto& token : tokens) record_revocation(tx, token, by);
  return static_cast<int>(tokens.size());
}

void revoke_tokens_without_post(Service& service) {
  const auto holders = [&](store::ReadTx& tx, domain::Millis now) {
    return store::list_token_holders_without_post(tx, day_in(service.time_zone(), now), now);
  };
  const bool anybody = service.database().read([&](store::ReadTx& tx) { return !holders(tx, service.now()).empty(); });
  if (!anybody) return;  // no commit a minute for nothing
  service.database().write([&](store::WriteTx& tx) {
    for (const auto& user : holders(tx, tx.now)) revoke_live_tokens(tx, user, {});
  });
}

void save_token_uses(Service& service) {
  const auto uses = service.identities().take_uses();
  if (uses.empty()) return;
  service.database().write([&](store::WriteTx& tx) { store::note_token_uses(tx, uses); });
}

}  // namespace usecases
