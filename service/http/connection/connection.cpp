#include "http/connection/connection.hpp"

#include <openssl/err.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "http/message/network.hpp"

namespace http {
namespace {

constexpr std::size_t kPiecesAtOnce = 16;
constexpr std::size_t kBlock = 16 * 1024;  // also what one record of TLS holds
constexpr std::size_t kMostOfTls = 1U << 20U;

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

}  // namespace

Connection::Connection(int socket, SSL_CTX* tls, std::string remote)
    : socket_(socket), remote_(std::move(remote)), network_(network_of(remote_)) {
  if (tls == nullptr) return;
  ssl_ = SSL_new(tls);
  SSL_set_fd(ssl_, socket_);
  SSL_set_accept_state(ssl_);
  // What could not be sent is offered again with more behind it, and from another place.
  SSL_set_mode(ssl_, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
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
  thread_local std::array<char, kBlock> block;
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

// A header and its body leave together.
Io Connection::send_plain(std::size_t& sent) {
  std::array<iovec, kPiecesAtOnce> pieces;
  msghdr message{};
  message.msg_iov = pieces.data();
  for (const Piece& piece : output_) {
    if (message.msg_iovlen == pieces.size()) break;
    pieces[message.msg_iovlen++] = {const_cast<char*>(piece.bytes.data()), piece.bytes.size()};
  }
  const int more = output_.size() > pieces.size() ? MSG_MORE : 0;
  const ssize_t count = sendmsg(socket_, &message, MSG_NOSIGNAL | more);
  wanted_ = EPOLLOUT;
  if (count < 0) return would_block() ? Io::again : Io::closed;
  sent = static_cast<std::size_t>(count);
  return Io::done;
}

// What begins with a small piece fills one record: each is a call of the system and has a seal of its own.
Io Connection::send_tls(std::size_t& sent) {
  std::array<char, kBlock> record;
  std::string_view bytes = output_.front().bytes;
  if (output_.size() > 1 && bytes.size() < record.size()) {
    std::size_t filled = 0;
    for (auto piece = output_.begin(); piece != output_.end() && filled < record.size(); ++piece) {
      filled += piece->bytes.copy(record.data() + filled, record.size() - filled);
    }
    bytes = {record.data(), filled};
  }
  ERR_clear_error();
  const int count = SSL_write(ssl_, bytes.data(), static_cast<int>(std::min(bytes.size(), kMostOfTls)));
  if (count <= 0) return tls_result(count);
  sent = static_cast<std::size_t>(count);
  return Io::done;
}

void Connection::forget_sent(std::size_t sent) {
  while (sent > 0) {
    Piece& piece = output_.front();
    const std::size_t of_piece = std::min(sent, piece.bytes.size());
    piece.bytes.remove_prefix(of_piece);
    sent -= of_piece;
    if (piece.bytes.empty()) output_.pop_front();
  }
}

Io Connection::flush() {
  while (!output_.empty()) {
    std::size_t sent = 0;
    const Io result = ssl_ == nullptr ? send_plain(sent) : send_tls(sent);
    if (result != Io::done) return result;
    forget_sent(sent);
  }
  return Io::done;
}

void Connection::end_output() {
  if (ssl_ != nullptr) SSL_shutdown(ssl_);
  shutdown(socket_, SHUT_WR);
}

}  // namespace http
