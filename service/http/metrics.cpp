#include "http/metrics.hpp"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <iterator>

namespace http {

void Metrics::count(const std::string& route, int status, std::chrono::microseconds duration) {
  const double seconds = std::chrono::duration<double>(duration).count();
  const auto bucket = std::ranges::lower_bound(kBounds, seconds) - kBounds.begin();
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
  ++buckets_[static_cast<std::size_t>(bucket)];
  seconds_ += seconds;
}

std::string Metrics::render(const std::vector<Gauge>& gauges) const {
  std::string text;
  auto out = std::back_inserter(text);
  const std::lock_guard lock(mutex_);
  text += "# HELP national_report_requests_total Answered requests.\n# TYPE national_report_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    fmt::format_to(out, "national_report_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second,
                   count);
  }
  text +=
      "# HELP national_report_request_seconds Time to answer a request.\n"
      "# TYPE national_report_request_seconds histogram\n";
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    total += buckets_[i];
    fmt::format_to(out, "national_report_request_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i], total);
  }
  total += buckets_.back();
  fmt::format_to(out, "national_report_request_seconds_bucket{{le=\"+Inf\"}} {}\n", total);
  fmt::format_to(out, "national_report_request_seconds_sum {}\nnational_report_request_seconds_count {}\n", seconds_,
                 total);
  std::string last;
  for (const Gauge& gauge : gauges) {
    if (gauge.name != last) fmt::format_to(out, "# TYPE {} gauge\n", gauge.name);
    last = gauge.name;
    const std::string labels = gauge.labels.empty() ? "" : "{" + gauge.labels + "}";
    fmt::format_to(out, "{}{} {}\n", gauge.name, labels, gauge.value);
  }
  return text;
}

}  // namespace http
