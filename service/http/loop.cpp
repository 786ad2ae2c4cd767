#include "http/loop.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "http/tls.hpp"

namespace http {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kTickMillis = 100;
constexpr milliseconds kDrainDeadline{2000};
constexpr std::size_t kMostDrained = 16U << 20U;

std::string address_of(const sockaddr_storage& peer) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* address = peer.ss_family == AF_INET6
                            ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr)
                            : static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(peer).sin_addr);
  inet_ntop(peer.ss_family, address, text.data(), text.size());
  return text.data();
}

void watch(int epoll, int operation, int file, unsigned events, void* data) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = data;
  epoll_ctl(epoll, operation, file, &event);
}

}  // namespace

Server::Loop::Loop(ServerOptions options, Hooks hooks)
    : options_(std::move(options)), hooks_(std::move(hooks)), library_(hooks_, options_.max_body_bytes) {
  if (!options_.tls_certificate.empty()) tls_ = make_tls_context(options_.tls_certificate, options_.tls_key);
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  watch(epoll_, EPOLL_CTL_ADD, wake_, EPOLLIN, &wake_);
  workers_ = std::make_unique<WorkerPool>(options_.max_threads);
}

Server::Loop::~Loop() {
  workers_.reset();
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
  const std::uint64_t one = 1;
  static_cast<void>(!write(wake_, &one, sizeof one));
}

void Server::Loop::run() {
  auto next_tick = steady_clock::now();
  bool stop_begun = false;
  std::array<epoll_event, 128> events{};
  while (!stop_begun || !finished()) {
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), kTickMillis);
    // A worker arms a connection while it holds the lock: what it wrote to the connection is seen from here on.
    if (count > 0) {
      const std::lock_guard lock(mutex_);
    }
    bool accepting = false;
    for (int i = 0; i < count; ++i) {
      void* data = events[static_cast<std::size_t>(i)].data.ptr;
      accepting = accepting || data == &listener_;
      if (data != &listener_ && data != &wake_) proceed(*static_cast<Connection*>(data));
    }
    // Last: making room for a new connection may end one that has an event in this round.
    if (accepting) accept_all();
    if (stopping_ && !stop_begun) {
      stop_begun = true;
      begin_stopping();
    }
    if (steady_clock::now() >= next_tick) {
      next_tick = steady_clock::now() + milliseconds(kTickMillis);
      if (stop_begun) drop_idle();
      expire();
    }
  }
}

void Server::Loop::begin_stopping() {
  stop_by_ = steady_clock::now() + options_.stop_deadline;
  library_.close_listener();
  drop_idle();
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

void Server::Loop::accept_all() {
  while (true) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    const int socket = accept4(listener_, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0) return;
    const int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    admit(socket, address_of(peer));
  }
}

void Server::Loop::admit(int socket, const std::string& remote) {
  auto connection = std::make_unique<Connection>(socket, tls_, remote);
  Connection& added = *connection;
  const bool room = make_room();
  {
    const std::lock_guard lock(mutex_);
    connections_.emplace(&added, std::move(connection));
  }
  watch(epoll_, EPOLL_CTL_ADD, socket, EPOLLONESHOT, &added);
  if (!room) return refuse(added, 503, "too_many_connections", "The service has too many connections; try again soon.");
  wait_for(added, added.phase, options_.header_deadline, EPOLLIN);
}

// Room for one more: the idle connection that waits longest has to go.
bool Server::Loop::make_room() {
  Connection* oldest = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (connections_.size() < options_.max_connections) return true;
    for (const auto& [connection, owner] : connections_) {
      const bool idle = !connection->busy && connection->phase == Connection::Phase::reading && connection->in.empty();
      if (idle && (oldest == nullptr || connection->deadline < oldest->deadline)) oldest = connection;
    }
  }
  if (oldest == nullptr) return false;
  drop(*oldest);
  return true;
}

// What the worker wrote that gave the connection back is seen from here on: it held the mutex.
Connection::Phase Server::Loop::phase_of(const Connection& connection) {
  const std::lock_guard lock(mutex_);
  return connection.phase;
}

void Server::Loop::proceed(Connection& connection) {
  switch (phase_of(connection)) {
    case Connection::Phase::handshake: {
      const Io result = connection.handshake();
      if (result == Io::closed) return drop(connection);
      if (result == Io::again)
        return wait_for(connection, connection.phase, options_.header_deadline, connection.wanted());
      connection.phase = Connection::Phase::reading;
      return proceed_reading(connection);
    }
    case Connection::Phase::reading:
      return proceed_reading(connection);
    case Connection::Phase::writing:
      return continue_output(connection);
    case Connection::Phase::draining:
      return proceed_draining(connection);
  }
}

void Server::Loop::proceed_reading(Connection& connection) {
  const bool first = connection.in.empty();
  while (true) {
    const Io result = connection.receive(options_.max_header_bytes);
    if (result == Io::closed) return drop(connection);
    if (!connection.in.empty()) {
      RequestHead head = inspect_head(connection.in, limits());
      if (head.status != 0) return refuse(connection, head.status, head.code, head.detail);
      if (head.whole) {
        {
          const std::lock_guard lock(mutex_);
          connection.busy = true;
        }
        return workers_->run(
            [this, &connection, head = std::move(head)]() mutable { work(connection, std::move(head)); });
      }
    }
    if (result == Io::again) break;
  }
  // The deadline counts from the first byte: sending a byte now and then does not move it.
  if (first && !connection.in.empty()) connection.deadline = steady_clock::now() + options_.header_deadline;
  watch(epoll_, EPOLL_CTL_MOD, connection.socket(), connection.wanted() | EPOLLONESHOT, &connection);
}

void Server::Loop::proceed_draining(Connection& connection) {
  while (true) {
    const Io result = connection.receive(options_.max_header_bytes);
    connection.drained += connection.in.size();
    connection.in.clear();
    if (result == Io::closed || connection.drained > kMostDrained) return drop(connection);
    if (result == Io::again) break;
  }
  watch(epoll_, EPOLL_CTL_MOD, connection.socket(), connection.wanted() | EPOLLONESHOT, &connection);
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

void Server::Loop::expire_one(Connection& connection) {
  if (connection.phase == Connection::Phase::reading && !connection.in.empty()) {
    return refuse(connection, 408, "header_too_slow", "The header of the request did not arrive in time.");
  }
  drop(connection);
}

void Server::Loop::wait_for(Connection& connection, Connection::Phase phase, milliseconds most, unsigned events) {
  const std::lock_guard lock(mutex_);
  connection.phase = phase;
  connection.deadline = steady_clock::now() + most;
  connection.busy = false;
  watch(epoll_, EPOLL_CTL_MOD, connection.socket(), events | EPOLLONESHOT, &connection);
}

void Server::Loop::wait_for_request(Connection& connection) {
  wait_for(connection, Connection::Phase::reading,
           connection.in.empty() ? options_.keep_alive_idle : options_.header_deadline, EPOLLIN);
}

void Server::Loop::drop(Connection& connection) {
  const std::lock_guard lock(mutex_);
  connections_.erase(&connection);
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

HeadLimits Server::Loop::limits() const {
  return {options_.max_header_bytes, options_.max_header_lines, options_.max_target_bytes, options_.max_body_bytes};
}

}  // namespace http
