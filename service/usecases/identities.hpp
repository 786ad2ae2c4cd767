// Who a token belongs to, and what they may do today: looked up once, remembered until people, posts or tokens change.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/actor.hpp"
#include "store/database.hpp"
#include "usecases/changes.hpp"

namespace usecases {

struct Identity {
  domain::Actor actor;
  std::string label;                         // of the token
  std::optional<domain::Millis> expires_at;  // of the token
};

class Identities {
 public:
  explicit Identities(std::string time_zone) : time_zone_(std::move(time_zone)) {}

  // Errors: unauthenticated (unknown, expired or revoked token, inactive user) with one message for all.
  std::shared_ptr<const Identity> authenticate(store::Database& database, const Changes& changes,
                                               std::string_view secret);

  // When tokens were used last, as far as that is not in the database yet; forgets them.
  std::map<std::int64_t, domain::Millis> take_uses();
  std::optional<domain::Millis> last_use(std::int64_t token) const;

 private:
  std::shared_ptr<const Identity> remembered(const std::string& hash, const std::string& today, std::uint64_t version);
  void note_use(const Identity& identity, domain::Millis now);

  std::string time_zone_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Identity>> known_;  // by hash of the secret
  std::uint64_t version_ = 0;  // of the identities that known_ was read from
  std::string day_;            // on which the posts in known_ are in force
  std::map<std::int64_t, domain::Millis> uses_;
};

// A person with the posts that are in force on that day. Errors: unauthenticated (unknown or inactive).
domain::Actor load_actor(store::ReadTx& tx, const std::string& user, const std::string& today);

// The actor as of the database: active posts on that day. Errors: unauthenticated.
Identity load_identity(store::ReadTx& tx, const std::string& secret_hash, const std::string& today, domain::Millis now);

}  // namespace usecases
