// What the poller does with a connection, by what it waits for: declared in loop.hpp.
#include "http/connection/loop.hpp"

namespace http {
namespace {

using domain::say;

using std::chrono::milliseconds;

constexpr milliseconds kDrainDeadline{2000};
constexpr std::size_t kMostDrained = 16U << 20U;
constexpr std::size_t kBodyBlock = 16 * 1024;
constexpr int kBlocksATurn = 16;  // then the others have theirs

}  // namespace

// What the worker wrote that gave the connection back is seen from here on: it held the mutex.
Connection::Phase Server::Loop::phase_of(const Connection& connection) {
  const std::lock_guard lock(mutex_);
  return connection.phase;
}

void Server::Loop::proceed(Connection& connection) {
  switch (phase_of(connection)) {
    case Connection::Phase::handshake:
      return proceed_handshake(connection);
    case Connection::Phase::reading:
      return proceed_reading(connection);
    case Connection::Phase::body:
      return proceed_body(connection);
    case Connection::Phase::waiting:
      return drop(connection);  // its end is all that is watched for
    case Connection::Phase::writing:
      return continue_output(connection);
    case Connection::Phase::draining:
      return proceed_draining(connection);
  }
}

void Server::Loop::proceed_handshake(Connection& connection) {
  const Io result = connection.handshake();
  if (result == Io::closed) return drop(connection);
  if (result == Io::again) {
    return wait_for(connection, connection.phase, options_.header_deadline, connection.wanted());
  }
  connection.phase = Connection::Phase::reading;
  proceed_reading(connection);
}

void Server::Loop::proceed_reading(Connection& connection) {
  const bool first = connection.in.empty();
  while (true) {
    if (!connection.in.empty()) {
      RequestHead head = inspect_head(connection.in, limits());
      if (head.status != 0) return refuse(connection, head.status, head.code, head.detail);
      if (head.whole) {
        connection.exchange = std::make_unique<Exchange>();
        connection.exchange->head = std::move(head);
        return give_to_worker(connection);
      }
    }
    const Io result = connection.receive(options_.max_header_bytes);
    if (result == Io::closed) return drop(connection);
    if (result == Io::again) break;
  }
  // The deadline counts from the first byte: sending a byte now and then does not move it.
  if (first && !connection.in.empty()) connection.deadline = TimePoint::clock::now() + options_.header_deadline;
  watch_again(connection, connection.wanted());
}

void Server::Loop::proceed_body(Connection& connection) {
  Exchange& exchange = *connection.exchange;
  if (connection.flush() == Io::closed) return drop(connection);
  for (int block = 0; block < kBlocksATurn; ++block) {
    exchange.body.take_from(connection.in);
    if (exchange.body.state() != ReceivedBody::State::missing) return give_to_worker(connection);
    const Io result = connection.receive(kBodyBlock);
    if (result == Io::closed) return drop(connection);
    if (result == Io::again) {
      connection.deadline = exchange.start + body_time(exchange);
      return watch_again(connection, connection.wanted() | (connection.has_output() ? EPOLLOUT : 0U));
    }
  }
  wait_for_body(connection);
}

void Server::Loop::proceed_draining(Connection& connection) {
  while (true) {
    const Io result = connection.receive(options_.max_header_bytes);
    connection.drained += connection.in.size();
    connection.in.clear();
    if (result == Io::closed || connection.drained > kMostDrained) return drop(connection);
    if (result == Io::again) break;
  }
  watch_again(connection, connection.wanted());
}

// One that a worker gave back meanwhile is among them only after that.
void Server::Loop::proceed_ready() {
  std::vector<Connection*> ready;
  {
    const std::lock_guard lock(mutex_);
    ready.swap(ready_);
  }
  for (Connection* connection : ready) proceed(*connection);
}

void Server::Loop::expire_one(Connection& connection) {
  switch (connection.phase) {
    case Connection::Phase::waiting:
      return resume(connection);
    case Connection::Phase::body:
      return refuse(connection, 408, "body_too_slow", say("The body of the request did not arrive in time."));
    case Connection::Phase::reading:
      if (connection.in.empty()) return drop(connection);
      return refuse(connection, 408, "header_too_slow", say("The header of the request did not arrive in time."));
    default:
      return drop(connection);
  }
}

// What of it came earns it more time: it may be large, and the line slow.
milliseconds Server::Loop::body_time(const Exchange& exchange) const {
  return options_.body_deadline + milliseconds(exchange.body.size() * 1000 / options_.body_bytes_per_second);
}

void Server::Loop::wait_for_body(Connection& connection) {
  const Exchange& exchange = *connection.exchange;
  const auto passed = std::chrono::duration_cast<milliseconds>(TimePoint::clock::now() - exchange.start);
  wait_for(connection, Connection::Phase::body, body_time(exchange) - passed, EPOLLIN);
}

void Server::Loop::continue_output(Connection& connection) {
  const Io result = connection.flush();
  if (result == Io::closed) return drop(connection);
  if (result == Io::again) {
    return wait_for(connection, Connection::Phase::writing, options_.write_deadline, connection.wanted());
  }
  if (connection.drain_after_output) {
    connection.end_output();
    return wait_for(connection, Connection::Phase::draining, kDrainDeadline, EPOLLIN);
  }
  if (connection.close_after_output || stopping_) return drop(connection);
  wait_for_request(connection);
}

}  // namespace http
