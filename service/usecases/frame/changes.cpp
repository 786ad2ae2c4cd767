#include "usecases/frame/changes.hpp"

#include <algorithm>

#include "store/log/events.hpp"
#include "store/report/reports.hpp"

namespace usecases {

void Changes::load(store::ReadTx& tx) {
  constexpr int all = 1'000'000;
  const auto reports = store::list_reports(tx, "", all);
  const std::lock_guard lock(mutex_);
  for (const auto& report : reports) {
    sequence_[report.id] = store::last_event_for(tx, report.id).id;
    last_event_[report.id] = sequence_[report.id];
  }
  last_event_[""] = store::last_event(tx).id;
}

void Changes::note(const std::vector<store::Change>& changes) {
  const std::lock_guard lock(mutex_);
  for (const auto& change : changes) {
    last_event_[""] = change.event;
    if (!change.report.empty()) {
      last_event_[change.report] = change.event;
      sequence_[change.report] = change.event;
      continue;
    }
    ++identity_version_;
    if (!change.type.starts_with("agency.")) continue;
    for (auto& [report, sequence] : sequence_) sequence = change.event;
  }
  if (listener_) listener_();
}

std::int64_t Changes::sequence(const std::string& report) const {
  const std::lock_guard lock(mutex_);
  const auto found = sequence_.find(report);
  return found == sequence_.end() ? 0 : found->second;
}

std::uint64_t Changes::identity_version() const {
  const std::lock_guard lock(mutex_);
  return identity_version_;
}

std::int64_t Changes::last_event(const std::string& report) const {
  const std::lock_guard lock(mutex_);
  const auto found = last_event_.find(report);
  return found == last_event_.end() ? 0 : found->second;
}

}  // namespace usecases
