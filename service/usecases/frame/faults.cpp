#include "usecases/frame/faults.hpp"

#include "domain/basis/message.hpp"

namespace usecases {
namespace {

constexpr const char* kKind = "invalid_request";

}  // namespace

void Faults::add(const std::string& pointer, domain::Fault code, const domain::Message& message) {
  found_.push_back({pointer, code, message});
}

bool Faults::keep(const domain::Error& error) {
  if (error.code() != domain::ErrorCode::invalid || error.kind() != kKind) return false;
  found_.insert(found_.end(), error.findings().begin(), error.findings().end());
  return true;
}

void Faults::refuse() const {
  if (found_.empty()) return;
  const domain::Message& first = found_.front().message;
  const domain::Message message =
      found_.size() == 1 ? first : domain::say("Number of faults: {0}. The first: {1}", found_.size(), first);
  throw domain::Error(domain::ErrorCode::invalid, kKind, message).with(found_);
}

}  // namespace usecases
