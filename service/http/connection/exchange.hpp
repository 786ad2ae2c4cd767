// One request on its way through the server: what came of it, what was found, and its answer.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "http/connection/received_body.hpp"
#include "http/connection/request_head.hpp"
#include "http/message/message.hpp"

namespace http {

struct Exchange {
  Request request;
  Response response;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  RequestHead head;
  std::string head_bytes;      // as the parser gets them
  std::string foreign_method;  // one that the library does not know; empty: it knows it
  ReceivedBody body;

  bool check_only = false;  // of this turn: the body is not there yet, so that only a refusal is written
  bool silent = false;      // of this turn: nothing is written, the request waits
  bool last = false;        // the connection ends with the answer
  bool checked = false;
  bool answered = false;
  std::optional<Response> refusal;
};

}  // namespace http
