// Answers kept for 24 hours under the caller's Idempotency-Key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/idempotency.hpp"
#include "usecases/service.hpp"

namespace usecases {

using store::KeptAnswer;

std::string hash_request(std::string_view method, std::string_view target, std::string_view body);
std::optional<KeptAnswer> find_kept_answer(const Write& context, const std::string& key);
// Forgets what is older than 24 hours.
void keep_answer(const Write& context, const std::string& key, const KeptAnswer& answer);

}  // namespace usecases
