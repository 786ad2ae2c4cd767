#include "usecases/frame/identities.hpp"

#include <utility>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/people/absences.hpp"
#include "store/people/people.hpp"
#include "store/people/tokens.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

using domain::say;

constexpr std::size_t kMostRemembered = 20'000;  // each caller twice

[[noreturn]] void refuse() {
  throw domain::Error(domain::ErrorCode::unauthenticated, "invalid_token",
                      say("The access token is unknown, expired or revoked. Ask your administrator for a new one."));
}

std::string key_of(const domain::Actor& actor) { return "#" + std::to_string(actor.token); }

Identity identity_of(store::ReadTx& tx, const std::optional<domain::Token>& token, const std::string& today,
                     domain::Millis now) {
  if (!token || token->revoked_at || (token->expires_at && *token->expires_at <= now)) refuse();
  Identity identity{load_actor(tx, token->user, today), token->label, token->expires_at};
  identity.actor.token = token->id;
  identity.actor.scopes = token->scopes;
  return identity;
}

}  // namespace

domain::Actor load_actor(store::ReadTx& tx, const std::string& id, const std::string& today) {
  const auto user = store::find_user(tx, id);
  if (!user || !user->active) refuse();
  domain::Actor actor{user->id, user->name, 0, {}, {}};
  for (const auto& row : store::list_posts_on(tx, user->id, today)) actor.posts.push_back(row.post);
  for (auto& post : store::deputy_posts_on(tx, user->id, today)) actor.posts.push_back(std::move(post));
  return actor;
}

Identity load_identity(store::ReadTx& tx, const std::string& secret_hash, const std::string& today,
                       domain::Millis now) {
  return identity_of(tx, store::find_token_by_hash(tx, secret_hash), today, now);
}

std::shared_ptr<const Identity> Identities::authenticate(store::Database& database, const Changes& changes,
                                                         std::string_view secret) {
  const domain::Millis now = database.now();
  const std::string hash = store::sha256_hex(secret);
  auto identity = find(hash, now, changes, [&](const std::string& today) {
    return database.read([&](store::ReadTx& tx) { return load_identity(tx, hash, today, now); });
  });
  note_use(*identity, now);
  return identity;
}

std::shared_ptr<const Identity> Identities::judge_again(store::Database& database, const Changes& changes,
                                                        const domain::Actor& actor) {
  const domain::Millis now = database.now();
  return find(key_of(actor), now, changes, [&](const std::string& today) {
    return database.read(
        [&](store::ReadTx& tx) { return identity_of(tx, store::find_token(tx, actor.user, actor.token), today, now); });
  });
}

std::shared_ptr<const Identity> Identities::judge_again(store::WriteTx& tx, const Changes& changes,
                                                        const domain::Actor& actor) {
  const std::string today = day_in(time_zone_, tx.now);
  auto identity = remembered(key_of(actor), today, changes.identity_version());
  // What the transaction shows may never be committed, so it is not remembered.
  if (!identity) {
    identity = std::make_shared<const Identity>(
        identity_of(tx, store::find_token(tx, actor.user, actor.token), today, tx.now));
  }
  if (identity->expires_at && *identity->expires_at <= tx.now) refuse();
  return identity;
}

std::shared_ptr<const Identity> Identities::find(const std::string& key, domain::Millis now, const Changes& changes,
                                                 const LookUp& look_up) {
  const std::string today = day_in(time_zone_, now);
  const std::uint64_t version = changes.identity_version();
  auto identity = remembered(key, today, version);
  if (!identity) {
    identity = std::make_shared<const Identity>(look_up(today));
    const std::lock_guard lock(mutex_);
    // Read before a change came meanwhile: good for this request, not for the next.
    if (version_ == version && day_ == today && known_.size() < kMostRemembered) known_[key] = identity;
  }
  if (identity->expires_at && *identity->expires_at <= now) refuse();
  return identity;
}

std::shared_ptr<const Identity> Identities::remembered(const std::string& key, const std::string& today,
                                                       std::uint64_t version) {
  const std::lock_guard lock(mutex_);
  if (version_ != version || day_ != today) {
    known_.clear();
    version_ = version;
    day_ = today;
  }
  const auto found = known_.find(key);
  return found == known_.end() ? nullptr : found->second;
}

void Identities::note_use(const Identity& identity, domain::Millis now) {
  const std::lock_guard lock(mutex_);
  uses_[identity.actor.token] = now;
}

std::map<std::int64_t, domain::Millis> Identities::take_uses() {
  const std::lock_guard lock(mutex_);
  return std::exchange(uses_, {});
}

std::optional<domain::Millis> Identities::last_use(std::int64_t token) const {
  const std::lock_guard lock(mutex_);
  const auto found = uses_.find(token);
  if (found == uses_.end()) return std::nullopt;
  return found->second;
}

}  // namespace usecases
