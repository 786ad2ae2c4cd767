#include "http/request/places.hpp"

namespace http {

Places::Place Places::take(const std::string& holder) {
  const std::lock_guard lock(mutex_);
  const auto found = of_.find(holder);
  if (found != of_.end() && found->second >= most_of_one_) return {Answer::none_left_for_you, nullptr};
  if (taken_ >= most_) return {Answer::none_left, nullptr};
  // Made first: it may fail for want of memory.
  std::shared_ptr<void> held(this, [holder](Places* owner) { owner->give_back(holder); });
  ++taken_;
  ++of_[holder];
  return {Answer::taken, std::move(held)};
}

std::size_t Places::taken() const {
  const std::lock_guard lock(mutex_);
  return taken_;
}

void Places::give_back(const std::string& holder) {
  const std::lock_guard lock(mutex_);
  --taken_;
  const auto found = of_.find(holder);
  if (--found->second == 0) of_.erase(found);
}

}  // namespace http
