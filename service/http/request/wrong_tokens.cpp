#include "http/request/wrong_tokens.hpp"

#include <algorithm>
#include <functional>

namespace http {

double WrongTokens::left_now(const Tries& tries, Time now) {
  const double passed = std::chrono::duration<double>(now - tries.at).count();
  return std::min(kAtOnce, tries.left + std::max(0.0, passed) * kASecond);
}

bool WrongTokens::may_try(const std::string& client, const std::string& token, Time now) {
  const std::lock_guard lock(mutex_);
  const auto found = tries_.find(client);
  if (found == tries_.end() || left_now(found->second, now) >= 1) return true;
  return right_.contains(std::hash<std::string>()(token));
}

void WrongTokens::note_wrong(const std::string& client, Time now) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = tries_.try_emplace(client, Tries{kAtOnce, now});
  Tries& tries = place->second;
  tries = {std::max(0.0, left_now(tries, now) - 1), now};
  if (!is_new) return;
  order_.push_back(client);
  if (order_.size() <= kMostClients) return;
  tries_.erase(order_.front());
  order_.pop_front();
}

void WrongTokens::note_right(const std::string& token) {
  const std::size_t hash = std::hash<std::string>()(token);
  const std::lock_guard lock(mutex_);
  if (right_.contains(hash)) return;
  if (right_.size() >= kMostRightTokens) right_.clear();
  right_.insert(hash);
}

}  // namespace http
