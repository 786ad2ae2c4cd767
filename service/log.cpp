#include "log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace {

bool json_lines = true;

std::string json_text(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

spdlog::level::level_enum level_of(int status) {
  if (status >= 500) return spdlog::level::err;
  return spdlog::level::info;
}

}  // namespace

void start_log(const Config& config) {
  json_lines = config.log == "json" || (config.log == "auto" && isatty(STDERR_FILENO) == 0);
  auto logger = spdlog::stderr_color_mt("national-report");
  spdlog::set_default_logger(logger);
  spdlog::set_level(spdlog::level::from_str(config.log_level));
  spdlog::set_pattern(json_lines ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%H:%M:%S %^%-5l%$ %v",
                      json_lines ? spdlog::pattern_time_type::utc : spdlog::pattern_time_type::local);
}

void log_request(const RequestLine& line) {
  const double millis = std::chrono::duration<double, std::milli>(line.duration).count();
  if (json_lines) {
    spdlog::log(level_of(line.status),
                R"("id":{},"principal":{},"route":{},"method":{},"path":{},"status":{},"ms":{:.3f})",
                json_text(line.id), line.principal.empty() ? "null" : json_text(line.principal), json_text(line.route),
                json_text(line.method), json_text(line.path), line.status, millis);
    return;
  }
  spdlog::log(level_of(line.status), "{} {} {} {} {:.1f} ms {}", line.status, line.method, line.path, line.principal,
              millis, line.id);
}

void log_info(std::string_view message) {
  if (json_lines) {
    spdlog::info(R"("message":{})", json_text(message));
  } else {
    spdlog::info("{}", message);
  }
}

void log_error(std::string_view message, std::string_view cause) {
  if (json_lines) {
    spdlog::error(R"("message":{},"cause":{})", json_text(message), json_text(cause));
  } else {
    spdlog::error("{}: {}", message, cause);
  }
}
