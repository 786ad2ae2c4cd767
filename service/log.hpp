// One line a request: JSON for machines, plain text on a terminal. Secrets and texts never get here. What comes from
// outside is escaped in both forms, so that it makes no lines of its own and gives a terminal no orders.
// Where no terminal shows it, lines of requests that went well are held back up to a second; all others are written at
// once, with those before them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "config.hpp"

void start_log(const Config& config);

struct RequestLine {
  std::string id;
  std::string principal;  // empty: nobody known
  std::string route;
  std::string method;
  std::string path;
  int status = 0;
  std::chrono::microseconds duration{};
};

void log_request(const RequestLine& line);
void log_info(std::string_view message);
void log_error(std::string_view message, std::string_view cause);
