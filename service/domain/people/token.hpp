// An access token; only the hash of its secret is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct Token {
  std::int64_t id = 0;
  std::string user;
  std::string label;
  std::vector<Scope> scopes;
  Millis created_at = 0;
  std::optional<Millis> expires_at;
  std::optional<Millis> revoked_at;
  std::optional<Millis> last_used_at;
};

}  // namespace domain
