// What workers do with a connection: declared in loop.hpp.
#include <poll.h>

#include "http/loop.hpp"
#include "http/stream.hpp"

namespace http {
namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr int kStayMillis = 5;  // a client that asks again at once is served without going back to the poller
constexpr int kTurn = 8;        // so many times; then the poller, which others may keep from running, has its say

microseconds since(TimePoint start) { return std::chrono::duration_cast<microseconds>(steady_clock::now() - start); }

// An answer to what the library never saw.
std::string serialised(const Response& response, const Request& request) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " Refused\r\n";
  for (const auto& [name, value] : response.headers) text.append(name).append(": ").append(value).append("\r\n");
  text += "X-Request-Id: " + request.id + "\r\nConnection: close\r\n";
  text += "Content-Length: " + std::to_string(response.body ? response.body->size() : 0) + "\r\n\r\n";
  if (response.body) text += *response.body;
  return text;
}

}  // namespace

void Server::Loop::refuse(Connection& connection, int status, std::string_view code, std::string_view detail) {
  Request request;
  request.id = new_request_id();
  request.remote = connection.remote();
  const Response response = hooks_.refusal(status, code, detail, request);
  connection.in.clear();
  connection.queue(serialised(response, request));
  connection.drain_after_output = true;
  if (hooks_.observer) hooks_.observer(request, response, microseconds(0));
  continue_output(connection);
}

bool Server::Loop::serve_one(Connection& connection, const RequestHead& head) {
  Exchange exchange;
  exchange.request.id = new_request_id();
  exchange.request.remote = connection.remote();
  exchange.request.content_length = head.content_length;
  std::string bytes = without_ranges(std::string_view(connection.in).substr(0, head.size));
  exchange.foreign_method = replace_foreign_method(bytes);
  RequestStream stream(connection, std::move(bytes), head.content_length, options_, exchange);
  connection.in.erase(0, head.size);
  bool keep = library_.serve(stream, exchange);
  static_cast<void>(connection.flush());  // the client need not wait for the log
  if (hooks_.observer) hooks_.observer(exchange.request, exchange.response, since(exchange.start));
  // What was not read of the body would be taken for the next request.
  if (stream.body_left() > 0) {
    keep = false;
    connection.drain_after_output = true;
  }
  return keep && !stopping_;
}

bool Server::Loop::next_request(Connection& connection, RequestHead& head) {
  const auto whole = [&] {
    head = inspect_head(connection.in, limits());
    return head.whole || head.status != 0;
  };
  if (!connection.in.empty() && whole()) return true;
  for (int tries = 0; tries < 2; ++tries) {
    const Io result = connection.receive(options_.max_header_bytes);
    if (result == Io::closed) {
      connection.close_after_output = true;
      return false;
    }
    if (result == Io::done && whole()) return true;
    if (result == Io::done || tries > 0 || !workers_->has_time()) return false;
    pollfd waiting{connection.socket(), POLLIN, 0};
    if (poll(&waiting, 1, kStayMillis) <= 0) return false;
  }
  return false;
}

void Server::Loop::work(Connection& connection, RequestHead head) {
  for (int served = 1;; ++served) {
    const bool keep = serve_one(connection, head);
    connection.close_after_output = !keep;
    if (connection.flush() != Io::done || !keep) return continue_output(connection);
    const bool had_turn = served >= kTurn && connection.in.empty();
    if (had_turn || !next_request(connection, head)) break;
    if (head.status != 0) return refuse(connection, head.status, head.code, head.detail);
  }
  continue_output(connection);
}

}  // namespace http
