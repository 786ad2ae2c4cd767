// The HTTP server: cpp-httplib parses requests and writes answers; connections are ours. Idle and slow ones wait in one
// poller and hold no thread, and so do bodies on their way and answers that wait for something to happen; a worker gets
// a connection when there is something to do.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/basis/message.hpp"
#include "http/message/message.hpp"

namespace http {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;              // 0: any free one
  std::string tls_certificate;  // PEM files; empty: plain HTTP
  std::string tls_key;
  std::size_t max_header_bytes = 16 * 1024;
  std::size_t max_header_lines = 100;
  std::size_t max_target_bytes = 8000;
  std::size_t max_body_bytes = 2 * 1024 * 1024;  // of any operation
  std::size_t max_threads = 256;
  std::vector<std::string>
      express;  // paths that have threads of their own, so that they are answered when others are not
  std::size_t express_threads = 8;
  std::size_t max_connections = 1024;
  std::size_t max_connections_of_one = 512;           // of one address
  std::chrono::milliseconds header_deadline{10'000};  // from the first byte of a request to the end of its header
  std::chrono::milliseconds body_deadline{60'000};    // from the end of the header, and a second more
  std::size_t body_bytes_per_second = 16 * 1024;      // for each of so many bytes that came
  std::chrono::milliseconds write_deadline{30'000};   // without any progress
  std::chrono::milliseconds keep_alive_idle{60'000};
  std::chrono::milliseconds stop_deadline{10'000};  // for requests under way
};

// Looks at a request's header before its body is read; a response refuses it. May keep what it found in
// request.checked.
using HeaderCheck = std::function<std::optional<Response>(Request&)>;
using Handler = std::function<Response(Request&)>;
// Makes the answer for what the server itself refuses: a status, a code word and a sentence.
using Refusal = std::function<Response(int, std::string_view, const domain::Message&, const Request&)>;
// Told once of every answer.
using Observer = std::function<void(const Request&, const Response&, std::chrono::microseconds)>;
// Told of a handler's exception; the client gets a plain 500.
using FaultListener = std::function<void(const Request&, const std::string&)>;

class Server {
 public:
  // Errors: std::runtime_error where the TLS files are not usable.
  Server(ServerOptions options, HeaderCheck check, Handler handler, Refusal refusal, Observer observer,
         FaultListener faults = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Binds and listens; gives the port. Errors: std::runtime_error.
  int bind();
  // Serves until stop() was called and the requests under way are finished.
  void run();
  // Both from any thread.
  void stop();
  // Something happened that an answer may be waiting for. Takes no lock, so that one may be held.
  void wake();

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace http
