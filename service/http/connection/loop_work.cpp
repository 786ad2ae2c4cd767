// What workers do with a connection: declared in loop.hpp.
#include <poll.h>

#include <limits>
#include <utility>

#include "http/connection/loop.hpp"
#include "http/connection/stream.hpp"

namespace http {
namespace {

using domain::say;

using std::chrono::microseconds;
using std::chrono::steady_clock;

constexpr int kStayMillis = 5;  // a client that asks again at once is served without going back to the poller
constexpr std::size_t kSmallBody = 64 * 1024;
constexpr int kTurn = 8;  // so many times; then the poller, which others may keep from running, has its say

microseconds since(TimePoint start) { return std::chrono::duration_cast<microseconds>(steady_clock::now() - start); }

// What is known of the body by now. One that turned out to be too large is refused by the look at the header, as if its
// length had been told.
void note_body(Exchange& exchange) {
  using State = ReceivedBody::State;
  const State state = exchange.body.state();
  const bool takes_body = exchange.head.takes_body;
  exchange.check_only = state == State::missing && takes_body;
  exchange.request.body_follows = exchange.request.body_follows || exchange.check_only;
  exchange.request.length_unknown = exchange.check_only && exchange.head.chunked;
  exchange.request.content_length = exchange.head.chunked ? exchange.body.size() : exchange.head.content_length;
  if (state == State::too_large) {
    exchange.checked = false;
    exchange.request.content_length = std::numeric_limits<std::size_t>::max();
  }
}

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

void Server::Loop::refuse(Connection& connection, int status, std::string_view code, const domain::Message& detail) {
  Request request;
  request.id = new_request_id();
  request.remote = connection.remote();
  const auto exchange = std::exchange(connection.exchange, nullptr);
  if (exchange) request = std::move(exchange->request);
  const Response response = hooks_.refusal(status, code, detail, request);
  connection.in.clear();
  connection.queue(serialised(response, request));
  connection.drain_after_output = true;
  const auto took = exchange ? since(exchange->start) : microseconds(0);
  if (hooks_.observer) hooks_.observer(request, response, took);
  continue_output(connection);
}

void Server::Loop::prepare(Connection& connection) {
  Exchange& exchange = *connection.exchange;
  exchange.request.id = new_request_id();
  exchange.request.remote = connection.remote();
  exchange.head_bytes = for_parser(std::string_view(connection.in).substr(0, exchange.head.size), exchange.head);
  exchange.foreign_method = replace_foreign_method(exchange.head_bytes);
  connection.in.erase(0, exchange.head.size);
  exchange.body = exchange.head.chunked ? ReceivedBody::in_chunks(options_.max_body_bytes)
                                        : ReceivedBody(exchange.head.content_length);
  exchange.body.take_from(connection.in);
}

// Most bodies come at once behind their header. Who may send a large one is looked at first.
void Server::Loop::receive_small_body(Connection& connection, WorkerPool& pool) {
  Exchange& exchange = *connection.exchange;
  if (exchange.head.content_length > kSmallBody || exchange.head.expects_continue) return;
  for (bool stayed = false; exchange.body.state() == ReceivedBody::State::missing;) {
    if (exchange.body.size() > kSmallBody) return;
    const Io result = connection.receive(kSmallBody);
    exchange.body.take_from(connection.in);
    if (result == Io::done) continue;
    if (result == Io::closed || stayed || !pool.has_time()) return;
    stayed = true;
    pollfd waiting{connection.socket(), POLLIN, 0};
    if (poll(&waiting, 1, kStayMillis) <= 0) return;
  }
}

Server::Loop::Turn Server::Loop::serve_one(Connection& connection, WorkerPool& pool) {
  Exchange& exchange = *connection.exchange;
  if (exchange.head_bytes.empty()) {
    prepare(connection);
    if (exchange.head.takes_body) receive_small_body(connection, pool);
  }
  if (exchange.body.state() == ReceivedBody::State::malformed) {
    refuse(connection, 400, "malformed_request",
           say("The body of the request is not divided into chunks as HTTP prescribes."));
    return Turn::waits;
  }
  note_body(exchange);
  const bool body_follows = !exchange.body.is_whole();
  exchange.last = stopping_ || !exchange.head.persistent || (body_follows && !exchange.head.takes_body);
  exchange.silent = false;
  RequestStream stream(connection, exchange, options_.keep_alive_idle);
  const bool keep = library_.serve(stream, exchange);
  if (exchange.silent) {
    exchange.check_only ? expect_body(connection) : park(connection);
    return Turn::waits;
  }
  if (!exchange.answered) {
    refuse(connection, 400, "malformed_request", say("The request is not valid HTTP."));
    return Turn::waits;
  }
  static_cast<void>(connection.flush());  // the client need not wait for the log
  if (hooks_.observer) hooks_.observer(exchange.request, exchange.response, since(exchange.start));
  connection.exchange.reset();
  connection.was_served = true;
  // What did not come of the body would be taken for the next request.
  connection.drain_after_output = body_follows;
  return keep && !body_follows && !stopping_ ? Turn::next : Turn::ends;
}

void Server::Loop::expect_body(Connection& connection) {
  Exchange& exchange = *connection.exchange;
  exchange.body.limit_to(exchange.request.most_body);
  if (exchange.head.expects_continue && exchange.body.size() == 0) connection.queue("HTTP/1.1 100 Continue\r\n\r\n");
  static_cast<void>(connection.flush());
  wait_for_body(connection);
}

bool Server::Loop::next_request(Connection& connection, WorkerPool& pool, RequestHead& head) {
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
    if (result == Io::done || tries > 0 || !pool.has_time()) return false;
    pollfd waiting{connection.socket(), POLLIN, 0};
    if (poll(&waiting, 1, kStayMillis) <= 0) return false;
  }
  return false;
}

void Server::Loop::work(Connection& connection, WorkerPool& pool) {
  for (int served = 1;; ++served) {
    const Turn turn = serve_one(connection, pool);
    if (turn == Turn::waits) return;
    connection.close_after_output = turn == Turn::ends;
    if (connection.flush() != Io::done || turn == Turn::ends) break;
    RequestHead head;
    const bool had_turn = served >= kTurn;
    if (had_turn || !next_request(connection, pool, head)) break;
    if (head.status != 0) return refuse(connection, head.status, head.code, head.detail);
    connection.exchange = std::make_unique<Exchange>();
    connection.exchange->head = std::move(head);
    if (&pool_for(connection.exchange->head) != &pool) return give_to_worker(connection);
  }
  continue_output(connection);
}

}  // namespace http
