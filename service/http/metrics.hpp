// What the service counts of itself, in Prometheus' text form (version 0.0.4).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace http {

// A value that is read when it is asked for.
struct Gauge {
  std::string name;    // "national_report_database_bytes"
  std::string labels;  // "report=\"tkm-2026\",state=\"draft\""; empty: none
  double value = 0;
};

class Metrics {
 public:
  // One answered request. route: operationId, or "none" where there was no such route.
  void count(const std::string& route, int status, std::chrono::microseconds duration);

  std::string render(const std::vector<Gauge>& gauges) const;

 private:
  static constexpr std::array<double, 12> kBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                  0.05,   0.1,   0.25,   0.5,   1,    2.5};  // seconds

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by route and status
  std::array<std::uint64_t, kBounds.size() + 1> buckets_{};
  double seconds_ = 0;
};

}  // namespace http
