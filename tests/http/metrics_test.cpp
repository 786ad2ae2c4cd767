#include "http/metrics.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <sstream>

using std::chrono::microseconds;

namespace {

bool holds(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("requests are counted by route and status, their times in a histogram that adds up") {
  http::Metrics metrics;
  metrics.count("get_me", 200, microseconds(400));
  metrics.count("get_me", 200, microseconds(500));
  metrics.count("get_me", 401, microseconds(3'000'000));
  const auto text = metrics.render({});
  CHECK(holds(text, "national_report_requests_total{route=\"get_me\",status=\"200\"} 2"));
  CHECK(holds(text, "national_report_requests_total{route=\"get_me\",status=\"401\"} 1"));
  CHECK(holds(text, "national_report_request_seconds_bucket{le=\"0.0005\"} 2"));
  CHECK(holds(text, "national_report_request_seconds_bucket{le=\"2.5\"} 2"));
  CHECK(holds(text, "national_report_request_seconds_bucket{le=\"+Inf\"} 3"));
  CHECK(holds(text, "national_report_request_seconds_count 3"));
}

TEST_CASE("every line is in Prometheus' text form, and each family is described once") {
  http::Metrics metrics;
  metrics.count("none", 404, microseconds(1));
  const auto text = metrics.render({{"national_report_database_bytes", "", 1e9},
                                    {"national_report_sections", "report=\"a\",state=\"draft\"", 3},
                                    {"national_report_sections", "report=\"b\",state=\"draft\"", 0}});
  const std::regex sample(R"re([a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+)re");
  const std::regex comment(R"(# (HELP|TYPE) [a-z_]+ .+)");
  std::set<std::string> types;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK((std::regex_match(line, sample) || std::regex_match(line, comment)));
    if (line.starts_with("# TYPE ")) CHECK(types.insert(line).second);
  }
  CHECK(types.size() == 4);
  CHECK(text.ends_with('\n'));
}
