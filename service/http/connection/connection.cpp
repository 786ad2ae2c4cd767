#include "http/connection/connection.hpp"

#include <openssl/err.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "http/message/network.hpp"

namespace http {
namespace {

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

Connection::Connection(int socket, SSL_CTX* tls, std::string remote)
    : socket_(socket), remote_(std::move(remote)), network_(network_of(remote_)) {
  if (tls == nullptr) return;
  ssl_ = SSL_new(tls);
  SSL_set_fd(ssl_, socket_);
  SSL_set_accept_state(ssl_);
  phase = Phase::handshake;
}

Connection::~Connection() {
  if (ssl_ != nullptr) SSL_free(ssl_);
  close(socket_);
}

Io Connection::tls_result(int result) {
  switch (SSL_get_error(ssl_, result)) {
    case SSL_ERROR_WANT_READ:
      wanted_ = EPOLLIN;
      return Io::again;
    case SSL_ERROR_WANT_WRITE:
      wanted_ = EPOLLOUT;
      return Io::again;
    default:
      ERR_clear_error();
      return Io::closed;
  }
}

Io Connection::handshake() {
  if (ssl_ == nullptr) return Io::done;
  ERR_clear_error();
  const int result = SSL_do_handshake(ssl_);
  return result == 1 ? Io::done : tls_result(result);
}

Io Connection::receive(std::size_t most) {
  // Not in `in`, which would write zeros there first.
  thread_local std::array<char, 16 * 1024> block;
  const std::size_t wish = std::min(most, block.size());
  ssize_t count = 0;
  Io result = Io::done;
  if (ssl_ != nullptr) {
    ERR_clear_error();
    count = SSL_read(ssl_, block.data(), static_cast<int>(wish));
    if (count <= 0) result = tls_result(static_cast<int>(count));
  } else {
    count = recv(socket_, block.data(), wish, 0);
    wanted_ = EPOLLIN;
    if (count <= 0) result = count < 0 && would_block() ? Io::again : Io::closed;
  }
  if (count > 0) in.append(block.data(), static_cast<std::size_t>(count));
  return result;
}

void Connection::queue(std::string_view bytes) {
  if (bytes.empty()) return;
  if (output_.empty() || output_.back().owner) output_.emplace_back();
  Piece& piece = output_.back();
  // A piece that was sent in part begins behind its start.
  const std::size_t sent = piece.copied.size() - piece.bytes.size();
  piece.copied.append(bytes);
  piece.bytes = std::string_view(piece.copied).substr(sent);
}

void Connection::queue(std::shared_ptr<const std::string> owner, std::string_view bytes) {
  if (!bytes.empty()) output_.push_back({"", std::move(owner), bytes});
}

Io Connection::send_some(std::string_view bytes, bool more, std::size_t& sent) {
  sent = 0;
  if (ssl_ != nullptr) {
    ERR_clear_error();
    const int count = SSL_write(ssl_, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 1U << 20U)));
    if (count <= 0) return tls_result(count);
    sent = static_cast<std::size_t>(count);
    return Io::done;
  }
  const ssize_t count = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | (more ? MSG_MORE : 0));
  wanted_ = EPOLLOUT;
  if (count < 0) return would_block() ? Io::again : Io::closed;
  sent = static_cast<std::size_t>(count);
  return Io::done;
}

Io Connection::flush() {
  while (!output_.empty()) {
    Piece& piece = output_.front();
    std::size_t sent = 0;
    const Io result = send_some(piece.bytes, output_.size() > 1, sent);
    if (result != Io::done) return result;
    piece.bytes.remove_prefix(sent);
    if (piece.bytes.empty()) output_.pop_front();
  }
  return Io::done;
}

void Connection::end_output() {
  if (ssl_ != nullptr) SSL_shutdown(ssl_);
  shutdown(socket_, SHUT_WR);
}

}  // namespace http
