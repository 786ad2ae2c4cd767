#include "http/pipeline/metrics.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "http/pipeline/process_figures.hpp"

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

TEST_CASE("every line is in Prometheus' text form, and each family is described once, before its values") {
  http::Metrics metrics;
  metrics.count("none", 404, microseconds(1));
  auto families = http::process_families();
  families.push_back({"national_report_database_bytes", "gauge", "Size of the database.", {{"", 1e9}}});
  families.push_back({"national_report_sections",
                      "gauge",
                      "Sections by state.",
                      {{"report=\"a\",state=\"draft\"", 3}, {"report=\"b\",state=\"draft\"", 0}}});
  families.push_back({"national_report_nothing_total", "counter", "Never happened.", {}});
  const auto text = metrics.render(families);
  const std::regex sample(R"re(([a-z_]+)(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+)re");
  const std::regex comment(R"(# (HELP|TYPE) ([a-z_]+) .+)");
  std::set<std::string> described;
  std::string family;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::smatch found;
    if (std::regex_match(line, found, comment)) {
      CHECK(described.insert(found.str(1) + " " + found.str(2)).second);
      if (found.str(1) == "TYPE") CHECK(family == found.str(2));
      family = found.str(2);
    } else {
      REQUIRE(std::regex_match(line, found, sample));
      CHECK(found.str(1).starts_with(family));
    }
  }
  CHECK(described.size() == 2 * (families.size() + 2));
  CHECK(described.contains("TYPE national_report_nothing_total"));
  CHECK(text.ends_with('\n'));
}

TEST_CASE("the value of a label may hold anything") {
  CHECK(http::label("report", "tkm-2026") == "report=\"tkm-2026\"");
  CHECK(http::label("x", "a\"b\\c\nd") == R"(x="a\"b\\c\nd")");
}

TEST_CASE("the figures of the process are those of this process") {
  std::map<std::string, double> figures;
  for (const auto& family : http::process_families()) figures[family.name] = family.samples.at(0).value;
  CHECK(figures.at("process_cpu_seconds_total") > 0);
  CHECK(figures.at("process_resident_memory_bytes") > 1e6);
  CHECK(figures.at("process_virtual_memory_bytes") > figures.at("process_resident_memory_bytes"));
  CHECK(figures.at("process_open_fds") >= 3);
  CHECK(figures.at("process_open_fds") <= figures.at("process_max_fds"));
  const auto now = static_cast<double>(std::time(nullptr));
  CHECK(figures.at("process_start_time_seconds") <= now + 2);
  CHECK(figures.at("process_start_time_seconds") > now - 86'400);
  const std::ifstream one_more("/proc/self/stat");
  for (const auto& family : http::process_families()) {
    if (family.name == "process_open_fds") CHECK(family.samples.at(0).value == figures.at("process_open_fds") + 1);
  }
}
