// What a person is told of their inbox by one mail.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/database/database.hpp"
#include "usecases/inbox/inbox.hpp"

namespace usecases {

struct DigestScope {
  std::string day;                   // ISO, as of which duties are due soon
  std::int64_t after = 0;            // what is of this event or of an earlier one was told before
  std::int64_t until = store::kNow;  // nothing of later events
  bool new_only = false;             // nothing because its day has come near
};

struct Digest {
  std::vector<InboxEntry> entries;
  std::size_t left_out = 0;  // of which it gives the number only
  std::int64_t event = 0;    // up to which there was something to tell
};

// What is unread in the caller's inbox: news and duties without a day that came up since, and duties that are due
// within a week. language: of names in it. Errors: forbidden (no post).
Digest digest_of(const Read& context, const DigestScope& scope, const std::string& language);

}  // namespace usecases
