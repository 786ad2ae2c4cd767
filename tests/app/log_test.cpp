#include "log.hpp"

#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::vector<std::string>& hostile() {
  static const std::vector<std::string> texts{"/a\n200 GET /b",
                                              "/a\r/b",
                                              "/\x1b[2J\x1b]0;x\x07",
                                              std::string("/\0", 2),
                                              "/\x7f",
                                              "/\xC2\x9B"
                                              "2J",
                                              "/\xC2\x85"
                                              "200",
                                              "/\xE2\x80\xA8x",
                                              "/\xE2\x80\xAEgnp.exe",
                                              "/\xE2\x81\xA6x",
                                              "/\xFF\xFE",
                                              "/\xC2",
                                              "/\t\v\f",
                                              "/\xEF\xBB\xBF"};
  return texts;
}

// What is logged in this form.
std::string logged(const std::string& form, const std::function<void()>& log) {
  Config config;
  config.log = form;
  spdlog::drop("national-report");
  start_log(config);
  std::ostringstream out;
  const auto before = spdlog::default_logger();
  const auto logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  logger->set_pattern("%v");
  spdlog::set_default_logger(logger);
  log();
  spdlog::set_default_logger(before);
  return out.str();
}

bool is_safe(unsigned char c) { return c >= ' ' && c != 127; }

// One line, with nothing in it that a terminal obeys.
void check_safe(std::string text) {
  CAPTURE(text);
  REQUIRE(text.ends_with("\n"));
  text.pop_back();
  CHECK(std::ranges::all_of(text, is_safe));
  for (const char* obeyed : {"\xC2\x9B", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xEF\xBB\xBF"}) {
    CHECK(text.find(obeyed) == std::string::npos);
  }
}

RequestLine line_of(const std::string& text) { return {"1-1", text, text, "GET", text, 404, {}}; }

}  // namespace

TEST_CASE("nothing that a client sends makes a line of its own in the log, or gives a terminal orders") {
  for (const std::string& text : hostile()) {
    for (const char* form : {"text", "json"}) {
      check_safe(logged(form, [&] { log_request(line_of(text)); }));
      check_safe(logged(form, [&] { log_error("pandoc failed", text); }));
      check_safe(logged(form, [&] { log_info(text); }));
    }
  }
}

TEST_CASE("letters of every script stand in the log as they are, and a backslash is told from an escape") {
  CHECK(logged("text", [] { log_info("/отчёт/ýurt/報告"); }) == "/отчёт/ýurt/報告\n");
  CHECK(logged("text", [] { log_info("a\nb"); }) == "a\\nb\n");
  CHECK(logged("text", [] { log_info("a\\nb"); }) == "a\\\\nb\n");
  CHECK(logged("text", [] { log_info("\xC2\x9B"); }) == "\\u009b\n");
}

TEST_CASE("a line of JSON says the very path that was asked for") {
  for (const std::string& text : hostile()) {
    const auto line = nlohmann::json::parse("{" + logged("json", [&] { log_request(line_of(text)); }) + "}");
    const auto sent =
        nlohmann::json::parse(nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace));
    CHECK(line.at("path") == sent);
  }
}

TEST_CASE("the log shows no secret of an address, nor what somebody took for one") {
  const std::string secret = "nr_6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
  for (const std::string form : {"json", "text"}) {
    for (const std::string& path : {"/v1/calendars/" + secret + "/tkm-2026.ics", "/v1/calendars/" + secret.substr(3),
                                    "/calendars/nr_" + secret.substr(20) + "x", "/" + secret + "/" + secret}) {
      CAPTURE(path);
      const std::string line = logged(form, [&] { log_request({"1-1", "anna", "none", "GET", path, 404, {}}); });
      CHECK(line.find(secret.substr(30, 20)) == std::string::npos);
      CHECK(line.find("***") != std::string::npos);
    }
    const std::string line = logged(form, [] {
      log_request({"1-1", "anna", "none", "GET", "/v1/reports/cafe-2026/sections", 200, {}});
    });
    CHECK(line.find("/v1/reports/cafe-2026/sections") != std::string::npos);
  }
}
