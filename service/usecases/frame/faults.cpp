#include "usecases/frame/faults.hpp"

namespace usecases {
namespace {

constexpr const char* kKind = "invalid_request";

}  // namespace

void Faults::add(const std::string& pointer, const std::string& message) { found_.push_back({pointer, message}); }

bool Faults::keep(const domain::Error& error) {
  if (error.code() != domain::ErrorCode::invalid || error.kind() != kKind) return false;
  found_.insert(found_.end(), error.findings().begin(), error.findings().end());
  return true;
}

void Faults::refuse() const {
  if (found_.empty()) return;
  const std::string& first = found_.front().message;
  const std::string message =
      found_.size() == 1 ? first
                         : std::to_string(found_.size()) + " things are not as they should be. The first: " + first;
  throw domain::Error(domain::ErrorCode::invalid, kKind, message).with(found_);
}

}  // namespace usecases
