// What cpp-httplib reads a request from and writes its answer to: the received header, then the body as it arrives.
#pragma once

#include <httplib.h>

#include "http/connection.hpp"
#include "http/library.hpp"
#include "http/server.hpp"

namespace http {

class RequestStream : public httplib::Stream {
 public:
  RequestStream(Connection& connection, std::string head, std::size_t body, const ServerOptions& options,
                Exchange& exchange)
      : connection_(connection), head_(std::move(head)), body_left_(body), options_(options), exchange_(exchange) {}

  // Bytes of the body that nobody read.
  std::size_t body_left() const { return body_left_; }

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return connection_.socket(); }

 private:
  // Waits for more of the body. False: too slow, or the client is gone.
  bool receive_more();
  bool in_time();

  Connection& connection_;
  std::string head_;
  std::size_t head_read_ = 0;
  std::size_t body_left_;
  std::size_t body_received_ = 0;
  const ServerOptions& options_;
  Exchange& exchange_;
};

}  // namespace http
