// One client connection, plain or TLS: non-blocking reads and writes, and what is still to be sent.
#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "http/connection/exchange.hpp"

namespace http {

using TimePoint = std::chrono::steady_clock::time_point;

enum class Io { done, again, closed };

class Connection {
 public:
  // tls: null for plain HTTP. The connection closes the socket.
  Connection(int socket, SSL_CTX* tls, std::string remote);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int socket() const { return socket_; }
  const std::string& remote() const { return remote_; }
  const std::string& network() const { return network_; }

  // TLS handshake; done at once for plain HTTP.
  Io handshake();
  // Reads what is there, at most so much, behind `in`. again: nothing is there now.
  Io receive(std::size_t most);
  // Bytes that were received lie here, so that the socket need not tell of them: behind `in`, or inside of TLS.
  bool has_input() const { return !in.empty() || (ssl_ != nullptr && SSL_pending(ssl_) > 0); }
  // What the last `again` waits for: EPOLLIN or EPOLLOUT.
  unsigned wanted() const { return wanted_; }

  // Queues bytes to send; a body is not copied but kept alive by its owner.
  void queue(std::string_view bytes);
  void queue(std::shared_ptr<const std::string> owner, std::string_view bytes);
  // Sends what is queued, as far as the client takes it.
  Io flush();
  bool has_output() const { return !output_.empty(); }

  // No more is sent; the client may still be sending.
  void end_output();

  std::string in;  // received and not used up yet

  std::unique_ptr<Exchange> exchange;  // the request under way

  enum class Phase { handshake, reading, body, waiting, writing, draining };
  Phase phase = Phase::reading;
  TimePoint deadline{};
  TimePoint since{};        // it waits for what it waits for
  bool was_served = false;  // a request of it was answered
  bool close_after_output = false;
  bool drain_after_output = false;  // the client is still sending what was refused
  bool busy = false;                // a worker has it; guarded by the loop's mutex
  bool watched = false;             // the poller's system call knows it; guarded likewise
  std::size_t drained = 0;

 private:
  struct Piece {
    std::string copied;
    std::shared_ptr<const std::string> owner;
    std::string_view bytes;
  };

  // Each sends some of what is queued, at least a byte where it is done.
  Io send_plain(std::size_t& sent);
  Io send_tls(std::size_t& sent);
  void forget_sent(std::size_t sent);
  Io tls_result(int result);

  int socket_;
  SSL* ssl_ = nullptr;
  std::string remote_;
  std::string network_;  // of many addresses that one client may have
  unsigned wanted_ = 0;
  std::list<Piece> output_;
};

}  // namespace http
