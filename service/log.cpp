#include "log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <csignal>
#include <memory>
#include <nlohmann/json.hpp>

#include "log_sink.hpp"

namespace {

bool json_lines = true;

// What a terminal or an editor would obey rather than show: control characters above the first 32 (U+007F to U+009F),
// ends of lines and marks that turn the direction of the text. In UTF-8, from the first to the last of a row.
struct Row {
  std::string_view first;
  std::string_view last;
  unsigned point;  // of the first
};
constexpr std::array<Row, 7> kObeyed{{{"\x7F", "\x7F", 0x7F},
                                      {"\xC2\x80", "\xC2\x9F", 0x80},
                                      {"\xD8\x9C", "\xD8\x9C", 0x61C},
                                      {"\xE2\x80\x8E", "\xE2\x80\x8F", 0x200E},
                                      {"\xE2\x80\xA8", "\xE2\x80\xAE", 0x2028},
                                      {"\xE2\x81\xA6", "\xE2\x81\xA9", 0x2066},
                                      {"\xEF\xBB\xBF", "\xEF\xBB\xBF", 0xFEFF}}};

const Row* row_at(std::string_view text) {
  for (const Row& row : kObeyed) {
    const std::string_view begin = text.substr(0, row.first.size());
    if (begin >= row.first && begin <= row.last && begin.size() == row.first.size()) return &row;
  }
  return nullptr;
}

bool is_plain(char letter) { return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\'; }

// In quotes, on one line, and safe to look at.
std::string json_text(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return '"' + std::string(text) + '"';  // nearly always
  const std::string json = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string escaped;
  for (std::size_t i = 0; i < json.size();) {
    const Row* row = row_at(std::string_view(json).substr(i));
    const std::size_t size = row == nullptr ? 1 : row->first.size();
    if (row == nullptr) {
      escaped += json[i];
    } else {
      escaped += fmt::format("\\u{:04x}", row->point + static_cast<unsigned char>(json[i + size - 1]) -
                                              static_cast<unsigned char>(row->first.back()));
    }
    i += size;
  }
  return escaped;
}

// The same without the quotes: a line of text cannot be made to look like two.
std::string plain_text(std::string_view text) {
  const std::string quoted = json_text(text);
  return quoted.substr(1, quoted.size() - 2);
}

bool is_hexadecimal(char letter) { return std::isxdigit(static_cast<unsigned char>(letter)) != 0; }

// An address may have a secret in it, and so may one that somebody took for it: as many hexadecimal digits in a row.
constexpr std::ptrdiff_t kFewestDigitsOfSecret = 20;

std::string without_secrets(std::string_view path) {
  std::string text;
  for (auto at = path.begin(); at != path.end();) {
    const auto end = std::find_if_not(at, path.end(), is_hexadecimal);
    if (end - at >= kFewestDigitsOfSecret) {
      text += "***";
    } else {
      text.append(at, end);
    }
    at = end == path.end() ? end : end + 1;
    if (end != path.end()) text += *end;
  }
  return text;
}

spdlog::level::level_enum level_of(int status) {
  if (status >= 500) return spdlog::level::err;
  return spdlog::level::info;
}

// Somebody who sits before it sees each line as it comes; a file or a pipe gets many at a time.
std::shared_ptr<spdlog::logger> logger_for(bool terminal) {
  const std::string name = "national-report";
  if (terminal) return spdlog::stderr_color_mt(name);
  auto logger = std::make_shared<spdlog::logger>(name, std::make_shared<BatchSink>(STDERR_FILENO));
  logger->flush_on(spdlog::level::warn);
  return logger;
}

// By a thread that takes no signals: these are for whoever waits for them.
void flush_every_second() {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  spdlog::flush_every(std::chrono::seconds(1));
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace

void start_log(const Config& config) {
  const bool terminal = isatty(STDERR_FILENO) != 0;
  json_lines = config.log == "json" || (config.log == "auto" && !terminal);
  spdlog::set_default_logger(logger_for(terminal));
  if (!terminal) flush_every_second();
  spdlog::set_level(spdlog::level::from_str(config.log_level));
  spdlog::set_pattern(json_lines ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})" : "%H:%M:%S %^%-5l%$ %v",
                      json_lines ? spdlog::pattern_time_type::utc : spdlog::pattern_time_type::local);
}

void log_request(const RequestLine& line) {
  const std::string path = without_secrets(line.path);
  const double millis = std::chrono::duration<double, std::milli>(line.duration).count();
  if (json_lines) {
    spdlog::log(level_of(line.status),
                R"("id":{},"principal":{},"route":{},"method":{},"path":{},"status":{},"ms":{:.3f})",
                json_text(line.id), line.principal.empty() ? "null" : json_text(line.principal), json_text(line.route),
                json_text(line.method), json_text(path), line.status, millis);
    return;
  }
  spdlog::log(level_of(line.status), "{} {} {} {} {:.1f} ms {}", line.status, plain_text(line.method), plain_text(path),
              plain_text(line.principal), millis, plain_text(line.id));
}

void log_info(std::string_view message) {
  if (json_lines) {
    spdlog::info(R"("message":{})", json_text(message));
  } else {
    spdlog::info("{}", plain_text(message));
  }
  spdlog::default_logger_raw()->flush();
}

void log_error(std::string_view message, std::string_view cause) {
  if (json_lines) {
    spdlog::error(R"("message":{},"cause":{})", json_text(message), json_text(cause));
  } else {
    spdlog::error("{}: {}", plain_text(message), plain_text(cause));
  }
}
