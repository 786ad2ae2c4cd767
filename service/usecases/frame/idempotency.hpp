// Answers kept for 24 hours under the caller's Idempotency-Key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/log/idempotency.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

using store::KeptAnswer;

constexpr domain::Millis kAnswersKept = 24LL * 3600 * 1000;

// A request that may be repeated.
struct KeyedRequest {
  std::string key;
  std::string hash;    // of method, target and body
  std::string report;  // that it is about; empty: none
};

std::string hash_request(std::string_view method, std::string_view target, std::string_view body);

// What was answered to the request, for one who may still see what it shows.
// Errors: invalid idempotency_key_reused where the key was used with another request; forbidden rights_changed.
std::optional<KeptAnswer> find_kept_answer(const Read& context, const KeyedRequest& request);
// The same in the transaction that will keep the answer; an older answer to the key makes room for it.
std::optional<KeptAnswer> find_kept_answer(const Write& context, const KeyedRequest& request);
// answer: without the hash.
void keep_answer(const Write& context, const KeyedRequest& request, KeptAnswer answer);

}  // namespace usecases
