// Large bodies are held in memory while they are worked on, so that only a few may come at once.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

namespace http {

constexpr std::size_t kOrdinaryBody = 2 * 1024 * 1024;  // bytes; what is larger counts

class LargeBodies {
 public:
  explicit LargeBodies(int most) : most_(most) {}

  // Held while one is under way; null: as many as allowed are.
  std::shared_ptr<void> admit() {
    if (++under_way_ <= most_) return {this, [](LargeBodies* owner) { --owner->under_way_; }};
    --under_way_;
    return nullptr;
  }

 private:
  int most_;
  std::atomic<int> under_way_{0};
};

}  // namespace http
