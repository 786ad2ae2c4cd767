// Somebody leaves: what would be without an owner then, and giving it to a successor in one act.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/people/person.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct HandoverOrder {
  std::string successor;               // empty: nobody follows
  std::optional<std::string> ends_on;  // the last day of the leaver; nothing: today
  std::optional<std::string>
      starts_on;  // the first day of the successor; nothing: the day after, today where that is the last
  std::vector<std::int64_t> posts;  // empty: all that last longer than that day
  std::optional<std::string> note;
};

enum class PostOutcome {
  handed_over,   // the successor has it from then on
  already_held,  // and the successor had it anyhow
  ended,         // nobody follows
};

std::string_view to_string(PostOutcome outcome);

struct HandedPost {
  domain::HeldPost post;  // the leaver's, with its new last day
  PostOutcome outcome = PostOutcome::ended;
  std::optional<domain::HeldPost> successor;  // handed_over: theirs
};

struct Handover {
  std::string user;
  std::string successor;
  std::string ends_on;
  std::string starts_on;
  std::optional<std::string> note;
  std::vector<HandedPost> posts;
  int tokens_revoked = 0;
  int absences_ended = 0;  // in which the leaver was absent or deputy
  std::int64_t event = 0;
};

// In one transaction: the posts end, the successor gets the same ones, and where the leaver has none left after that
// day, deputyships end with it, and access tokens at once where it is today or past; later, housekeeping revokes them.
// A post that would only begin after that day never does. For the admin. Errors: invalid; conflict (`last_admin`).
Handover hand_over(const Write& context, const std::string& user, const HandoverOrder& order);

}  // namespace usecases
