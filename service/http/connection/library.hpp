// cpp-httplib at work: it parses the header of one request from a stream and writes the answer to it. The differences
// between the versions of the library that are in use (0.11 to 0.18) end here.
#pragma once

#include <httplib.h>

#include <memory>
#include <string>

#include "http/connection/exchange.hpp"
#include "http/connection/server.hpp"

namespace http {

// What the pieces of the server do with requests.
struct Hooks {
  HeaderCheck check;
  Handler handler;
  Refusal refusal;
  Observer observer;
  FaultListener faults;
};

class Library : public httplib::Server {
 public:
  explicit Library(const Hooks& hooks);
  ~Library() override;

  // Binds and listens with room for many waiting clients; gives socket and port. Errors: std::runtime_error.
  std::pair<int, int> bind(const std::string& host, int port);
  // No more clients are taken. The socket stays open: without one the library writes no bodies any more, and those who
  // asked before are answered still.
  void stop_listening();

  // Reads one request from the stream and writes its answer; false: the connection ends with it. Where the library does
  // not understand the header the exchange is not answered afterwards.
  bool serve(httplib::Stream& stream, Exchange& exchange);

 private:
  void check(const httplib::Request& from, Exchange& exchange);
  void handle(Exchange& exchange, httplib::Response& to);
  void deliver(Response response, Exchange& exchange, httplib::Response& to);

  const Hooks& hooks_;
};

// A name for a request that no other one has, for answer and log.
std::string new_request_id();

}  // namespace http
