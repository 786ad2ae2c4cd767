// How many wrong access tokens a client may try: a number at once, then a few a second. Behind that its tokens are not
// looked at, but for those that were right before.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace http {

class WrongTokens {
 public:
  using Time = std::chrono::steady_clock::time_point;

  static constexpr double kAtOnce = 300;
  static constexpr double kASecond = 5;
  static constexpr std::size_t kMostClients = 10'000;  // remembered; the one that tried longest ago is forgotten
  static constexpr std::size_t kMostRightTokens = 10'000;

  // May a token of this client be looked at now? client: see network_of.
  bool may_try(const std::string& client, const std::string& token, Time now);
  // What the look gave.
  void note_wrong(const std::string& client, Time now);
  void note_right(const std::string& token);

 private:
  struct Tries {
    double left = kAtOnce;
    Time at{};
  };

  static double left_now(const Tries& tries, Time now);

  std::mutex mutex_;
  std::unordered_map<std::string, Tries> tries_;  // by client; who tried nothing wrong lately is not in it
  std::deque<std::string> order_;                 // in which they came
  std::unordered_set<std::size_t> right_;         // hashes of tokens that were right
};

}  // namespace http
