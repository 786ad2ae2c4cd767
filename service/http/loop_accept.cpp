// How connections come in: declared in loop.hpp.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>

#include "http/loop.hpp"

namespace http {
namespace {

std::string address_of(const sockaddr_storage& peer) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* address = peer.ss_family == AF_INET6
                            ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(peer).sin6_addr)
                            : static_cast<const void*>(&reinterpret_cast<const sockaddr_in&>(peer).sin_addr);
  inet_ntop(peer.ss_family, address, text.data(), text.size());
  return text.data();
}

}  // namespace

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

}  // namespace http
