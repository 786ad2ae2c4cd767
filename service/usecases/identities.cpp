#include "usecases/identities.hpp"

#include <utility>

#include "domain/error.hpp"
#include "store/hash.hpp"
#include "store/people.hpp"
#include "store/tokens.hpp"
#include "usecases/time_zone.hpp"

namespace usecases {
namespace {

constexpr std::size_t kMostRemembered = 10'000;

[[noreturn]] void refuse() {
  throw domain::Error(domain::ErrorCode::unauthenticated, "invalid_token",
                      "The access token is unknown, expired or revoked. Ask your administrator for a new one.");
}

}  // namespace

domain::Actor load_actor(store::ReadTx& tx, const std::string& id, const std::string& today) {
  const auto user = store::find_user(tx, id);
  if (!user || !user->active) refuse();
  domain::Actor actor{user->id, user->name, 0, {}, {}};
  for (const auto& row : store::list_posts(tx, user->id)) {
    if (row.in_force_on(today)) actor.posts.push_back(row.post);
  }
  return actor;
}

Identity load_identity(store::ReadTx& tx, const std::string& secret_hash, const std::string& today,
                       domain::Millis now) {
  const auto token = store::find_token_by_hash(tx, secret_hash);
  if (!token || token->revoked_at || (token->expires_at && *token->expires_at <= now)) refuse();
  Identity identity{load_actor(tx, token->user, today), token->label, token->expires_at};
  identity.actor.token = token->id;
  identity.actor.scopes = token->scopes;
  return identity;
}

std::shared_ptr<const Identity> Identities::authenticate(store::Database& database, const Changes& changes,
                                                         std::string_view secret) {
  const domain::Millis now = database.now();
  const std::string today = day_in(time_zone_, now);
  const std::string hash = store::sha256_hex(secret);
  const std::uint64_t version = changes.identity_version();
  auto identity = remembered(hash, today, version);
  if (!identity) {
    identity = database.read(
        [&](store::ReadTx& tx) { return std::make_shared<const Identity>(load_identity(tx, hash, today, now)); });
    const std::lock_guard lock(mutex_);
    // Read before a change came meanwhile: good for this request, not for the next.
    if (version_ == version && day_ == today && known_.size() < kMostRemembered) known_[hash] = identity;
  }
  if (identity->expires_at && *identity->expires_at <= now) refuse();
  note_use(*identity, now);
  return identity;
}

std::shared_ptr<const Identity> Identities::remembered(const std::string& hash, const std::string& today,
                                                       std::uint64_t version) {
  const std::lock_guard lock(mutex_);
  if (version_ != version || day_ != today) {
    known_.clear();
    version_ = version;
    day_ = today;
  }
  const auto found = known_.find(hash);
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
