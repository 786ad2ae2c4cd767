// POST with an Idempotency-Key: the answer is kept with the change, and a repetition gets that answer again.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "http/request/call.hpp"

namespace http {

// What the Idempotency-Key of a request stands for; nothing: it has none. Hashes the body, so in no transaction.
// Errors: invalid where the key is no key.
std::optional<usecases::KeyedRequest> keyed_request(const Call& call);

// The answer that was given to this very request before; nothing: none. To be asked before any work is done for it:
// what has changed since its first time must not turn the repetition into a refusal.
// Errors: invalid where the key was used with another request; forbidden where the caller's rights changed since.
std::optional<Response> answered_before(const Call& call);

// Changes something in one transaction, once for the key of the request. Without a key: in any case.
// groundwork: what was worked out for it before. Errors: as above.
Response write_once(const Call& call, usecases::Groundwork& groundwork,
                    const std::function<Response(const usecases::Write&)>& change);

}  // namespace http
