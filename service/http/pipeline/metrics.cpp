#include "http/pipeline/metrics.hpp"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <iterator>

namespace http {
namespace {

void begin_family(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(text), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

}  // namespace

std::string label(const std::string& name, std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return name + "=\"" + escaped + "\"";
}

void Metrics::count(const std::string& route, int status, std::chrono::microseconds duration) {
  const double seconds = std::chrono::duration<double>(duration).count();
  const auto bucket = std::ranges::lower_bound(kBounds, seconds) - kBounds.begin();
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
  ++buckets_[static_cast<std::size_t>(bucket)];
  seconds_ += seconds;
}

std::string Metrics::render(const std::vector<Family>& families) const {
  std::string text;
  render_requests(text);
  for (const Family& family : families) {
    begin_family(text, family.name, family.type, family.help);
    for (const auto& sample : family.samples) {
      const std::string labels = sample.labels.empty() ? "" : "{" + sample.labels + "}";
      fmt::format_to(std::back_inserter(text), "{}{} {}\n", family.name, labels, sample.value);
    }
  }
  return text;
}

void Metrics::render_requests(std::string& text) const {
  auto out = std::back_inserter(text);
  const std::lock_guard lock(mutex_);
  begin_family(text, "national_report_requests_total", "counter", "Answered requests, by operation and status.");
  for (const auto& [key, count] : requests_) {
    fmt::format_to(out, "national_report_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second,
                   count);
  }
  begin_family(text, "national_report_request_seconds", "histogram", "Time to answer a request, in seconds.");
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    total += buckets_[i];
    fmt::format_to(out, "national_report_request_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i], total);
  }
  total += buckets_.back();
  fmt::format_to(out, "national_report_request_seconds_bucket{{le=\"+Inf\"}} {}\n", total);
  fmt::format_to(out, "national_report_request_seconds_sum {}\nnational_report_request_seconds_count {}\n", seconds_,
                 total);
}

}  // namespace http
