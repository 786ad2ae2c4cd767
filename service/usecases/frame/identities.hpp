// Who a token belongs to, and what they may do today: looked up once, remembered until people, posts or tokens change.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/basis/actor.hpp"
#include "store/database/database.hpp"
#include "usecases/frame/changes.hpp"

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

  // The same caller as of now, remembered or read: the posts of today, where person and token still hold. Whoever
  // answers after a while asks again. actor: with a token. Errors: as above.
  std::shared_ptr<const Identity> judge_again(store::Database& database, const Changes& changes,
                                              const domain::Actor& actor);
  // Within a transaction, which reads what is not remembered.
  std::shared_ptr<const Identity> judge_again(store::WriteTx& tx, const Changes& changes, const domain::Actor& actor);

  // When tokens were used last, as far as that is not in the database yet; forgets them.
  std::map<std::int64_t, domain::Millis> take_uses();
  std::optional<domain::Millis> last_use(std::int64_t token) const;

 private:
  // From what is remembered under a key, else looked up and remembered.
  using LookUp = std::function<Identity(const std::string& today)>;
  std::shared_ptr<const Identity> find(const std::string& key, domain::Millis now, const Changes& changes,
                                       const LookUp& look_up);
  std::shared_ptr<const Identity> remembered(const std::string& key, const std::string& today, std::uint64_t version);
  void note_use(const Identity& identity, domain::Millis now);

  std::string time_zone_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Identity>> known_;  // by hash of the secret, by "#token"
  std::uint64_t version_ = 0;  // of the identities that known_ was read from
  std::string day_;            // on which the posts in known_ are in force
  std::map<std::int64_t, domain::Millis> uses_;
};

// A person with the posts that are in force on that day, their own and those of whom they stand in for. Errors:
// unauthenticated (unknown or inactive).
domain::Actor load_actor(store::ReadTx& tx, const std::string& user, const std::string& today);

// The actor as of the database: active posts on that day. Errors: unauthenticated.
Identity load_identity(store::ReadTx& tx, const std::string& secret_hash, const std::string& today, domain::Millis now);

}  // namespace usecases
