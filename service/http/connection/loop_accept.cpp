// How connections come in: declared in loop.hpp.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "http/connection/loop.hpp"

namespace http {
namespace {

using domain::say;

constexpr int kAcceptedATurn = 64;
constexpr std::size_t kRefusedAtOnce = 32;

std::string address_of(const sockaddr_storage& peer) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* address = peer.ss_family == AF_INET6
                            ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr)
                            : static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(peer).sin_addr);
  inet_ntop(peer.ss_family, address, text.data(), text.size());
  return text.data();
}

bool somebody_waits(int listener) {
  pollfd waiting{listener, POLLIN, 0};
  return poll(&waiting, 1, 0) > 0;
}

// With the loop's mutex held.
bool is_idle(const Connection& connection) {
  const bool silent = connection.phase == Connection::Phase::reading && connection.in.empty();
  return !connection.busy && (silent || connection.phase == Connection::Phase::handshake);
}

bool goes_before(const Connection& a, const Connection& b) {
  if (a.was_served != b.was_served) return b.was_served;
  return a.since < b.since;
}

}  // namespace

void Server::Loop::accept_all() {
  for (int accepted = 0; accepted < kAcceptedATurn; ++accepted) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    const int socket = accept4(listener_, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0 && (errno == EINTR || errno == ECONNABORTED)) continue;
    if (socket < 0) {
      // Where no descriptor is left the system says so before it looks whether anybody waits for one.
      if (errno != EAGAIN && somebody_waits(listener_)) pause_accepting();
      return;
    }
    const int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    admit(socket, address_of(peer));
  }
}

// The system has nothing left for a connection. The listener would tell of those that wait again and again.
void Server::Loop::pause_accepting() {
  drop_oldest_idle("");
  epoll_ctl(epoll_, EPOLL_CTL_DEL, listener_, nullptr);
  accepting_ = false;
}

void Server::Loop::accept_again() {
  if (accepting_ || stopping_) return;
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.ptr = &listener_;
  epoll_ctl(epoll_, EPOLL_CTL_ADD, listener_, &event);
  accepting_ = true;
}

void Server::Loop::admit(int socket, const std::string& remote) {
  auto connection = std::make_unique<Connection>(socket, tls_, remote);
  Connection& added = *connection;
  const Room room = make_room(added.network());
  if (room == Room::not_even_for_a_refusal) return;  // it closes itself
  {
    const std::lock_guard lock(mutex_);
    ++from_[added.network()];
    connections_.emplace(&added, std::move(connection));
  }
  if (room == Room::none) {
    return refuse(added, 503, "too_many_connections", say("The service has too many connections; try again soon."));
  }
  wait_for(added, added.phase, options_.header_deadline, EPOLLIN);
}

// Room for one more. Those that are refused take some room too, until they have read why.
Server::Loop::Room Server::Loop::make_room(const std::string& network) {
  std::size_t all = 0;
  std::size_t of_one = 0;
  {
    const std::lock_guard lock(mutex_);
    const auto from = from_.find(network);
    if (from != from_.end()) of_one = from->second;
    all = connections_.size();
  }
  const bool too_many_of_one = of_one >= options_.max_connections_of_one;
  if (!too_many_of_one && all < options_.max_connections) return Room::enough;
  if (drop_oldest_idle(too_many_of_one ? network : "")) return Room::enough;
  return all < options_.max_connections + kRefusedAtOnce ? Room::none : Room::not_even_for_a_refusal;
}

// network: one of this; empty: of any. Those that never asked for anything go before those that did.
bool Server::Loop::drop_oldest_idle(const std::string& network) {
  Connection* oldest = nullptr;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, owner] : connections_) {
      if (!is_idle(*connection) || (!network.empty() && connection->network() != network)) continue;
      if (oldest == nullptr || goes_before(*connection, *oldest)) oldest = connection;
    }
  }
  if (oldest == nullptr) return false;
  drop(*oldest);
  return true;
}

}  // namespace http
