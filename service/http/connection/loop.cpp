#include "http/connection/loop.hpp"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "http/connection/tls.hpp"

namespace http {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kTickMillis = 100;

void watch(int epoll, int operation, int file, unsigned events, void* data) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = data;
  epoll_ctl(epoll, operation, file, &event);
}

}  // namespace

Server::Loop::Loop(ServerOptions options, Hooks hooks)
    : options_(std::move(options)), hooks_(std::move(hooks)), library_(hooks_) {
  if (!options_.tls_certificate.empty()) tls_ = make_tls_context(options_.tls_certificate, options_.tls_key);
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  watch(epoll_, EPOLL_CTL_ADD, wake_, EPOLLIN, &wake_);
  workers_ = std::make_unique<WorkerPool>(options_.max_threads);
  express_ = std::make_unique<WorkerPool>(options_.express_threads);
}

Server::Loop::~Loop() {
  // A thread of the one may be giving a connection to the other.
  workers_->end();
  express_->end();
  connections_.clear();
  close(epoll_);
  close(wake_);
  if (tls_ != nullptr) SSL_CTX_free(tls_);
}

int Server::Loop::bind() {
  const auto [socket, port] = library_.bind(options_.host, options_.port);
  listener_ = socket;
  fcntl(listener_, F_SETFL, fcntl(listener_, F_GETFL) | O_NONBLOCK);
  watch(epoll_, EPOLL_CTL_ADD, listener_, EPOLLIN, &listener_);
  return port;
}

void Server::Loop::stop() {
  stopping_ = true;
  wake();
}

void Server::Loop::wake() {
  const std::uint64_t one = 1;
  static_cast<void>(!write(wake_, &one, sizeof one));
}

void Server::Loop::forget_wake() {
  std::uint64_t times = 0;
  static_cast<void>(!read(wake_, &times, sizeof times));
}

void Server::Loop::run() {
  auto next_tick = steady_clock::now();
  bool stop_begun = false;
  while (!stop_begun || !finished()) {
    go_round();
    if (stopping_ && !stop_begun) {
      stop_begun = true;
      begin_stopping();
    }
    if (steady_clock::now() >= next_tick) {
      next_tick = steady_clock::now() + milliseconds(kTickMillis);
      if (stop_begun) drop_idle();
      accept_again();
      expire();
    }
  }
}

void Server::Loop::go_round() {
  std::array<epoll_event, 128> events{};
  const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), kTickMillis);
  // A worker arms a connection while it holds the lock: what it wrote to the connection is seen from here on.
  if (count > 0) {
    const std::lock_guard lock(mutex_);
  }
  bool accepting = false;
  bool woken = false;
  for (int i = 0; i < count; ++i) {
    void* data = events[static_cast<std::size_t>(i)].data.ptr;
    accepting = accepting || data == &listener_;
    woken = woken || data == &wake_;
    if (data != &listener_ && data != &wake_) proceed(*static_cast<Connection*>(data));
  }
  // These may end connections that have an event in this round, so that they come behind the events.
  if (woken) {
    forget_wake();
    proceed_ready();
    look_at_waiting();
  }
  if (accepting) accept_all();
}

void Server::Loop::begin_stopping() {
  stop_by_ = steady_clock::now() + options_.stop_deadline;
  if (listener_ >= 0) epoll_ctl(epoll_, EPOLL_CTL_DEL, listener_, nullptr);
  library_.stop_listening();
  drop_idle();
  look_at_waiting();
}

// Those without a request under way. A worker may give one back while the service is stopping.
void Server::Loop::drop_idle() {
  std::vector<Connection*> idle;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, owner] : connections_) {
      const bool waits =
          connection->phase == Connection::Phase::reading || connection->phase == Connection::Phase::handshake;
      if (!connection->busy && waits) idle.push_back(connection);
    }
  }
  for (Connection* connection : idle) drop(*connection);
}

bool Server::Loop::finished() {
  const std::lock_guard lock(mutex_);
  if (connections_.empty()) return true;
  if (steady_clock::now() < stop_by_) return false;
  for (const auto& [connection, owner] : connections_) shutdown(connection->socket(), SHUT_RDWR);
  return true;  // the workers are waited for; what they write goes nowhere
}

void Server::Loop::expire() {
  std::vector<Connection*> late;
  {
    const auto now = steady_clock::now();
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, owner] : connections_) {
      if (!connection->busy && connection->deadline < now) late.push_back(connection);
    }
  }
  for (Connection* connection : late) expire_one(*connection);
}

// What came already need not be told by the socket again: such a connection has its turn in the next round.
void Server::Loop::wait_for(Connection& connection, Connection::Phase phase, milliseconds most, unsigned events) {
  const bool reads = phase == Connection::Phase::reading || phase == Connection::Phase::body;
  const bool has_input = reads && connection.has_input();
  const std::lock_guard lock(mutex_);
  connection.phase = phase;
  connection.since = steady_clock::now();
  connection.deadline = connection.since + most;
  connection.busy = false;
  if (has_input) {
    ready_.push_back(&connection);
    return wake();
  }
  watch_again(connection, events);
}

void Server::Loop::wait_for_request(Connection& connection) {
  wait_for(connection, Connection::Phase::reading,
           connection.has_input() ? options_.header_deadline : options_.keep_alive_idle, EPOLLIN);
}

// With the mutex held, or on the poller's thread for a connection that no worker has.
void Server::Loop::watch_again(Connection& connection, unsigned events) {
  watch(epoll_, connection.watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, connection.socket(), events | EPOLLONESHOT,
        &connection);
  connection.watched = true;
}

void Server::Loop::drop(Connection& connection) {
  const std::lock_guard lock(mutex_);
  no_longer_waits(connection);
  std::erase(ready_, &connection);
  const auto from = from_.find(connection.network());
  if (from != from_.end() && --from->second == 0) from_.erase(from);
  connections_.erase(&connection);
}

WorkerPool& Server::Loop::pool_for(const RequestHead& head) {
  const std::string_view path = std::string_view(head.target).substr(0, head.target.find('?'));
  const bool express = std::ranges::find(options_.express, path) != options_.express.end();
  return express ? *express_ : *workers_;
}

void Server::Loop::give_to_worker(Connection& connection) {
  {
    const std::lock_guard lock(mutex_);
    connection.busy = true;
  }
  WorkerPool& pool = pool_for(connection.exchange->head);
  pool.run([this, &connection, &pool] { work(connection, pool); });
}

HeadLimits Server::Loop::limits() const {
  return {options_.max_header_bytes, options_.max_header_lines, options_.max_target_bytes, options_.max_body_bytes};
}

}  // namespace http
