// POST with an Idempotency-Key: the answer is kept with the change, and a repetition gets that answer again.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "http/call.hpp"

namespace http {

// The answer that was given to this very request before; nothing: none. To be asked before any work is done for it:
// what has changed since its first time must not turn the repetition into a refusal.
// Errors: invalid where the key is no key, or was used with another request; forbidden where the caller's rights
// changed since.
std::optional<Response> answered_before(const Call& call);

// Runs the handler once for its key, within the transaction. Without a key: just runs it.
// Errors: as above.
Response once_for_key(const Call& call, const usecases::Write& context, const std::function<Response()>& handler);

}  // namespace http
