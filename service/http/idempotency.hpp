// POST with an Idempotency-Key: the answer is kept with the change, and a repetition gets that answer again.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "http/call.hpp"

namespace http {

// Runs the handler once for its key, within the transaction. Without a key: just runs it.
// Errors: invalid where the key is no key, or was used with another request.
Response once_for_key(const Call& call, const usecases::Write& context, const std::function<Response()>& handler);

}  // namespace http
