// What the service counts of itself, in Prometheus' text form (version 0.0.4).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// Values of one name that are read when they are asked for.
struct Family {
  struct Sample {
    std::string labels;  // "report=\"tkm-2026\",state=\"draft\"", see label(); empty: none
    double value = 0;
  };

  std::string name;  // "national_report_database_bytes"
  std::string type;  // "gauge", "counter"
  std::string help;  // one line: what is counted, in which unit
  std::vector<Sample> samples;
};

// "state=\"draft\"", whatever the value holds.
std::string label(const std::string& name, std::string_view value);

class Metrics {
 public:
  // One answered request. route: operationId, or "none" where there was no such route.
  void count(const std::string& route, int status, std::chrono::microseconds duration);

  // families: those that are not counted here; each name once.
  std::string render(const std::vector<Family>& families) const;

 private:
  static constexpr std::array<double, 12> kBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                  0.05,   0.1,   0.25,   0.5,   1,    2.5};  // seconds

  void render_requests(std::string& text) const;

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by route and status
  std::array<std::uint64_t, kBounds.size() + 1> buckets_{};
  double seconds_ = 0;
};

}  // namespace http
