// The sequence of each report (the number of the last event that changes what it says), in memory: the key of every
// cache and the thing that a long poll waits for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "store/database.hpp"

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

  // Waits until an event of the report (empty: any event) comes after this one, at most so long.
  void wait_for_event(const std::string& report, std::int64_t after, std::chrono::milliseconds most);
  // Ends all waiting, now and later: the service stops.
  void stop_waiting();

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, std::int64_t> last_event_;  // by report; "": of all
  std::map<std::string, std::int64_t> sequence_;    // by report; events about agencies count for all
  std::uint64_t identity_version_ = 0;
  bool stopping_ = false;
};

}  // namespace usecases
