// The sequence of each report (the number of the last event that changes what it says), in memory: the key of every
// cache and the thing that a long poll waits for.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "store/database/database.hpp"

namespace usecases {

class Changes {
 public:
  // What the database held when the service started.
  void load(store::ReadTx& tx);
  // What was committed since.
  void note(const std::vector<store::Change>& changes);

  // 0: there is no such report.
  std::int64_t sequence(const std::string& report) const;
  // Counts the changes of people, posts, tokens and agencies.
  std::uint64_t identity_version() const;

  // The last event of the report (empty: of all); 0: there is none.
  std::int64_t last_event(const std::string& report) const;

  // Called after each change, with a lock held: it must be quick and ask nothing of this. To be set before others use
  // it.
  void on_change(std::function<void()> listener) { listener_ = std::move(listener); }

 private:
  std::function<void()> listener_;
  mutable std::mutex mutex_;
  std::map<std::string, std::int64_t> last_event_;  // by report; "": of all
  std::map<std::string, std::int64_t> sequence_;    // by report; events about agencies count for all
  std::uint64_t identity_version_ = 0;
};

}  // namespace usecases
